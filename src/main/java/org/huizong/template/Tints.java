package org.huizong.template;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.Styles;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;

/** Conditional formats: red where something is wrong, yellow where something must be explained. */
final class Tints {
    static final String RED = "F8CBC6";
    static final String YELLOW = "FFEB9C";

    private static final String RED_INK = "C00000";
    private static final String YELLOW_INK = "9C5700";
    private static final String GREEN_INK = "375623";
    private static final String GREY_INK = "595959";

    private final XSSFSheet sheet;
    private final XSSFSheetConditionalFormatting formats;
    /** The number of each look among the workbook's, so that the rules of one look share it. */
    private final Map<String, Long> looks = new HashMap<>();

    Tints(XSSFSheet sheet) {
        this.sheet = sheet;
        this.formats = sheet.getSheetConditionalFormatting();
    }

    void red(CellAddress at, String when) {
        fill(at, when, RED);
    }

    void yellow(CellAddress at, String when) {
        fill(at, when, YELLOW);
    }

    /** Ink of a cell that holds what a check says, by what it says. */
    void ink(CellRangeAddress area, CellAddress first) {
        String cell = first.text();
        ink(area, "ISNUMBER(FIND(\"" + VerdictMark.ERROR + "\"," + cell + "))", RED_INK);
        ink(area, "ISNUMBER(FIND(\"" + VerdictMark.QUERY + "\"," + cell + "))", YELLOW_INK);
        ink(area, "ISNUMBER(FIND(\"" + VerdictMark.BLANK + "\"," + cell + "))", GREY_INK);
        ink(area, "ISNUMBER(FIND(\"" + VerdictMark.NOTICE + "\"," + cell + "))", GREY_INK);
    }

    /** Ink of the banner: red with errors or blanks, yellow with queries, green when all is done. */
    void banner(CellRangeAddress area, HelperCells backstage) {
        String begun = backstage.filled().pinned() + ">0";
        String errors = backstage.errors().pinned() + "+" + backstage.blanks().pinned();
        ink(area, "AND(" + begun + "," + errors + ">0)", RED_INK);
        ink(area, "AND(" + begun + "," + backstage.queries().pinned() + ">0)", YELLOW_INK);
        ink(area, begun, GREEN_INK);
    }

    private void ink(CellRangeAddress area, String when, String rgb) {
        add(area, when, "ink " + rgb, r -> r.createFontFormatting().setFontColor(Styles.colour(rgb)));
    }

    private void fill(CellAddress at, String when, String rgb) {
        area(new CellRangeAddress(at.row(), at.row(), at.column(), at.column()), when, rgb);
    }

    /** Fills cells of an area by a formula that is written for its first. */
    void area(CellRangeAddress area, String when, String rgb) {
        add(area, when, "fill " + rgb, rule -> {
            var pattern = rule.createPatternFormatting();
            pattern.setFillBackgroundColor(Styles.colour(rgb));
            pattern.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        });
    }

    private void add(CellRangeAddress area, String when, String look, Consumer<XSSFConditionalFormattingRule> draw) {
        XSSFConditionalFormattingRule rule = formats.createConditionalFormattingRule(when);
        Long known = looks.get(look);
        if (known == null) {
            draw.accept(rule);
        }
        int index = formats.addConditionalFormatting(new CellRangeAddress[] {area}, rule);
        CTCfRule added =
                sheet.getCTWorksheet().getConditionalFormattingArray(index).getCfRuleArray(0);
        if (known == null) {
            looks.put(look, added.getDxfId());
        } else {
            added.setDxfId(known);
        }
    }
}
