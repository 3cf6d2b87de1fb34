package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Return;
import org.huizong.layout.FormLayout;
import org.huizong.layout.PrefillField;
import org.huizong.model.CellAddress;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;

/** Heads of several levels, texts of several lines, and how a figure differs from that of a year ago. */
class FormShapesTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period MARCH = Period.parse("2025-03");

    private static FormLayout layout(String form) {
        return FormLayout.of(CATALOGUE, form(form), MARCH.last());
    }

    private static Return form(String form) {
        return CATALOGUE.form(form, MARCH.last()).orElseThrow();
    }

    private static XSSFSheet issued(String unit, String form, Lang lang, Prefill prefill, Map<String, Value> values)
            throws IOException {
        Wording wording = new Wording(new MessageBundle(lang), CATALOGUE);
        var out = new ByteArrayOutputStream();
        new TemplateWriter(CATALOGUE, wording)
                .filled(
                        CATALOGUE.unit(unit).orElseThrow(),
                        MARCH,
                        prefill,
                        Map.of(form, values),
                        Instant.parse("2025-04-02T01:00:00Z"),
                        out);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return book.getSheet(Titles.sheet(wording, form(form)));
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, CellAddress at) {
        return sheet.getRow(at.row()).getCell(at.column());
    }

    private static List<String> merged(XSSFSheet sheet, int firstRow, int lastRow) {
        return sheet.getMergedRegions().stream()
                .filter(a -> a.getFirstRow() >= firstRow && a.getLastRow() <= lastRow)
                .sorted(Comparator.comparingInt(CellRangeAddress::getFirstRow)
                        .thenComparingInt(CellRangeAddress::getFirstColumn))
                .map(a -> a.formatAsString()
                        + ' '
                        + cell(sheet, new CellAddress(a.getFirstRow(), a.getFirstColumn()))
                                .getStringCellValue()
                                .strip())
                .toList();
    }

    @Test
    void drawsHeadsOverTheirColumnsAndBesideTheirLines() throws IOException {
        XSSFSheet sheet = issued("d03", "traffic", Lang.ZH, Prefill.NONE, Map.of());

        assertThat(merged(sheet, 5, 7))
                .containsExactly(
                        "A6:B7 指标名称",
                        "C6:C7 计量单位",
                        "D6:D7 代码",
                        "E6:E7 合计",
                        "F6:I6 按车型",
                        "J6:J7 上月",
                        "K6:K7 本年累计",
                        "L6:L7 上年同期",
                        "M6:M7 审核",
                        "N6:N7 情况说明",
                        "A8:B8 甲");
        assertThat(merged(sheet, 20, 25)).containsExactly("A21:A22 路面隐患", "A23:A25 交通事故", "A26:B26 交通劝导员");
        assertThat(List.of(13, 14, 15, 16))
                .extracting(row -> sheet.getRow(row).getCell(0).getStringCellValue())
                .containsExactly("　其中：无牌无证", "　　　　超员", "　　　　未戴头盔", "交通处罚");
    }

    @Test
    void drawsThemInEnglish() throws IOException {
        XSSFSheet sheet = issued("d03", "traffic", Lang.EN, Prefill.NONE, Map.of());

        assertThat(merged(sheet, 5, 5)).contains("F6:I6 By kind of vehicle");
        assertThat(merged(sheet, 20, 25))
                .containsExactly("A21:A22 Road hazards", "A23:A25 Road accidents", "A26:B26 Road wardens");
        assertThat(List.of(13, 14, 15))
                .extracting(
                        row -> sheet.getRow(row).getCell(0).getStringCellValue().strip())
                .containsExactly("of which unlicensed", "overloaded", "without helmet");
    }

    @Test
    void makesARowAsTallAsTheTextThatIsFilledIntoIt() throws IOException {
        FormLayout layout = layout("food");
        String text = "一是台账不全。\n二是备案不及时。\n三是" + "试剂不够，".repeat(60);

        XSSFSheet sheet = issued("d02", "food", Lang.ZH, Prefill.NONE, Map.of("food.problems", Value.of(text)));

        CellAddress filled = layout.cell("food.problems").orElseThrow();
        assertThat(cell(sheet, filled).getStringCellValue()).isEqualTo(text);
        assertThat(sheet.getRow(filled.row()).getHeightInPoints()).isEqualTo((float) RowHeights.of(9, 11));
        CellAddress blank = layout.cell("food.measures").orElseThrow();
        assertThat(sheet.getRow(blank.row()).getHeightInPoints()).isEqualTo((float) RowHeights.of(3, 11));
        assertThat(merged(sheet, filled.row(), filled.row())).hasSize(1).allMatch(m -> m.startsWith("D28:L28"));
    }

    @Test
    void showsByHowMuchAFigureDiffersFromThatOfAYearAgo() throws IOException {
        Map<String, BigDecimal> yearAgo = Map.of(
                "family.first_child_permits", BigDecimal.valueOf(9),
                "family.births", BigDecimal.valueOf(14),
                "family.cases_opening", BigDecimal.valueOf(2),
                "family.cases_filed", BigDecimal.valueOf(5),
                "family.fee_decisions", BigDecimal.valueOf(1),
                // as it was reported; its operands come to 6
                "family.cases_pending", BigDecimal.valueOf(4));
        Prefill prefill = (item, field) ->
                field == PrefillField.YEAR_AGO ? Optional.ofNullable(yearAgo.get(item)) : Optional.empty();
        Map<String, Value> values = Map.of(
                "family.first_child_permits", Value.of(12),
                "family.second_child_permits", Value.of(1),
                "family.cases_opening", Value.of(2),
                "family.cases_filed", Value.of(1),
                "family.fee_decisions", Value.of(1));

        XSSFSheet sheet = issued("d04", "family", Lang.ZH, prefill, values);

        assertThat(compared(sheet, "family.first_child_permits")).containsExactly("9.0", "3.0");
        assertThat(compared(sheet, "family.second_child_permits")).containsExactly("—", "—");
        assertThat(compared(sheet, "family.births")).containsExactly("14.0", "");
        assertThat(compared(sheet, "family.cases_pending")).containsExactly("4.0", "-2.0");
        CellAddress change = change("family.first_child_permits", 2);
        assertThat(cell(sheet, change).getCellFormula()).contains("year_ago.family.first_child_permits");
        assertThat(cell(sheet, change).getCellStyle().getLocked()).isTrue();
        assertThat(cell(sheet, change).getCellStyle().getDataFormatString()).isEqualTo("+#,##0;-#,##0;#,##0");
    }

    @Test
    void saysNothingOfAYearAgoInABlankTemplate() throws IOException {
        var out = new ByteArrayOutputStream();

        new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE)).blank(form("family"), out);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(compared(book.getSheetAt(1), "family.births")).containsExactly("", "");
        }
    }

    private static CellAddress change(String item, int behind) {
        FormLayout layout = layout("family");
        return new CellAddress(layout.cell(item).orElseThrow().row(), layout.ytdColumn() + behind);
    }

    /** What the line shows of a year ago, and by how much it differs. */
    private static List<String> compared(XSSFSheet sheet, String item) {
        return List.of(text(cell(sheet, change(item, 1))), text(cell(sheet, change(item, 2))));
    }

    private static String text(XSSFCell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> String.valueOf(cell.getNumericCellValue());
            default -> cell.getStringCellValue();
        };
    }
}
