package org.huizong.spreadsheet.write;

import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.model.CellAddress;
import org.huizong.text.Visible;

/** The notes on marked cells, known again by their author and their first line; what a clerk had noted there stays. */
final class CellNotes {
    /** Who the notes are by, in either language. */
    static final List<String> AUTHORS = List.of("汇总", "Huizong");

    private static final double WIDTH = 44;
    private static final double LINE = 13.5;
    /** Rows that a note may cover. */
    private static final int MAX_ROWS = 50;

    private CellNotes() {}

    /** Puts a note on a cell, below what is noted there already. */
    static void add(Sheet sheet, CellAddress at, String author, String text) {
        Cell cell = cell(sheet, at);
        Optional<Comment> before = Optional.ofNullable(cell.getCellComment());
        String theirs =
                before.map(c -> c.getString().getString().strip() + "\n").orElse("");
        String by = before.map(Comment::getAuthor).orElse(author);
        before.ifPresent(c -> cell.removeCellComment());
        put(cell, by, theirs + author + ":\n" + text);
    }

    /** Takes every such note off a sheet. */
    static void remove(Sheet sheet) {
        for (Comment comment : List.copyOf(sheet.getCellComments().values())) {
            CellAddress at = new CellAddress(comment.getRow(), comment.getColumn());
            Optional<String> theirs = theirs(comment);
            if (theirs.isPresent()) {
                String by = comment.getAuthor();
                boolean added =
                        sheet.getRow(at.row()) == null || sheet.getRow(at.row()).getCell(at.column()) == null;
                Cell cell = cell(sheet, at);
                cell.removeCellComment();
                if (!theirs.get().isEmpty()) {
                    put(cell, by, theirs.get());
                } else if (added) {
                    cell.getRow().removeCell(cell);
                }
            }
        }
    }

    /** What is left of a note without ours; empty if ours is not in it. */
    private static Optional<String> theirs(Comment comment) {
        String text = comment.getString() == null ? "" : comment.getString().getString();
        for (String author : AUTHORS) {
            if (text.startsWith(author + ":\n")) {
                return Optional.of("");
            }
            int ours = text.indexOf("\n" + author + ":\n");
            if (ours >= 0) {
                return Optional.of(text.substring(0, ours).strip());
            }
            if (author.equals(comment.getAuthor())) {
                return Optional.of("");
            }
        }
        return Optional.empty();
    }

    private static void put(Cell cell, String author, String text) {
        Sheet sheet = cell.getSheet();
        Drawing<?> drawing = sheet.getDrawingPatriarch();
        if (drawing == null) {
            drawing = sheet.createDrawingPatriarch();
        }
        int firstColumn = cell.getColumnIndex() + 1;
        int lastColumn = firstColumn;
        for (double width = 0; width < WIDTH && lastColumn < firstColumn + 20; lastColumn++) {
            width += sheet.isColumnHidden(lastColumn) ? 0 : sheet.getColumnWidth(lastColumn) / 256.0;
        }
        double height = LINE
                * (text.lines().mapToInt(l -> TextWidth.lines(l, WIDTH * 1.1)).sum() + 0.5);
        int row = cell.getRowIndex();
        int lastRow = row;
        for (double room = 0; room < height && lastRow < row + MAX_ROWS; lastRow++) {
            room += height(sheet, lastRow);
        }
        // an .xlsx takes a new note for one on the cell where its box begins, and refuses a second one there
        ClientAnchor anchor = sheet instanceof XSSFSheet
                ? drawing.createAnchor(width(sheet, cell), 0, 0, 0, cell.getColumnIndex(), row, lastColumn, lastRow)
                : drawing.createAnchor(0, 0, 0, 0, firstColumn, row, lastColumn, lastRow);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(Visible.text(text)));
        comment.setAuthor(author);
        cell.setCellComment(comment);
    }

    /** In points; a sheet that does not say how high its rows are leaves it to the program that shows it. */
    private static double height(Sheet sheet, int row) {
        Row line = sheet.getRow(row);
        if (line != null && line.getZeroHeight()) {
            return 0;
        }
        double said = line == null ? sheet.getDefaultRowHeightInPoints() : line.getHeightInPoints();
        return said > 0 ? said : LINE;
    }

    /** How far right of its left edge a cell ends. */
    private static int width(Sheet sheet, Cell cell) {
        return sheet.isColumnHidden(cell.getColumnIndex())
                ? 0
                : Units.pixelToEMU(Math.round(sheet.getColumnWidthInPixels(cell.getColumnIndex())));
    }

    private static Cell cell(Sheet sheet, CellAddress at) {
        Row row = sheet.getRow(at.row());
        Row line = row == null ? sheet.createRow(at.row()) : row;
        return line.getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
