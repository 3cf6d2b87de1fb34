package org.huizong.template;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.TextWidth;

/** Makes rows as tall as the texts that were filled into them: no spreadsheet does that for a row that has a height. */
final class RowHeights {
    /** What a line takes, in sizes of its type: as much as in the fonts that stand in for 宋体. */
    private static final double LINE = 1.45;
    /** A cell has as much air as its type is larger than this. */
    private static final double TIGHT = 8.2;

    /** The tallest row that there is. */
    private static final double MAX_HEIGHT = 409;

    /** Digits are as wide as the type of the body makes them. */
    private static final double BODY = 11;

    private final XSSFSheet sheet;
    /** The last column of each merged cell. */
    private final Map<CellAddress, Integer> merged = new HashMap<>();

    private RowHeights(XSSFSheet sheet) {
        this.sheet = sheet;
        for (CellRangeAddress area : sheet.getMergedRegions()) {
            merged.put(new CellAddress(area.getFirstRow(), area.getFirstColumn()), area.getLastColumn());
        }
    }

    /** Fits the rows of a sheet to the texts in its inputs. */
    static void fit(XSSFSheet sheet) {
        RowHeights heights = new RowHeights(sheet);
        sheet.forEach(row -> heights.fit((XSSFRow) row));
    }

    /** Height of a row of so many lines of text of that size. */
    static double of(int lines, double points) {
        return Math.min(MAX_HEIGHT, lines * points * LINE + points - TIGHT);
    }

    private void fit(XSSFRow row) {
        double height = row.getHeightInPoints();
        for (var cell : row) {
            height = Math.max(height, needed((XSSFCell) cell));
        }
        if (height > row.getHeightInPoints()) {
            row.setHeightInPoints((float) height);
        }
    }

    private double needed(XSSFCell cell) {
        var style = cell.getCellStyle();
        if (cell.getCellType() != CellType.STRING || style.getLocked() || !style.getWrapText()) {
            return 0;
        }
        CellAddress at = new CellAddress(cell.getRowIndex(), cell.getColumnIndex());
        double width = 0;
        for (int column = at.column(); column <= merged.getOrDefault(at, at.column()); column++) {
            width += sheet.getColumnWidth(column) / 256.0;
        }
        double points = style.getFont().getFontHeightInPoints();
        return of(TextWidth.lines(cell.getStringCellValue(), width * BODY / points - style.getIndention()), points);
    }
}
