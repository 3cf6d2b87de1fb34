package org.huizong.spreadsheet.mark;

import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.huizong.model.CellAddress;

/**
 * A mark on a cell of a workbook that goes back to its sender.
 *
 * <p>Its colour is a conditional format that always applies, over the cell's own look, which it leaves as it is. It is
 * known again by its condition.
 *
 * @param sheet name of the sheet
 * @param cell address such as {@code D7}
 * @param tint what colour the cell takes
 * @param note what its note says
 */
public record Mark(String sheet, CellAddress cell, Tint tint, String note) {
    static final String SIGN = "汇总退回";
    static final String CONDITION = "LEN(\"" + SIGN + "\")=4";

    /** The colour of a mark, the gravest first. */
    public enum Tint {
        /** It must be corrected. */
        RED("F8CBC6", HSSFColorPredefined.ROSE),
        /** It must be explained. */
        YELLOW("FFEB9C", HSSFColorPredefined.LIGHT_YELLOW),
        /** It must be looked at. */
        BLUE("DDEBF7", HSSFColorPredefined.PALE_BLUE);

        private final String rgb;
        private final HSSFColorPredefined old;

        Tint(String rgb, HSSFColorPredefined old) {
            this.rgb = rgb;
            this.old = old;
        }

        /** Red, green and blue as hexadecimal digits. */
        String rgb() {
            return rgb;
        }

        /** The colour of an .xls, which has a palette. */
        HSSFColor old() {
            return old.getColor();
        }
    }
}
