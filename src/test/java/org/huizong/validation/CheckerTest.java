package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Ground;
import org.huizong.model.Observation;
import org.huizong.model.Outcome;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Remark;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static final Period MARCH = Period.parse("2025-03");
    private static final CellRef SHEET = new CellRef("石桥村.xlsx", "表", "");

    private final Catalogue catalogue = CatalogueLoader.builtIn();
    private final Checker checker = new Checker(catalogue, LocalDate.of(2025, 4, 5));
    private final Map<String, Value> values = new TreeMap<>();
    private final Map<String, Value> earlier = new TreeMap<>();

    @Test
    void acceptsASoundReturn() {
        sound("publicity");
        earlier.put("ytd.publicity.materials", Value.of(2));

        var result = check("publicity");

        assertThat(result.findings()).isEmpty();
        assertThat(result.disposition()).isEqualTo(Disposition.ACCEPTED);
    }

    @Test
    void sendsBackABlankRequiredCell() {
        sound("publicity");
        values.put("publicity.consultations", Value.Gap.BLANK);

        assertThat(failed("publicity")).containsExactly(error("required", "publicity.consultations", "value", ""));
        assertThat(check("publicity").disposition()).isEqualTo(Disposition.REJECTED);
    }

    @Test
    void sendsBackANegativeCountAFractionAndACountBeyondReason() {
        sound("publicity");
        values.put("publicity.slogans", Value.of(-3));
        values.put("publicity.boards", Value.of(new BigDecimal("1.5")));
        values.put("publicity.market_days", Value.of(101));

        assertThat(failed("publicity"))
                .containsExactly(
                        error("min", "publicity.slogans", "value", -3, "min", 0),
                        error("integer", "publicity.boards", "value", 1.5),
                        error("max", "publicity.market_days", "value", 101, "max", 100));
    }

    @Test
    void sendsBackASumThatDoesNotAgreeWithItsParts() {
        sound("village");
        values.put("village.births_male", Value.of(2));
        values.put("village.births_female", Value.of(1));
        values.put("village.births", Value.of(9));

        assertThat(failed("village")).containsExactly(error("computed", "village.births", "value", 9, "expected", 3));
    }

    @Test
    void doesNotDoubtASumWhilePartsAreMissing() {
        sound("village");
        values.put("village.births_male", Value.Gap.BLANK);
        values.put("village.births", Value.of(9));

        assertThat(failed("village")).containsExactly(error("required", "village.births_male", "value", ""));
    }

    @Test
    void blamesTheCellThatTheRuleNames() {
        sound("publicity");
        values.put("publicity.exam_takers", Value.of(5));
        values.put("publicity.exam_passed", Value.of(8));

        assertThat(failed("publicity"))
                .containsExactly(error(
                        "PUB001",
                        "publicity.exam_passed",
                        "publicity.exam_passed",
                        8,
                        "publicity.exam_takers",
                        5,
                        "ground",
                        "publicity.exam_passed>publicity.exam_takers"));
    }

    @Test
    void asksForAnExplanationAndIsSatisfiedWithOne() {
        sound("publicity");
        values.put("publicity.training_courses", Value.of(1));
        values.put("publicity.training_attendance", Value.of(500));
        var asked = check("publicity");

        values.put("explain.PUB003", Value.of("全镇大会,一期"));
        var explained = check("publicity");

        assertThat(asked.disposition()).isEqualTo(Disposition.QUERIED);
        assertThat(explained.disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(explained.findings()).isEqualTo(asked.findings());
    }

    @Test
    void isNotSatisfiedWithAnExplanationThatSaysNothing() {
        sound("publicity");
        values.put("publicity.training_courses", Value.of(1));
        values.put("publicity.training_attendance", Value.of(500));
        values.put("explain.PUB003", Value.of("情况属实。"));

        var result = check("publicity");

        assertThat(result.disposition()).isEqualTo(Disposition.QUERIED);
        assertThat(result.findings().stream().filter(Finding::asks))
                .containsExactly(FindingWords.with(
                                Finding.failed("PUB003", Severity.QUERY, at("publicity.training_attendance")),
                                "item",
                                "publicity.training_attendance",
                                "publicity.training_attendance",
                                500,
                                "publicity.training_courses",
                                1,
                                "ground",
                                new Ground(
                                        "publicity.training_attendance>200*publicity.training_courses",
                                        Optional.empty(),
                                        Optional.of(new BigDecimal(200))))
                        .with(new Remark.EmptyExplanation("情况属实。")));
    }

    @Test
    void leavesARuleUndecidedWhenLastMonthIsMissingAndSaysWhatIsMissing() {
        sound("village");

        var finding = check("village").findings().stream()
                .filter(f -> f.rule().equals("VIL002"))
                .findFirst()
                .orElseThrow();

        assertThat(finding)
                .isEqualTo(FindingWords.undecided(
                                "VIL002",
                                Severity.QUERY,
                                at("village.disputes_opening"),
                                FindingWords.missing("prior.village.disputes_pending"))
                        .ofItem("village.disputes_opening")
                        .with("village.disputes_opening", Argument.of(1)));
        assertThat(check("village").disposition()).isEqualTo(Disposition.ACCEPTED);
    }

    @Test
    void comparesWithLastMonth() {
        sound("village");
        earlier.put("prior.village.disputes_pending", Value.of(4));
        earlier.put("prior.village.residents", Value.of(2));

        assertThat(failed("village"))
                .containsExactly(query(
                        "VIL002",
                        "village.disputes_opening",
                        "village.disputes_opening",
                        1,
                        "prior.village.disputes_pending",
                        4,
                        "ground",
                        "village.disputes_opening<>prior.village.disputes_pending"));
    }

    @Test
    void leavesARuleUndecidedWhenTextStandsInANumberCell() {
        sound("publicity");
        values.put("publicity.exam_takers", Value.of("约五"));
        values.put("publicity.exam_passed", Value.of(4));

        assertThat(check("publicity").findings())
                .contains(FindingWords.with(
                        FindingWords.undecided(
                                "PUB001",
                                Severity.ERROR,
                                at("publicity.exam_passed"),
                                new Reason.NoNumber(List.of("publicity.exam_takers"))),
                        "item",
                        "publicity.exam_passed",
                        "publicity.exam_passed",
                        4,
                        "publicity.exam_takers",
                        "约五"));
    }

    private Checker.Result check(String form) {
        List<Observation> observations = new ArrayList<>();
        values.forEach((item, value) -> observations.add(new Observation(item, "", value, at(item))));
        return checker.check(
                "",
                form,
                MARCH,
                observations,
                SHEET,
                List.of(),
                o -> earlier.getOrDefault(o, Value.Gap.BLANK),
                Directory.NONE);
    }

    private List<Finding> failed(String form) {
        return check(form).findings().stream()
                .filter(f -> f.outcome() == Outcome.FAILED)
                .toList();
    }

    /** A return in which every count is 1 and every sum agrees. */
    private void sound(String form) {
        catalogue.items(form, MARCH.last()).forEach(item -> {
            boolean counted = item.type() != ItemType.CHOICE;
            values.put(item.code(), !counted ? Value.of("yes") : Value.of(item.isComputed() ? 2 : 1));
        });
        values.computeIfPresent("publicity.training_attendance", (code, one) -> Value.of(40));
        values.computeIfPresent("village.disputes_pending", (code, two) -> Value.of(0));
    }

    private static CellRef at(String item) {
        return new CellRef(SHEET.file(), SHEET.sheet(), item);
    }

    private static Finding error(String rule, String item, Object... said) {
        return FindingWords.with(Finding.failed(rule, Severity.ERROR, at(item)).ofItem(item), said);
    }

    private static Finding query(String rule, String item, Object... said) {
        return FindingWords.with(Finding.failed(rule, Severity.QUERY, at(item)).ofItem(item), said);
    }
}
