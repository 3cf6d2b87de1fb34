package org.huizong.spreadsheet.write;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.Workbook;
import org.huizong.model.CellAddress;

/**
 * A mark on a cell of a workbook that goes back to its sender.
 *
 * @param sheet name of the sheet
 * @param cell address such as {@code D7}
 * @param tint what colour the cell takes
 * @param note what its note says
 */
public record Mark(String sheet, CellAddress cell, Tint tint, String note) {
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

        /** The colour as that kind of workbook takes it: an .xls has a palette. */
        public Color in(Workbook book) {
            return book instanceof HSSFWorkbook ? old.getColor() : Styles.colour(rgb);
        }
    }
}
