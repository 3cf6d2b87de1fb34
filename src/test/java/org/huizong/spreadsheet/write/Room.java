package org.huizong.spreadsheet.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/** Finds texts for which there is no room in their cells, by the rule that sets widths and heights. */
public final class Room {
    private static final double PLACE = 256;

    private Room() {}

    /** The texts of a workbook that are cut: in a line too narrow, or in more lines than the row is high. */
    public static List<String> lacking(Workbook book) {
        List<String> cut = new ArrayList<>();
        for (Sheet sheet : book) {
            if (book.getSheetVisibility(book.getSheetIndex(sheet)) == SheetVisibility.VISIBLE) {
                Map<CellAddress, CellRangeAddress> merged = new HashMap<>();
                sheet.getMergedRegions()
                        .forEach(r -> merged.put(new CellAddress(r.getFirstRow(), r.getFirstColumn()), r));
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING && !sheet.isColumnHidden(cell.getColumnIndex())) {
                            of(cell, Optional.ofNullable(merged.get(cell.getAddress())))
                                    .ifPresent(cut::add);
                        }
                    }
                }
            }
        }
        return cut;
    }

    private static Optional<String> of(Cell cell, Optional<CellRangeAddress> merged) {
        String text = cell.getStringCellValue();
        Sheet sheet = cell.getSheet();
        int last = merged.map(CellRangeAddress::getLastColumn).orElse(cell.getColumnIndex());
        int bottom = merged.map(CellRangeAddress::getLastRow).orElse(cell.getRowIndex());
        double width = 0;
        for (int column = cell.getColumnIndex(); column <= last; column++) {
            width += sheet.getColumnWidth(column) / PLACE;
        }
        double height = 0;
        for (int row = cell.getRowIndex(); row <= bottom; row++) {
            height += sheet.getRow(row) == null
                    ? sheet.getDefaultRowHeightInPoints()
                    : sheet.getRow(row).getHeightInPoints();
        }
        double size = sheet.getWorkbook()
                .getFontAt(cell.getCellStyle().getFontIndex())
                .getFontHeightInPoints();
        double digits = width * 11 / Math.max(size, 8);
        if (cell.getCellStyle().getWrapText()) {
            int lines = TextWidth.lines(text, (int) Math.ceil(digits));
            boolean grows = sheet.getRow(cell.getRowIndex()).getHeight() == sheet.getDefaultRowHeight();
            return lines == 1 || grows || lines * size * 1.15 <= height + 2
                    ? Optional.empty()
                    : Optional.of(where(cell) + ": " + lines + " lines of " + size + " in " + height + ": " + text);
        }
        Cell next = cell.getRow().getCell(last + 1);
        boolean isFree = next == null || next.getCellType() == CellType.BLANK;
        return isFree || TextWidth.of(text) <= digits + 1
                ? Optional.empty()
                : Optional.of(where(cell) + ": " + TextWidth.of(text) + " in " + digits + ": " + text);
    }

    private static String where(Cell cell) {
        return cell.getSheet().getSheetName() + " " + cell.getAddress();
    }
}
