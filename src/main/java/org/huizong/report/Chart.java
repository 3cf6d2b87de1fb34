package org.huizong.report;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A chart of 首页 and the small table it draws. */
interface Chart {
    /** Height of a table's head. */
    double HEAD = 33;

    /** Whether there is anything to draw: nobody is shown an empty chart. */
    boolean hasAnything();

    /** Writes the table from a row on; the row after it. */
    int write(int row);

    /** Draws it, once the table is there. */
    void draw(XSSFSheet onto, CellRangeAddress place);

    /** A part of a column of a table. */
    static CellRangeAddress column(int row, int column, int rows) {
        return new CellRangeAddress(row, row + rows - 1, column, column);
    }
}
