package org.huizong.spreadsheet.mark;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.model.CellAddress;

/** The colour of marked cells of an old workbook, by a conditional format. */
final class CellTints {
    private CellTints() {}

    /** Colours cells of one sheet. */
    static void add(Sheet sheet, Mark.Tint tint, List<CellAddress> cells) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(Mark.CONDITION);
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(tint.old());
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        formats.addConditionalFormatting(
                cells.stream()
                        .map(c -> new CellRangeAddress(c.row(), c.row(), c.column(), c.column()))
                        .toArray(CellRangeAddress[]::new),
                rule);
    }

    /** Takes every such colour off a sheet; the sheet's own conditional formats stay. */
    static void remove(Sheet sheet) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        for (int i = formats.getNumConditionalFormattings() - 1; i >= 0; i--) {
            ConditionalFormatting format = formats.getConditionalFormattingAt(i);
            List<ConditionalFormattingRule> others = new ArrayList<>();
            for (int j = 0; j < format.getNumberOfRules(); j++) {
                String condition = format.getRule(j).getFormula1();
                if (condition == null || !condition.contains(Mark.SIGN)) {
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
