package org.huizong.spreadsheet.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/** Finds texts for which there is no room in their cells, by the rule that sets widths and heights. */
public final class Room {
    /** What is said of a text of which sheets of paper beside the first repeat only a part. */
    public static final String BESIDE = "cut on the sheets beside the first";

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
                        Optional.ofNullable(merged.get(cell.getAddress()))
                                .flatMap(area -> onSheetsBeside(cell, area))
                                .ifPresent(cut::add);
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
        double width = width(sheet, cell.getColumnIndex(), last);
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
        // what is merged runs over into no other cell
        boolean isFree = merged.isEmpty() && (next == null || next.getCellType() == CellType.BLANK);
        return isFree || TextWidth.of(text) <= digits + 1
                ? Optional.empty()
                : Optional.of(where(cell) + ": " + TextWidth.of(text) + " in " + digits + ": " + text);
    }

    /** Of a text that begins in columns which each sheet of paper repeats, only what stands in these comes again. */
    private static Optional<String> onSheetsBeside(Cell cell, CellRangeAddress area) {
        Sheet sheet = cell.getSheet();
        CellRangeAddress repeated = sheet.getRepeatingColumns();
        if (repeated == null
                || sheet.getPrintSetup().getFitWidth() == 1
                || area.getFirstColumn() > repeated.getLastColumn()
                || area.getLastColumn() <= repeated.getLastColumn()) {
            return Optional.empty();
        }
        if (cell.getCellType() == CellType.FORMULA) {
            return Optional.of(where(cell) + ": a formula is " + BESIDE);
        }
        double all = width(sheet, area.getFirstColumn(), area.getLastColumn());
        double again = width(sheet, area.getFirstColumn(), repeated.getLastColumn());
        double size = sheet.getWorkbook()
                .getFontAt(cell.getCellStyle().getFontIndex())
                .getFontHeightInPoints();
        String text = cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
        double takes = Math.min(all, TextWidth.of(text) * size / 11);
        double begins = cell.getCellStyle().getAlignment() == HorizontalAlignment.CENTER ? (all - takes) / 2 : 0;
        return begins >= again || begins + takes <= again
                ? Optional.empty()
                : Optional.of(where(cell) + ": " + BESIDE + ": " + text);
    }

    private static double width(Sheet sheet, int first, int last) {
        double width = 0;
        for (int column = first; column <= last; column++) {
            width += sheet.getColumnWidth(column) / PLACE;
        }
        return width;
    }

    private static String where(Cell cell) {
        return cell.getSheet().getSheetName() + " " + cell.getAddress();
    }
}
