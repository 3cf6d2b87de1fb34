package org.huizong.office;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** A sheet as it goes on paper: what its cells show, and how wide and high they are. */
final class PaperSheet {
    private static final double POINTS_OF_A_CHARACTER = 5.5;

    /** What a cell shows, and the cells that its text may take. */
    record Said(
            String text,
            CellRangeAddress area,
            HorizontalAlignment alignment,
            int indent,
            boolean isMiddle,
            boolean wraps) {
        @Override
        public String toString() {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            return area.formatAsString().replaceFirst(":.*", "") + " '" + shown + "'";
        }
    }

    private final Sheet sheet;
    private final CellRangeAddress paper;
    private final List<Said> said = new ArrayList<>();
    private final double[] columns;
    private final double[] rows;

    PaperSheet(Workbook book, int index) {
        this.sheet = book.getSheetAt(index);
        String area = book.getPrintArea(index);
        this.paper = area == null
                ? new CellRangeAddress(0, sheet.getLastRowNum(), 0, lastColumn(sheet))
                : CellRangeAddress.valueOf(area.substring(area.lastIndexOf('!') + 1));
        this.columns = new double[paper.getLastColumn() + 2];
        for (int i = 0; i <= paper.getLastColumn(); i++) {
            columns[i + 1] = columns[i]
                    + (sheet.isColumnHidden(i) ? 0 : sheet.getColumnWidth(i) / 256.0 * POINTS_OF_A_CHARACTER);
        }
        this.rows = new double[paper.getLastRow() + 2];
        for (int i = 0; i <= paper.getLastRow(); i++) {
            Row row = sheet.getRow(i);
            double height = row == null ? sheet.getDefaultRowHeightInPoints() : row.getHeightInPoints();
            rows[i + 1] = rows[i] + (row != null && row.getZeroHeight() ? 0 : height);
        }
        read();
    }

    private static int lastColumn(Sheet sheet) {
        int last = 0;
        for (Row row : sheet) {
            last = Math.max(last, row.getLastCellNum() - 1);
        }
        return Math.max(0, last);
    }

    private void read() {
        DataFormatter shown = new DataFormatter();
        shown.setUseCachedValuesForFormulaCells(true);
        for (Row row : sheet) {
            for (Cell cell : row) {
                boolean seen =
                        paper.isInRange(cell) && !sheet.isColumnHidden(cell.getColumnIndex()) && !row.getZeroHeight();
                String text = seen ? PrintedPage.folded(shown.formatCellValue(cell) + star(cell)) : "";
                if (!text.isEmpty()) {
                    said.add(new Said(
                            text,
                            area(cell, text),
                            alignment(cell),
                            cell.getCellStyle().getIndention(),
                            cell.getCellStyle().getVerticalAlignment() == VerticalAlignment.CENTER,
                            cell.getCellStyle().getWrapText()));
                }
            }
        }
    }

    /** A star behind a number, which POI takes for the sign that fills a cell. */
    private static String star(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        String format = cell.getCellStyle().getDataFormatString();
        return type == CellType.NUMERIC && format != null && format.contains("\"*") ? "*" : "";
    }

    private static HorizontalAlignment alignment(Cell cell) {
        HorizontalAlignment own = cell.getCellStyle().getAlignment();
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return own != HorizontalAlignment.GENERAL
                ? own
                : type == CellType.NUMERIC ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT;
    }

    /** A text that is not wrapped may go on over blank cells at its right or, if it stands there, at its left. */
    private CellRangeAddress area(Cell cell, String text) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.isInRange(row, column)) {
                return merged;
            }
        }
        boolean isText = cell.getCellType() == CellType.STRING;
        if (!isText || cell.getCellStyle().getWrapText() || cell.getCellStyle().getShrinkToFit()) {
            return new CellRangeAddress(row, row, column, column);
        }
        int first = column;
        int last = column;
        HorizontalAlignment alignment = alignment(cell);
        while (alignment != HorizontalAlignment.RIGHT && last < paper.getLastColumn() && isBlank(row, last + 1)) {
            last++;
        }
        while (alignment != HorizontalAlignment.LEFT && first > 0 && isBlank(row, first - 1)) {
            first--;
        }
        return new CellRangeAddress(row, row, first, last);
    }

    private boolean isBlank(int row, int column) {
        Row line = sheet.getRow(row);
        Cell cell = line == null ? null : line.getCell(column);
        return cell == null || cell.getCellType() == CellType.BLANK;
    }

    String name() {
        return sheet.getSheetName();
    }

    List<Said> said() {
        return said;
    }

    /** The upper edge of a row, in points below that of the first. */
    double top(int row) {
        return rows[Math.min(row, rows.length - 1)];
    }

    /** The left edge of a column, in points of paper that is not made smaller, more or less. */
    double left(int column) {
        return columns[Math.min(column, columns.length - 1)];
    }

    boolean isRepeatedRow(int row) {
        CellRangeAddress rows = sheet.getRepeatingRows();
        return rows != null && row >= rows.getFirstRow() && row <= rows.getLastRow();
    }

    boolean isRepeatedColumn(int column) {
        CellRangeAddress columns = sheet.getRepeatingColumns();
        return columns != null && column >= columns.getFirstColumn() && column <= columns.getLastColumn();
    }
}
