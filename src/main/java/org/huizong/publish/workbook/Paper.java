package org.huizong.publish.workbook;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A4 paper for a sheet in parts: how far it must shrink to be one page wide, and where pages end so that no part is cut.
 *
 * <p>The scale is set outright, because Excel ignores page breaks on a sheet that it fits to a width itself.
 */
final class Paper {
    private static final double LONG_SIDE = 842;
    private static final double SHORT_SIDE = 595;
    /** Points of the margins left and right. */
    private static final double SIDES = 72;

    /** Points above and below the rows: the margins, and the foot, for which not every program makes room in them. */
    private static final double ENDS = 130;
    /** Points that a place of a column's width takes in the broadest of the fonts that stand in for 宋体. */
    private static final double PLACE = 6.75;

    private static final int WHOLE = 100;
    private static final int LEAST = 10;

    private final Sheet sheet;
    private final boolean landscape;
    /** Per cent of its size at which a sheet is printed at least that is made smaller to lie on one page. */
    private static final int SQUEEZED = 56;

    /** Per cent of a page that are filled at most where rows are squeezed: programs measure types in their own ways. */
    private static final int FILLED = 95;

    private int scale;
    private double repeated;
    private double used;
    private double whole;
    private int pages = 1;

    /**
     * Paper for a sheet.
     *
     * @param places widths of the columns that are printed, all together, in characters
     */
    Paper(Sheet sheet, boolean landscape, double places) {
        this.sheet = sheet;
        this.landscape = landscape;
        double width = (landscape ? LONG_SIDE : SHORT_SIDE) - SIDES;
        this.scale = (int) Math.max(LEAST, Math.min(WHOLE, width / (places * PLACE) * WHOLE));
    }

    boolean landscape() {
        return landscape;
    }

    /** Percent of its size at which the sheet is printed. */
    int scale() {
        return scale;
    }

    /** How many pages the rows take that have been put on paper. */
    int pages() {
        return pages;
    }

    /** Points of rows that fit on a page. */
    double height() {
        return ((landscape ? SHORT_SIDE : LONG_SIDE) - ENDS) * WHOLE / scale;
    }

    /** Puts a row that has been written at the head of every further page. */
    void repeat(int row) {
        sheet.setRepeatingRows(new CellRangeAddress(row, row, -1, -1));
        repeated = height(row, row);
    }

    /** Rows that have been written and belong together: they go on a page of their own if they do not fit on this one. */
    void together(int first, int last) {
        double height = height(first, last);
        if (used > 0 && used + height > height()) {
            newPage(first);
        }
        used += height;
        whole += height;
    }

    /** Points of rows for which there is room on this page still. */
    double room() {
        return height() - used;
    }

    /** Puts all rows on one page if they are little more than that. */
    void squeeze() {
        int smaller = (int) (scale * height() / whole * FILLED / WHOLE);
        if (pages > 1 && smaller >= SQUEEZED) {
            for (int row : sheet.getRowBreaks()) {
                sheet.removeRowBreak(row);
            }
            scale = smaller;
            pages = 1;
            used = whole;
        }
    }

    private double height(int first, int last) {
        double height = 0;
        for (int i = first; i <= last; i++) {
            Row row = sheet.getRow(i);
            height += row == null ? sheet.getDefaultRowHeightInPoints() : row.getHeightInPoints();
        }
        return height;
    }

    /** Begins a page with a row. */
    void newPage(int row) {
        sheet.setRowBreak(row - 1);
        pages++;
        used = repeated;
    }
}
