package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.TwoForms;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.PrefillField;
import org.huizong.model.CellAddress;
import org.huizong.model.Period;
import org.huizong.spreadsheet.read.Typing;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateWriterTest {
    private static final Catalogue CATALOGUE = TwoForms.catalogue();
    private static final Period MARCH = Period.parse("2025-03");
    private static final Prefill KNOWN = (item, shadow) -> Optional.of(BigDecimal.valueOf(
            switch (shadow) {
                case PRIOR -> 40;
                case YTD_BEFORE -> 1200;
                default -> 1350;
            }));

    /** What is only opened and filled is written once: the blank forms by their codes, and what a unit is issued. */
    private static final Map<String, byte[]> WRITTEN = new ConcurrentHashMap<>();

    private final TemplateWriter writer = writer(Lang.ZH);

    @Test
    void namesEveryCellWhereTheLayoutPutsIt() {
        var layout = layout("village");
        Map<String, String> expected = new HashMap<>();
        for (Field field : layout.fields()) {
            expected.put(field.definedName(), layout.cell(field).text());
        }
        layout.items().forEach(i -> {
            expected.put(i.code(), layout.cell(i.code()).orElseThrow().text());
            for (PrefillField shadow : PrefillField.values()) {
                expected.put(
                        shadow.definedName(i.code()),
                        layout.shadow(i.code(), shadow).text());
            }
        });
        layout.explanations().forEach((rule, at) -> expected.put("explain." + rule, at.text()));

        var book = blank("village");

        assertThat(book.getAllNames().stream()
                        .filter(n -> n.getSheetIndex() == 1 && !n.getNameName().startsWith("_"))
                        .collect(Collectors.toMap(
                                XSSFName::getNameName,
                                n -> new CellReference(n.getRefersToFormula())
                                        .formatAsString(false)
                                        .replace("$", ""))))
                .isEqualTo(expected);
    }

    @Test
    void unlocksTheInputsOfABlankFormAndNothingElse() {
        var layout = layout("village");
        var expected = new TreeSet<String>(List.of("B4", "C4", "E4", "F4"));
        layout.items().stream()
                .filter(i -> !i.isComputed())
                .forEach(i -> expected.add(layout.cell(i.code()).orElseThrow().text()));
        layout.explanations().values().forEach(a -> expected.add(a.text()));
        expected.add(layout.cell(Field.EXPLANATION).text());
        Stream.of(Field.values()).filter(Field::inFoot).map(layout::cell).forEach(a -> {
            expected.add(a.text());
            expected.add(new CellAddress(a.row(), a.column() + 1).text());
        });

        var sheet = blank("village").getSheetAt(1);

        assertThat(unlocked(sheet)).isEqualTo(expected);
        assertThat(sheet.getProtect()).isTrue();
        assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
        assertThat(sheet.isInsertRowsLocked()).isFalse();
    }

    @Test
    void locksUnitAndPeriodOfAnIssuedForm() {
        var sheet = open(issued()).getSheetAt(1);

        assertThat(unlocked(sheet)).doesNotContain("B4", "E4").contains("D9");
        assertThat(text(sheet, "B4")).isEqualTo("石桥村");
        assertThat(text(sheet, "E4")).isEqualTo("2025-03");
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void writesTheSameBytesTwice(Lang lang) {
        var form = CATALOGUE.form("village", CATALOGUE.newest()).orElseThrow();

        assertThat(bytes(out -> writer(lang).blank(form, out)))
                .isEqualTo(bytes(out -> writer(lang).blank(form, out)));
        assertThat(issue()).isEqualTo(issued());
    }

    @Test
    void callsSheetsAndFilesByTheTitleOfTheReturn() {
        var form = CATALOGUE.form("publicity", CATALOGUE.newest()).orElseThrow();
        var unit = CATALOGUE.unit("v01").orElseThrow();

        assertThat(writer.fileName(form)).isEqualTo("青依法06表-普法宣传与学法情况月报表.xlsx");
        assertThat(writer.fileName(unit, MARCH)).isEqualTo("石桥村-2025-03.xlsx");
        assertThat(writer(Lang.EN).fileName(form)).isEqualTo("Legal Publicity and Study - Monthly Return.xlsx");
        assertThat(sheets(open(issued()))).containsExactly("填报说明", "普法宣传与学法情况月报表", "村（社区）基层工作情况月报表");
        assertThat(text(open(issued()).getSheetAt(1), "A1")).isEqualTo("青溪镇普法宣传与学法情况月报表");
    }

    @Test
    void saysNothingAboutAFormThatNobodyHasBegun() {
        var sheet = blank("publicity").getSheetAt(1);

        assertThat(text(sheet, "A5")).isEqualTo("尚未填写");
        assertThat(checks(sheet)).isEmpty();
    }

    @Test
    void cachesAnEmptyTextWhereAFormulaHasNothingToSay() {
        var cell = cell(blank("publicity").getSheetAt(1), "F9");

        assertThat(cell.getCachedFormulaResultType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEmpty();
    }

    @Test
    void letsAFaultlessFormBeSent() {
        var sheet = fill(issued(), "publicity", full()).getSheetAt(1);

        assertThat(text(sheet, "A5")).isEqualTo("可以上报");
        assertThat(checks(sheet)).containsOnly("✓").hasSize(18);
    }

    @Test
    void addsThisMonthToTheYearSoFar() {
        var sheet = fill(issued(), "publicity", full()).getSheetAt(1);

        assertThat(cell(sheet, "F9").getNumericCellValue()).isEqualTo(1820);
        assertThat(cell(sheet, "G9").getNumericCellValue()).isEqualTo(1350);
    }

    @Test
    void beginsTheYearAtZeroInJanuary() {
        var unit = CATALOGUE.unit("d01").orElseThrow();
        var january = bytes(out -> writer.issue(unit, Period.parse("2025-01"), Prefill.NONE, out));

        var sheet = fill(january, "publicity", full()).getSheetAt(1);

        assertThat(cell(sheet, "F9").getNumericCellValue()).isEqualTo(620);
        assertThat(text(sheet, "G9")).isEmpty();
        assertThat(text(sheet, "H9")).isEqualTo("✓");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    publicity.exam_passed   | 15     | ✘ 合格人数 15 大于参加考试人数 10，请核对后改正。                | 还有 1 处错误，0 处需说明
                    publicity.boards        |        | ○ 未填。没有发生的填0。                                         | 还有 1 处未填，0 处错误，0 处需说明
                    publicity.study_time    |        | ○ 未填。                                                        | 还有 1 处未填，0 处错误，0 处需说明
                    publicity.study_time    | 一般   | ✘ 填了“一般”，只能填 是 / 否。                                   | 还有 1 处错误，0 处需说明
                    publicity.slogans       | 20000  | ✘ 填了 20000，不能大于 10000，请核对。                            | 还有 1 处错误，0 处需说明
                    publicity.slogans       | -1     | ✘ 填了 -1，不能小于 0。                                          | 还有 1 处错误，0 处需说明
                    publicity.slogans       | 2.5    | ✘ 填了 2.5，应填整数。                                           | 还有 1 处错误，0 处需说明
                    publicity.slogans       | 约三十 | ✘ 填了“约三十”，应填数字。                                       | 还有 1 处错误，0 处需说明
                    publicity.materials     | 12345  | △ 需说明：本月发放宣传资料 12345 份，与今年以来月均相比波动过大，请核实并说明原因。 | 还有 0 处错误，1 处需说明
                    publicity.materials     | 600    | ※ 提示：发放宣传资料 600 是整百数，请留意是否为估计数。             | 可以上报
                    publicity.training_courses | 0   | ✓                                                               | 还有 1 处错误，0 处需说明
                    """)
    void saysInTheLineWhatIsWrong(String item, String value, String check, String banner) {
        var values = full();
        values.put(item, value(value));

        var sheet = fill(issued(), "publicity", values).getSheetAt(1);

        var line = layout("publicity").cell(item).orElseThrow().row() + 1;
        assertThat(text(sheet, "H" + line)).isEqualTo(check);
        assertThat(text(sheet, "A5")).isEqualTo(banner);
    }

    @Test
    void saysItInEnglish() {
        var unit = CATALOGUE.unit("v01").orElseThrow();
        var english = bytes(out -> writer(Lang.EN).issue(unit, MARCH, KNOWN, out));
        var values = full();
        values.put("publicity.exam_passed", BigDecimal.valueOf(15));
        values.put("publicity.boards", "");

        var sheet = fill(english, "publicity", values).getSheetAt(1);

        assertThat(text(sheet, "A5")).isEqualTo("Still 1 blank, 1 wrong, 0 to explain");
        assertThat(checks(sheet))
                .contains(
                        "✘ 15 passed but only 10 took the examination; please check and correct.",
                        "○ Blank. Write 0 if there was none. ");
    }

    @Test
    void isContentWithAQueryThatIsExplained() {
        var values = full();
        values.put("publicity.materials", BigDecimal.valueOf(12345));
        values.put("explain.PUB004", "法治宣传月集中发放");

        var sheet = fill(issued(), "publicity", values).getSheetAt(1);

        assertThat(text(sheet, "H9")).isEqualTo("✓ 已说明。");
        assertThat(text(sheet, "A5")).isEqualTo("可以上报");
    }

    @ParameterizedTest
    @ValueSource(strings = {"核实无误", " 核实，无误。 ", "核实\n无误", "ok", "ＯＫ！", "—", "/", "　"})
    void isNotContentWithAnExplanationThatSaysNothing(String nothing) {
        var values = full();
        values.put("publicity.materials", BigDecimal.valueOf(12345));
        values.put("explain.PUB004", nothing);

        var sheet = fill(issued(), "publicity", values).getSheetAt(1);

        assertThat(text(sheet, "H9")).startsWith("△ ").contains("本月发放宣传资料 12345 份");
        assertThat(text(sheet, "A5")).isEqualTo("还有 0 处错误，1 处需说明");
    }

    @Test
    void asksAgainWhereAnExplanationSaysNothing() {
        var values = full();
        values.put("publicity.materials", BigDecimal.valueOf(12345));
        values.put("explain.PUB004", "核实无误");

        var sheet = fill(issued(), "publicity", values).getSheetAt(1);

        assertThat(text(sheet, "H9")).startsWith("△ 说明没有写出原因，请写明实际情况：本月发放宣传资料 12345 份");
    }

    @ParameterizedTest
    @ValueSource(strings = {"核实无误，新印了折页", "无", "1"})
    void isContentWithAnExplanationThatSaysMoreOrIsNotInTheList(String reason) {
        var values = full();
        values.put("publicity.materials", BigDecimal.valueOf(12345));
        values.put("explain.PUB004", reason);

        var sheet = fill(issued(), "publicity", values).getSheetAt(1);

        assertThat(text(sheet, "H9")).isEqualTo("✓ 已说明。");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03, 2025-03-30, '△ 需说明：报出日期 2025-03-30 早于报告期最后一天 2025-03-31，本期的数还不是最后的数。'",
        "2025-03, 2025-03-31, ''",
        // whoever saves it now is late, whatever day it bears
        "2025-03, 2025-04-20, ''",
        "2099-03, 2099-04-05, ''",
        "2099-03, 2099-04-06, '△ 需说明：报出日期 2099-04-06 晚于报送期限 2099-04-05，而现在还没有到期限，请核实日期。'",
        "'', 2025-03-30, ''"
    })
    void asksAboutTheDayInTheFootAsOnArrival(String period, LocalDate day, String check) {
        var layout = layout("publicity");
        Map<String, Object> values = new HashMap<>(Map.of("period", period, "foot_date", day));

        var sheet = fill(blankBytes("publicity"), "publicity", values).getSheetAt(1);

        assertThat(text(sheet, new CellAddress(layout.wholeRow(), layout.checkColumn()).text()))
                .isEqualTo(check);
    }

    @Test
    void isContentWithADayThatIsExplainedForTheWholeForm() {
        var layout = layout("publicity");
        Map<String, Object> values =
                Map.of("foot_date", LocalDate.of(2025, 3, 30), "explain.whole_return", "月底放假,29日后没有活动");

        var sheet = fill(issued(), "publicity", values).getSheetAt(1);

        assertThat(text(sheet, new CellAddress(layout.wholeRow(), layout.checkColumn()).text()))
                .isEqualTo("✓ 已说明。");
    }

    @ParameterizedTest
    @CsvSource({"是,''", "Yes,''", "yes,''", "否,✘ 请落实学法计划。", "No,✘ 请落实学法计划。"})
    void comparesAChoiceByItsLabelWhateverTheCellShowsOfIt(String shown, String check) {
        Map<String, byte[]> tables = TwoForms.tables();
        tables.put(
                "rules.csv",
                ("id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n"
                                + "XYZ001,return,error,\"publicity.study_plan=\"\"是\"\"\",skip,publicity.study_plan,"
                                + "请落实学法计划。,Please have a plan.,,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        Catalogue catalogue = CatalogueLoader.load(tables);
        var wording = new Wording(new MessageBundle(Lang.ZH), catalogue);
        var unit = catalogue.unit("v01").orElseThrow();
        var values = full();
        values.put("publicity.study_plan", shown);

        var issued = bytes(out -> new TemplateWriter(catalogue, wording).issue(unit, MARCH, Prefill.NONE, out));

        assertThat(text(fill(issued, "publicity", values).getSheetAt(1), "H21"))
                .isEqualTo(check.isEmpty() ? "✓" : check);
    }

    @Test
    void leavesARuleWithTheDayOfTheCheckToTheArrivalButHasItsExplanation() {
        Map<String, byte[]> tables = TwoForms.tables();
        tables.put(
                "rules.csv",
                ("id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n"
                                + "XYZ001,return,query,\"OR(publicity.boards>0,as_of<=period_end)\",skip,publicity.boards,"
                                + "请核实。,Please check.,,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        Catalogue catalogue = CatalogueLoader.load(tables);
        var layout = FormLayout.of(
                catalogue, catalogue.form("publicity", MARCH.last()).orElseThrow(), MARCH.last());

        assertThat(new HelperCells(catalogue, layout, MARCH.last()).rules()).isEmpty();
        assertThat(layout.explanations().get("XYZ001").text()).isEqualTo("I12");
    }

    @Test
    void comparesWithTheMonthBefore() {
        Map<String, Object> values = new HashMap<>();
        CATALOGUE.items("village", MARCH.last()).stream()
                .filter(i -> !i.isComputed())
                .forEach(i -> values.put(i.code(), BigDecimal.valueOf(20)));

        var sheet = fill(issued(), "village", values).getSheetAt(2);

        assertThat(text(sheet, "J26")).isEqualTo("✘ 期初未结纠纷 20 件与上月期末 40 件不一致，请核对后改正。");
        assertThat(cell(sheet, "D17").getNumericCellValue()).isEqualTo(40);
        assertThat(text(sheet, "A5")).isEqualTo("还有 1 处错误，0 处需说明");
    }

    @Test
    void leavesATotalBlankWhileAPartIsBlank() {
        var sheet = fill(issued(), "village", Map.of("village.births_male", BigDecimal.ONE))
                .getSheetAt(2);

        assertThat(text(sheet, "D19")).isEmpty();
        assertThat(text(sheet, "J19")).isEqualTo("○ 未填：女。没有发生的填0。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2026-3", "2026年3月", "2026年03月份", "2026/3", "2026.03", "202603", " 2026 年 3 月"})
    void understandsHowClerksWriteAPeriod(String period) {
        var values = full();
        values.put("period", period);
        values.put("unit", "安监办");

        var sheet = fill(blankBytes("publicity"), "publicity", values).getSheetAt(1);

        assertThat(cell(sheet, layout("publicity").cell(Field.PERIOD_START).text())
                        .getLocalDateTimeCellValue())
                .isEqualTo("2026-03-01T00:00:00");
        assertThat(cell(sheet, layout("publicity").cell(Field.PERIOD_END).text())
                        .getLocalDateTimeCellValue())
                .isEqualTo("2026-03-31T00:00:00");
        assertThat(text(sheet, "A5")).isEqualTo("可以上报");
    }

    @ParameterizedTest
    @ValueSource(strings = {"三月", "2026-13", "26-3", ""})
    void asksForAPeriodThatItCannotRead(String period) {
        var values = full();
        values.put("period", period);

        var sheet = fill(blankBytes("publicity"), "publicity", values).getSheetAt(1);

        assertThat(text(sheet, "A5")).isEqualTo("请先选填报单位。请写报告期，如 2026-03。");
    }

    @Test
    void keepsOnePageOfPaperWithoutTheHiddenColumns() {
        var book = blank("village");

        assertThat(book.getPrintArea(1)).isEqualTo("'村（社区）基层工作情况月报表'!$A$1:$K$40");
        assertThat(book.getSheetAt(1).isColumnHidden(layout("village").hiddenColumn()))
                .isTrue();
        assertThat(book.getSheetAt(1).isColumnHidden(layout("village").explainColumn()))
                .isFalse();
    }

    @Test
    void limitsWhatACellTakesAndSaysSoInPlainWords() {
        var limits = blank("publicity").getSheetAt(1).getDataValidations().stream()
                .collect(Collectors.toMap(
                        v -> v.getRegions().getCellRangeAddress(0).formatAsString(),
                        v -> v.getErrorBoxTitle() + ": "
                                + v.getErrorBoxText() + " "
                                + v.getValidationConstraint().getFormula1() + " "
                                + v.getValidationConstraint().getFormula2()));

        assertThat(limits)
                .containsEntry("D9", "发放宣传资料: 请填整数，0 到 100000。没有发生的填0。 0 100000")
                .containsEntry("D21", "学法计划落实: 请从下拉列表中选一项。 $W$1:$W$2 null")
                .containsEntry("B4", "填报单位: 请从下拉列表中选一项。 $V$1:$V$23 null")
                .containsEntry("E4", "报告期: 请写成 2026-03 的样子。 4 12")
                .hasSize(18 + 3);
    }

    private Map<String, Object> full() {
        Map<String, Object> values = new HashMap<>();
        for (Item item : CATALOGUE.items("publicity", MARCH.last())) {
            values.put(item.code(), item.type() == ItemType.CHOICE ? "是" : BigDecimal.TEN);
        }
        values.put("publicity.materials", BigDecimal.valueOf(620));
        values.put("publicity.training_attendance", BigDecimal.valueOf(300));
        return values;
    }

    private static Object value(String text) {
        if (text == null) {
            return "";
        }
        return text.matches("-?[0-9.]+") ? new BigDecimal(text) : text;
    }

    private static TemplateWriter writer(Lang lang) {
        return new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(lang), CATALOGUE));
    }

    private static Return form(String code) {
        return CATALOGUE.form(code, CATALOGUE.newest()).orElseThrow();
    }

    private static FormLayout layout(String code) {
        return FormLayout.of(CATALOGUE, form(code), CATALOGUE.newest());
    }

    private XSSFWorkbook blank(String code) {
        return open(blankBytes(code));
    }

    private byte[] blankBytes(String code) {
        return WRITTEN.computeIfAbsent(code, c -> bytes(out -> writer.blank(form(c), out)));
    }

    private byte[] issued() {
        return WRITTEN.computeIfAbsent("issued", i -> issue());
    }

    private byte[] issue() {
        return bytes(out -> writer.issue(CATALOGUE.unit("v01").orElseThrow(), MARCH, KNOWN, out));
    }

    private static XSSFWorkbook fill(byte[] template, String form, Map<String, ?> values) {
        return open(bytes(out -> FormFiller.fill(
                new ByteArrayInputStream(template),
                out,
                Typing.of(Map.of(form, values)),
                Instant.parse("2025-04-02T03:04:05Z"))));
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] bytes) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sheets(XSSFWorkbook book) {
        List<String> names = new ArrayList<>();
        book.forEach(s -> names.add(s.getSheetName()));
        return names;
    }

    private static Cell cell(XSSFSheet sheet, String address) {
        var at = new CellReference(address);
        return sheet.getRow(at.getRow()).getCell(at.getCol());
    }

    private static String text(XSSFSheet sheet, String address) {
        return cell(sheet, address).getStringCellValue();
    }

    private static List<String> checks(XSSFSheet sheet) {
        List<String> texts = new ArrayList<>();
        for (int row = FormLayout.HEAD_ROW + 2; row < 27; row++) {
            var cell = sheet.getRow(row).getCell(7);
            if (cell.getCellType() == CellType.FORMULA
                    && !cell.getStringCellValue().isEmpty()) {
                texts.add(cell.getStringCellValue());
            }
        }
        return texts;
    }

    private static TreeSet<String> unlocked(XSSFSheet sheet) {
        var found = new TreeSet<String>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!cell.getCellStyle().getLocked()) {
                    found.add(cell.getAddress().formatAsString());
                }
            }
        }
        return found;
    }
}
