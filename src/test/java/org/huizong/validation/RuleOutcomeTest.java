package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.TwoForms;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a rule of each kind ends, why it could not be decided, and what is said about it. */
class RuleOutcomeTest {
    private static final Period MARCH = Period.parse("2025-03");
    private static final CellRef SHEET = new CellRef("石桥村.xlsx", "表", "");

    private final Map<String, Value> values = new TreeMap<>();
    private LocalDate asOf = LocalDate.of(2025, 4, 5);
    private Catalogue catalogue = TwoForms.catalogue();

    @Test
    void comparesWithTheDayOnWhichItIsChecked() {
        String rule = "OR(publicity.materials>0,as_of<=period_end)";
        values.put("publicity.materials", Value.of(0));
        var later = check(rule, "skip");

        asOf = MARCH.end();
        var inTime = check(rule, "skip");

        assertThat(later)
                .contains(failed(
                        "publicity.materials",
                        0,
                        "as_of",
                        LocalDate.of(2025, 4, 5),
                        "period_end",
                        LocalDate.of(2025, 3, 31),
                        "ground",
                        "as_of>period_end"));
        assertThat(related(later)).isEqualTo("汇总日 4月5日 晚于 报告期末日 3月31日");
        assertThat(inTime).isEmpty();
    }

    @Test
    void isUndecidedWithoutAValueAndNamesIt() {
        values.put("publicity.exam_passed", Value.of(3));

        var finding = check("publicity.exam_passed<=publicity.exam_takers", "skip");

        assertThat(finding)
                .contains(undecided(FindingWords.missing("publicity.exam_takers"), "publicity.exam_passed", 3));
        assertThat(said(finding)).isEqualTo("关系 XYZ001 没有判定：缺少学法考试参加人数。");
    }

    @Test
    void failsWithoutAValueIfTheRuleSaysSo() {
        values.put("publicity.exam_passed", Value.of(3));

        var finding = across(
                "publicity.exam_passed<=publicity.exam_takers",
                "fail",
                name -> values.getOrDefault(name, Value.Gap.BLANK));

        assertThat(finding)
                .contains(FindingWords.with(
                        Finding.failed("XYZ001", Severity.QUERY, CellRef.NOWHERE),
                        "publicity.exam_passed",
                        3,
                        "ground",
                        "ISBLANK(publicity.exam_takers)"));
        assertThat(related(finding)).isEqualTo("学法考试参加人数没有填");
    }

    @Test
    void staysUndecidedOverABlankThatIsAnErrorItself() {
        values.put("publicity.exam_passed", Value.of(3));

        var finding = check("publicity.exam_passed<=publicity.exam_takers", "fail");

        assertThat(finding)
                .contains(undecided(
                        new Reason.Uncorrected(List.of("publicity.exam_takers")), "publicity.exam_passed", 3));
        assertThat(said(finding)).isEqualTo("关系 XYZ001 没有判定：学法考试参加人数有错误，改正后再核对。");
        assertThat(said(finding, Lang.EN))
                .isEqualTo("Rule XYZ001 was not decided: Examination: taken has to be corrected first.");
    }

    @Test
    void isUndecidedWithTextInANumbersCellAndShowsTheText() {
        values.put("publicity.exam_passed", Value.of(3));
        values.put("publicity.exam_takers", Value.of("约五个"));

        var finding = check("publicity.exam_passed<=publicity.exam_takers", "skip");

        assertThat(finding)
                .contains(undecided(
                        new Reason.NoNumber(List.of("publicity.exam_takers")),
                        "publicity.exam_passed",
                        3,
                        "publicity.exam_takers",
                        "约五个"));
        assertThat(said(finding)).isEqualTo("关系 XYZ001 没有判定：学法考试参加人数“约五个”不是数字。");
    }

    @Test
    void isUndecidedAfterADivisionByZeroAndNamesTheDivisor() {
        values.put("publicity.exam_passed", Value.of(3));
        values.put("publicity.exam_takers", Value.of(0));

        var finding = check("publicity.exam_passed/publicity.exam_takers<=1", "skip");

        assertThat(finding)
                .contains(undecided(
                        new Reason.DivisionByZero("publicity.exam_takers"),
                        "publicity.exam_passed",
                        3,
                        "publicity.exam_takers",
                        0));
        assertThat(said(finding)).isEqualTo("关系 XYZ001 没有判定：除数为0（学法考试参加人数 0）。");
    }

    @Test
    void isUndecidedWhenTheSpreadsheetKnowsNoResult() {
        values.put("publicity.boards", Value.of(400));

        var finding = check("YEAR(period_end-publicity.boards*1000)>=2000", "skip");

        assertThat(finding.orElseThrow().derivation().undecided()).contains(new Reason.Failure("#NUM!"));
        assertThat(said(finding)).isEqualTo("关系 XYZ001 没有判定：计算结果为 #NUM!。");
    }

    @Test
    void namesTheUnitsThatATotalOfTheTownshipLacks() {
        Values lacking = new Values() {
            @Override
            public Value value(String operand) {
                return Value.Gap.BLANK;
            }

            @Override
            public List<String> lacking(String operand) {
                return operand.startsWith("village.") ? List.of("v01", "v02", "v03", "c01") : List.of("d09");
            }
        };

        var finding = across("village.births=publicity.boards+village.deaths", lacking);

        assertThat(finding)
                .contains(FindingWords.undecided(
                        "XYZ001",
                        Severity.QUERY,
                        CellRef.NOWHERE,
                        new Reason.Missing(List.of(
                                new Reason.Lack("village.births", List.of("v01", "v02", "v03", "c01")),
                                new Reason.Lack("publicity.boards", List.of("d09")),
                                new Reason.Lack("village.deaths", List.of("v01", "v02", "v03", "c01"))))));
        assertThat(said(finding)).isEqualTo("关系 XYZ001 没有判定：缺4个单位的出生人口、死亡人口（石桥村、青山村、柳溪村等）；缺1个单位的办板报（林业站）。");
        assertThat(said(finding, Lang.EN))
                .isEqualTo("Rule XYZ001 was not decided: Births, Deaths of 4 units missing (Shiqiao Village, Qingshan"
                        + " Village, Liuxi Village …); Blackboard issues of 1 unit missing (Forestry Station).");
    }

    @Test
    void marksWhatComesFromABaseline() {
        Values baseline = new Values() {
            @Override
            public Value value(String operand) {
                return Value.of(operand.startsWith("year_ago.") ? 12 : 40);
            }

            @Override
            public boolean isBaseline(String operand) {
                return operand.startsWith("year_ago.");
            }
        };

        var finding = across("village.births<=year_ago.village.births*2", baseline);

        assertThat(finding.orElseThrow().arguments())
                .containsEntry("village.births", Argument.of(40))
                .containsEntry("year_ago.village.births", new Argument.OfBaseline(Argument.of(12)));
        assertThat(related(finding)).isEqualTo("出生人口 40 是上年同期的出生人口 12* 的 3.3 倍，超过 2 倍");
        assertThat(related(finding, Lang.EN))
                .isEqualTo("Births 40 is 3.3 times last year's Births 12*, more than 2 times");
    }

    @Test
    void saysWithItsFiguresWhatFailed() {
        values.put("publicity.materials", Value.of(90));
        values.put("ytd.publicity.materials", Value.of(110));

        var finding = check(
                "IF(MONTH(period_end)=1,TRUE,OR(ABS(publicity.materials-(ytd.publicity.materials-publicity.materials)"
                        + "/(MONTH(period_end)-1))<=10,publicity.materials<=prior.publicity.materials*3))",
                "zero");

        assertThat(related(finding)).isEqualTo("发放宣传资料 90 与 今年以来其他月份的月均 相差 80，超过 10；没有上月的发放宣传资料");
        assertThat(related(finding, Lang.EN))
                .isEqualTo("The difference between Leaflets handed out 90 and the mean of the other months of the"
                        + " year is 80, more than 10; there is no last month's Leaflets handed out");
    }

    @Test
    void namesTheValueAloneThatIsComparedWithAConstant() {
        values.put("publicity.materials", Value.of(100));

        var finding = check("AND(publicity.materials<>100,publicity.materials<=500)", "skip");

        assertThat(related(finding)).isEqualTo("发放宣传资料 100");
    }

    @ParameterizedTest
    @CsvSource({"yes,passed", "no,failed"})
    void comparesAChoiceByItsChineseLabel(String code, String outcome) {
        values.put("publicity.study_plan", Value.of(code));

        var finding = check("publicity.study_plan=\"\"是\"\"", "skip");

        assertThat(finding.map(f -> f.outcome().code()).orElse("passed")).isEqualTo(outcome);
        finding.ifPresent(f -> assertThat(related(finding)).isEqualTo("学法计划落实 否"));
        finding.ifPresent(f -> assertThat(related(finding, Lang.EN)).isEqualTo("Study plan in place No"));
    }

    @Test
    void repeatsTheLabelOfAValueThatAnotherItemHasToo() {
        values.put("publicity.exam_passed", Value.of(5));
        values.put("publicity.exam_takers", Value.of(5));

        var finding = check("AND(publicity.exam_passed<publicity.exam_takers,publicity.exam_passed>0)", "skip");

        assertThat(related(finding)).isEqualTo("合格人数 5 达到 学法考试参加人数 5");
    }

    private Optional<Finding> check(String formula, String missing) {
        catalogue = catalogue("return", formula, missing);
        List<Observation> observations = new ArrayList<>();
        values.forEach((name, value) -> observations.add(new Observation(name, "", value, SHEET)));
        return new Checker(catalogue, asOf)
                        .check(
                                "",
                                "publicity",
                                MARCH,
                                observations,
                                SHEET,
                                List.of(),
                                name -> Value.Gap.BLANK,
                                Directory.NONE)
                        .findings()
                        .stream()
                        .filter(f -> f.rule().equals("XYZ001"))
                        .findFirst();
    }

    private Optional<Finding> across(String formula, Values figures) {
        return across(formula, "skip", figures);
    }

    private Optional<Finding> across(String formula, String missing, Values figures) {
        catalogue = catalogue("township", formula, missing);
        return new Checker(catalogue, asOf)
                .checkAcross(Rule.Scope.TOWNSHIP, MARCH, figures, form -> true, item -> CellRef.NOWHERE).stream()
                        .findFirst();
    }

    private static Catalogue catalogue(String scope, String formula, String missing) {
        Map<String, byte[]> tables = TwoForms.tables();
        String rules = "id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n" + "XYZ001,"
                + scope + ",query,\"" + formula + "\"," + missing + ",,请核实。,Please check.,,,\n";
        tables.put("rules.csv", rules.getBytes(StandardCharsets.UTF_8));
        Catalogue catalogue = CatalogueLoader.load(tables);
        assertThat(Lint.faults(catalogue)).isEmpty();
        return catalogue;
    }

    private static Finding failed(Object... said) {
        return FindingWords.with(Finding.failed("XYZ001", Severity.QUERY, SHEET), said);
    }

    private static Finding undecided(Reason why, Object... said) {
        return FindingWords.with(FindingWords.undecided("XYZ001", Severity.QUERY, SHEET, why), said);
    }

    private String said(Optional<Finding> finding) {
        return said(finding, Lang.ZH);
    }

    private String said(Optional<Finding> finding, Lang lang) {
        return wording(lang).sentence(finding.orElseThrow(), MARCH);
    }

    private String related(Optional<Finding> finding) {
        return related(finding, Lang.ZH);
    }

    private String related(Optional<Finding> finding, Lang lang) {
        return wording(lang).relation(finding.orElseThrow(), MARCH);
    }

    private Wording wording(Lang lang) {
        return new Wording(new MessageBundle(lang), catalogue);
    }
}
