package org.huizong.spreadsheet.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/**
 * The colour of marked cells: a conditional format that always applies, over the cell's own look, which it leaves as it
 * is. Known again by its condition.
 */
final class CellTints {
    private static final String SIGN = "汇总退回";
    private static final String ALWAYS = "LEN(\"" + SIGN + "\")=4";

    private CellTints() {}

    /** Colours cells of one sheet, before every other conditional format. */
    static void add(Sheet sheet, Mark.Tint tint, List<CellRangeAddress> cells) {
        if (sheet instanceof XSSFSheet modern) {
            makeWay(modern.getCTWorksheet());
        }
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(ALWAYS);
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(tint.in(sheet.getWorkbook()));
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        formats.addConditionalFormatting(cells.toArray(CellRangeAddress[]::new), rule);
        if (sheet instanceof XSSFSheet modern) {
            putFirst(modern.getCTWorksheet());
        }
    }

    private static void makeWay(CTWorksheet sheet) {
        for (CTConditionalFormatting format : sheet.getConditionalFormattingArray()) {
            for (CTCfRule rule : format.getCfRuleArray()) {
                rule.setPriority(rule.getPriority() + 1);
            }
        }
    }

    private static void putFirst(CTWorksheet sheet) {
        CTConditionalFormatting last =
                sheet.getConditionalFormattingArray(sheet.sizeOfConditionalFormattingArray() - 1);
        last.getCfRuleArray(0).setPriority(1);
    }

    /** Takes every such colour off a sheet; the sheet's own conditional formats stay. */
    static void remove(Sheet sheet) {
        if (sheet instanceof XSSFSheet modern) {
            remove(modern.getCTWorksheet());
        } else {
            remove(sheet.getSheetConditionalFormatting());
        }
    }

    /** Rule by rule: LibreOffice puts those of the same cells together. */
    private static void remove(CTWorksheet sheet) {
        for (int i = sheet.sizeOfConditionalFormattingArray() - 1; i >= 0; i--) {
            CTConditionalFormatting format = sheet.getConditionalFormattingArray(i);
            for (int j = format.sizeOfCfRuleArray() - 1; j >= 0; j--) {
                CTCfRule rule = format.getCfRuleArray(j);
                if (rule.sizeOfFormulaArray() > 0 && rule.getFormulaArray(0).contains(SIGN)) {
                    format.removeCfRule(j);
                }
            }
            if (format.sizeOfCfRuleArray() == 0) {
                sheet.removeConditionalFormatting(i);
            }
        }
    }

    private static void remove(SheetConditionalFormatting formats) {
        for (int i = formats.getNumConditionalFormattings() - 1; i >= 0; i--) {
            ConditionalFormatting format = formats.getConditionalFormattingAt(i);
            List<ConditionalFormattingRule> others = new ArrayList<>();
            for (int j = 0; j < format.getNumberOfRules(); j++) {
                String condition = format.getRule(j).getFormula1();
                if (condition == null || !condition.contains(SIGN)) {
                    others.add(format.getRule(j));
                }
            }
            if (others.size() < format.getNumberOfRules()) {
                CellRangeAddress[] cells = format.getFormattingRanges();
                formats.removeConditionalFormatting(i);
                if (!others.isEmpty()) {
                    formats.addConditionalFormatting(cells, others.toArray(ConditionalFormattingRule[]::new));
                }
            }
        }
    }
}
