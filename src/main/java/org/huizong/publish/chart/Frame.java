package org.huizong.publish.chart;

import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Where a chart lies on a sheet: over whole rows, and from a part of the width of the first columns to another, because
 * the columns of a table are seldom as wide as charts should be.
 *
 * @param firstRow the row in which it begins
 * @param endRow the row before which it ends
 * @param columns how many columns make the width
 * @param from the part of the width at which it begins, from 0
 * @param to the part at which it ends, at most 1
 */
public record Frame(int firstRow, int endRow, int columns, double from, double to) {
    /** A little room between charts, in EMU. */
    private static final int GAP = 60_000;

    /** Puts an anchor there. */
    XSSFClientAnchor on(XSSFSheet sheet) {
        Corner left = corner(sheet, from);
        Corner right = corner(sheet, to);
        return new XSSFClientAnchor(
                left.within() + GAP, GAP, right.within(), 0, left.column(), firstRow, right.column(), endRow);
    }

    private Corner corner(XSSFSheet sheet, double part) {
        long whole = 0;
        for (int i = 0; i < columns; i++) {
            whole += width(sheet, i);
        }
        long left = Math.round(whole * part);
        int column = 0;
        while (column < columns && left >= width(sheet, column)) {
            left -= width(sheet, column++);
        }
        return new Corner(column, (int) left);
    }

    private static int width(XSSFSheet sheet, int column) {
        return Units.columnWidthToEMU(sheet.getColumnWidth(column));
    }

    private record Corner(int column, int within) {}
}
