package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.huizong.Punctuation;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.TwoForms;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(1)
class ReportWriterTest {
    private static final String PUBLICITY = "普法宣传与学法情况";
    private static final String VILLAGE = "村（社区）基层工作情况";
    private static final Pattern CALLS = Pattern.compile("[A-Z]+(?=\\()");

    @TempDir
    private static Path folder;

    private static Qingxi qingxi;
    private static Written october;

    @BeforeAll
    static void makeTheTownship() {
        qingxi = new Qingxi(folder.resolve("data"));
        october = write(qingxi.october2(), Lang.ZH);
    }

    @AfterAll
    static void close() {
        october.close();
        qingxi.close();
    }

    @Test
    void namesTheFileAfterThePeriod() {
        var zh = writer(Lang.ZH);
        var en = writer(Lang.EN);

        assertThat(List.of("2026-10", "2026-Q4", "2026-H2", "2026"))
                .extracting(p -> zh.fileName(Period.parse(p)))
                .containsExactly(
                        "行政执法综合月报-2026-10.xlsx",
                        "行政执法综合季报-2026-Q4.xlsx",
                        "行政执法综合半年报-2026-H2.xlsx",
                        "行政执法综合年报-2026.xlsx");
        assertThat(en.fileName(Period.parse("2026-10"))).isEqualTo("Law-enforcement-monthly-report-2026-10.xlsx");
    }

    @Test
    void hasItsSheetsInTheOrderOfTheDesign() {
        assertThat(october.sheets())
                .containsExactly(
                        "首页", "主要指标", "各月走势", "分单位", "分村", "单位全年", PUBLICITY, VILLAGE, "选项填报", "报送情况", "审核问题", "指标来源",
                        "数据来源", "变更", "口径说明", "上报明细", "单位全年数据");
    }

    @Test
    void showsEveryIndicatorOfTheMonthWithItsComparisons() {
        assertThat(october.row("主要指标", 4))
                .containsExactly(
                        "发放宣传资料",
                        "份",
                        "'普法宣传与学法情况'!$D$9 = 1069",
                        "1093",
                        "-2.2%",
                        "1186",
                        "-9.9%",
                        "11458",
                        "11858",
                        "-3.4%",
                        "23/23",
                        "");
        assertThat(october.row("主要指标", 8)).contains("减少1期", "减少1期");
        assertThat(october.row("主要指标", 9)).contains("+62.0%", "—（上年同月为0）");
    }

    @Test
    void saysWhoIsMissingAndComparesTheOthers() {
        try (var first = write(qingxi.october1(), Lang.ZH)) {
            assertThat(first.row("主要指标", 4))
                    .contains("'普法宣传与学法情况'!$D$9 = 988", "1093", "-5.4%", "22/23")
                    .contains("(M5-N5)/ABS(N5)*100 = -5.3639846743295")
                    .contains("缺 石桥村；同口径22家：本月 988，上月 1044；同口径22家：本月 988，上年同月 1146；"
                            + "本年累计实报229/230；同口径22家：本年累计 10972，上年累计 11152");
            assertThat(first.cell(PUBLICITY, "A5")).isEqualTo("应报 23 份，实报 22 份；缺 石桥村");
            assertThat(first.cell("首页", "A4")).isEqualTo("应报 37 份，实报 35 份（其中迟报 1 份），缺报 1 份，退回 1 份。");
            assertThat(first.cell("首页", "A5")).isEqualTo("数据不完整，未计入：石桥村（普法宣传与学法情况，缺报）、青山村（村（社区）基层工作情况，退回）。");
        }
    }

    @Test
    void addsUpTheUnitsBelowTheForm() {
        assertThat(october.cell(PUBLICITY, "D9")).isEqualTo("SUM($D$32:$D$54) = 1069");
        assertThat(october.cell(VILLAGE, "D17")).isEqualTo("SUM($D$53:$D$66) = 23185");
        assertThat(october.cell(VILLAGE, "D19")).isEqualTo("village.births_male+village.births_female = 57");
        assertThat(october.cell(VILLAGE, "D26")).isEqualTo("SUM($F$89:$F$102) = 52");
        assertThat(october.row(VILLAGE, 35).subList(0, 4)).containsExactly("青山村", "退回", "0/1", "—");
        assertThat(october.row(PUBLICITY, 36).subList(0, 4)).containsExactly("司法所", "迟报", "1/1", "48");
    }

    @Test
    void showsWhatCannotBeAddedForSingleMonthsOnly() {
        try (var year = write(qingxi.of("2024"), Lang.ZH)) {
            assertThat(year.cell(VILLAGE, "A1")).isEqualTo("青溪镇村（社区）基层工作情况汇总表");
            assertThat(year.cell(VILLAGE, "D26")).isEqualTo("—");
            assertThat(year.name(VILLAGE, "village.disputes_opening")).endsWith("$M$5");
            assertThat(year.cell(VILLAGE, "M5")).isEmpty();
            assertThat(year.cell(VILLAGE, "D30")).isEqualTo("SUM($J$89:$J$102) = 60");
        }
    }

    @Test
    void isAReturnForTheCounty() {
        assertThat(october.name(VILLAGE, "village.births")).isEqualTo("'" + VILLAGE + "'!$D$19");
        assertThat(Map.of(
                        "return", october.named(VILLAGE, "return"),
                        "version", october.named(VILLAGE, "version"),
                        "period", october.named(VILLAGE, "period"),
                        "unit", october.named(VILLAGE, "unit")))
                .containsOnly(
                        Map.entry("return", "village"),
                        Map.entry("version", "1"),
                        Map.entry("period", "2025-10"),
                        Map.entry("unit", "青溪镇"));
        assertThat(qingxi.catalogue().items("village", Qingxi.OCTOBER.last()))
                .allSatisfy(i -> assertThat(october.name(VILLAGE, i.code())).isNotEmpty());
    }

    @Test
    void showsUnitsFromTheirBlocks() {
        assertThat(october.row("分单位", 8)).startsWith("司法所", "迟报", "2", "9", "'普法宣传与学法情况'!$D$37 = 48");
        assertThat(october.row("分单位", 12).get(4)).isEqualTo("SUM($E$4:$E$12) = 381");
        assertThat(october.row("分单位", 13).get(4)).isEqualTo("'主要指标'!$C$5 = 1069");
    }

    @Test
    void tellsWhatTheCorrectionChanged() {
        assertThat(october.cell("变更", "A2")).startsWith("第2版（2025-11-10）与第1版相比有 ");
        assertThat(october.rows("变更").subList(2, 6))
                .containsExactly(
                        List.of("填报单位", "报表", "内容", "报告期", "原来", "现在", "本年累计\n原来", "本年累计\n现在", "原因", "来源文件"),
                        List.of("石桥村", "普法宣传与学法情况月报表", "报送情况", "2025年10月", "缺报", "已计入", "", "", "补报", "10/石桥村.xlsx"),
                        List.of(
                                "柳溪村",
                                "普法宣传与学法情况月报表",
                                "发放宣传资料",
                                "2025年10月",
                                "25",
                                "35",
                                "",
                                "",
                                "更正",
                                "10/柳溪村(更正).xlsx"),
                        List.of(
                                "青溪镇",
                                "主要指标",
                                "发放宣传资料",
                                "2025年10月",
                                "988",
                                "1069",
                                "11377",
                                "11458",
                                "补报、更正",
                                "10/石桥村.xlsx、10/柳溪村(更正).xlsx"));
    }

    @Test
    void listsErrorsBeforeQueriesAndKeepsAnExplanationText() {
        assertThat(october.row("审核问题", 3).subList(0, 4))
                .containsExactly("青山村", "错误", VILLAGE, "调处成功与转出之和大于期初未结与本月受理之和，请核对后改正。");
        assertThat(october.cell("审核问题", "A2"))
                .startsWith("先办：改正后重报——青山村 1 处；说明情况——")
                .contains("提示仅供参考。", "写法不规范的数：已改读 1 处，存疑 0 处，读不出 0 处；改读和存疑的请核对。")
                .endsWith("带“*”的是基期数：没有用本程序收过，来源见“口径说明”。");
        assertThat(october.rows("审核问题"))
                .filteredOn(row -> row.contains("PUB004"))
                .extracting(row -> row.get(4))
                .containsExactly("发放宣传资料 412 是今年以来其他月份的月均 100* 的 4.1 倍，超过 3 倍");
        assertThat(october.workbook().getSheet("审核问题"))
                .map(row -> row.getCell(5))
                .filteredOn(cell -> cell != null && cell.getCellType() == CellType.STRING)
                .extracting(cell -> cell.getStringCellValue())
                .contains("=本期为新招劝导员的小班培训");
    }

    @Test
    void tellsWhatWasNotDecidedBelowTheListByReason() {
        assertThat(october.cell("审核问题", "A2")).contains("另有 1 条关系没有判定，按原因列在表后，不用处理。");
        var rows = october.rows("审核问题");
        assertThat(rows.subList(rows.size() - 2, rows.size()))
                .extracting(row -> row.get(0))
                .containsExactly("西街社区", "未判定 1 条：缺少上月的数据（村（社区）基层工作情况 1 条）");
        assertThat(october.rowOf("审核问题", "未判定 1 条：缺少上月的数据（村（社区）基层工作情况 1 条）").getRowNum())
                .as("a row is left free below the list")
                .isEqualTo(rows.size());
        assertThat(rows).noneMatch(row -> row.contains("VIL003"));
    }

    @Test
    void namesTheRulesOfTheCatalogueAndNoCodeOfTheProgramsOwn() {
        assertThat(october.rows("审核问题"))
                .filteredOn(row -> row.size() > 10)
                .extracting(row -> row.get(3), row -> row.get(9))
                .contains(tuple("调处成功与转出之和大于期初未结与本月受理之和，请核对后改正。", "VIL004"), tuple("本月转出写的是“1 0”，已读作 10。", ""));
    }

    @Test
    void followsEveryValueToItsCell() {
        assertThat(october.rows("数据来源"))
                .contains(List.of("司法所", "发放宣传资料", "2025年10月", "1", "10/司法所.xlsx", "48", "普法", "", "D9", "01"))
                .contains(List.of("司法所", "学法计划落实", "2025年10月", "1", "10/司法所.xlsx", "是", "普法", "", "D21", "13"));
    }

    @Test
    void usesOnlyFormulasThatEveryProgramCalculatesAlike() {
        var functions = october.formulas().stream()
                .flatMap(f -> CALLS.matcher(f).results().map(r -> r.group()))
                .distinct();

        assertThat(functions)
                .isSubsetOf(
                        "SUM",
                        "MIN",
                        "MAX",
                        "SUMIFS",
                        "COUNTIFS",
                        "SUBTOTAL",
                        "INDEX",
                        "MATCH",
                        "IF",
                        "IFERROR",
                        "ABS",
                        "ROUND");
        assertThat(october.formulas()).hasSizeGreaterThan(200);
    }

    @Test
    void speaksOneLanguageOnly() {
        try (var english = write(qingxi.october2(), Lang.EN)) {
            assertThat(english.texts())
                    .filteredOn(t -> t.codePoints().anyMatch(c -> c >= 0x4E00 && c < 0xA000))
                    .allMatch(t -> t.endsWith(".xlsx")
                            || t.equals("普法")
                            || t.equals("村表")
                            || t.startsWith("Form no. 青依法0")
                            || t.startsWith("="));
        }
        assertThat(october.texts())
                .map(t -> t.replaceAll("[0-9a-f]{12,}|[A-Z]{3}00[0-9]|\\S+\\.(xlsx|csv)|SHA-256", ""))
                // the hidden sheet for the level above names items by their codes
                .map(t -> t.replaceAll("(publicity|village)\\.[a-z_]+", ""))
                .filteredOn(t -> t.matches("(?s).*[A-Za-z]{2,}.*"))
                .containsOnly("village", "publicity");
    }

    @Test
    void punctuatesChineseInFullWidth() {
        assertThat(october.texts())
                .allSatisfy(
                        text -> assertThat(Punctuation.halfWidth(text)).as(text).isEmpty());
    }

    @Test
    void calculatesRatiosLeastValuesAndSumsOverTwoReturns() {
        try (var other = new Qingxi(folder.resolve("other"), withMoreIndicators());
                var book = new Written(other.october2(), other.catalogue(), Lang.ZH)) {
            assertThat(book.row("主要指标", 10).subList(0, 3))
                    .containsExactly("考试合格率", "%", "'普法宣传与学法情况'!$D$27/'普法宣传与学法情况'!$D$26*100 = 60.655737704918");
            assertThat(book.row("主要指标", 10).subList(10, 13)).containsExactly("90", "108.8", "");
            assertThat(book.row("主要指标", 11).get(2)).isEqualTo("'普法宣传与学法情况'!$D$15+'村（社区）基层工作情况'!$D$12 = 77");
            assertThat(book.row("主要指标", 12).subList(10, 13)).containsExactly("6", "66.7", "83.3% 落后");
            assertThat(book.cell(PUBLICITY, "D20")).isEqualTo("MIN($F$59:$F$81) = 0");
            assertThat(book.row("分单位", 3).get(11)).isEqualTo("'普法宣传与学法情况'!$J$32+0 = 0");
            assertThat(book.row("分单位", 12).subList(10, 13)).containsExactly("—", "SUM($L$4:$L$12) = 21", "—");
        }
    }

    /** A ratio, a sum over two returns, and the least value over units, with targets. */
    private static Catalogue withMoreIndicators() {
        Map<String, byte[]> tables = TwoForms.tables();
        edit(tables, "items.csv", t -> t.replaceAll("(publicity\\.study_sessions,.*),sum,sum,", "$1,sum,min,"));
        edit(tables, "indicators.csv", t -> t.stripTrailing() + """

                pass_rate,publicity,70,考试合格率,Pass rate,%,publicity.exam_passed/publicity.exam_takers*100,1,up,90,,,,
                events,publicity,80,活动场次,Events,场,publicity.market_days+village.banquets,0,none,,,,,
                study,publicity,90,学法次数,Study sessions,次,publicity.study_sessions,0,up,6,,,,
                """);
        return CatalogueLoader.load(tables);
    }

    private static void edit(Map<String, byte[]> tables, String name, UnaryOperator<String> change) {
        tables.computeIfPresent(
                name,
                (n, b) -> change.apply(new String(b, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesATotalThatIsNotTheSumOfItsUnits() {
        var wrong = with(qingxi.october2(), f -> f, i -> i, "village.births_male");

        var fault = catchThrowableOfType(TwoWaysException.class, () -> write(wrong, Lang.ZH));

        assertThat(fault.code()).isEqualTo("village.births_male");
        assertThat(fault.sheet()).isEqualTo(VILLAGE);
        assertThat(fault.cell()).isEqualTo("E19");
        assertThat(fault)
                .hasMessage("village.births_male is 27 by the store but 26 by the formula in sheet " + VILLAGE
                        + ", cell E19; nothing was published");
    }

    @Test
    void refusesAnIndicatorThatIsNotItsFormula() {
        var wrong = with(qingxi.october2(), f -> f, i -> i.indicator().code().equals("boards") ? one(i) : i, "");

        var fault = catchThrowableOfType(TwoWaysException.class, () -> write(wrong, Lang.ZH));

        assertThat(fault)
                .hasMessage(
                        "boards is 11 by the store but 10 by the formula in sheet 主要指标, cell C8; nothing was published");
    }

    @Test
    void writesTheSameBytesTwice() {
        var once = new ByteArrayOutputStream();
        var twice = new ByteArrayOutputStream();

        writer(Lang.ZH).write(qingxi.october2(), once);
        writer(Lang.ZH).write(qingxi.october2(), twice);

        assertThat(twice.toByteArray()).isEqualTo(once.toByteArray());
    }

    private static IndicatorFigures one(IndicatorFigures i) {
        return new IndicatorFigures(
                i.indicator(),
                more(i.now()),
                i.prior(),
                i.yearAgo(),
                i.yearToDate(),
                i.yearToDateAgo(),
                i.againstPrior(),
                i.againstYearAgo(),
                i.yearAgainstYearAgo(),
                i.byUnit(),
                i.target(),
                i.unitTargets());
    }

    private static Figure more(Figure f) {
        return new Figure(f.value().map(v -> v.add(BigDecimal.ONE)), f.basis(), f.asAt());
    }

    /** The publication with one total of an item too many by one, and indicators changed. */
    private static Publication with(
            Publication p, UnaryOperator<FormFigures> form, UnaryOperator<IndicatorFigures> indicator, String item) {
        Consolidation c = p.consolidation();
        List<FormFigures> forms = new ArrayList<>();
        for (FormFigures f : c.forms()) {
            Map<String, Figure> totals = new LinkedHashMap<>(f.totals());
            totals.computeIfPresent(item, (code, figure) -> more(figure));
            forms.add(form.apply(new FormFigures(
                    f.form(), f.items(), f.units(), f.byUnit(), totals, f.prior(), f.yearToDate(), f.yearAgo())));
        }
        return new Publication(
                new Consolidation(
                        c.period(),
                        c.asOf(),
                        c.coverage(),
                        forms,
                        c.registers(),
                        c.indicators().stream().map(indicator).toList(),
                        c.crossChecks(),
                        c.course()),
                p.edition(),
                p.outdated(),
                p.submissions(),
                p.findings(),
                p.leads(),
                p.observations(),
                p.archive());
    }

    private static ReportWriter writer(Lang lang) {
        return Written.writer(qingxi.catalogue(), lang);
    }

    private static Written write(Publication publication, Lang lang) {
        return new Written(publication, qingxi.catalogue(), lang);
    }
}
