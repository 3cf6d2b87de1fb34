package org.huizong.spreadsheet.mark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.huizong.model.CellAddress;

/** Notes on the cells of an old workbook. */
final class CellNotes {
    private CellNotes() {}

    /** Puts a note on a cell, below what is noted there already. */
    static void add(Sheet sheet, CellAddress at, String author, String text) {
        Cell cell = cell(sheet, at);
        Optional<Comment> before = Optional.ofNullable(cell.getCellComment());
        String theirs =
                before.map(c -> c.getString().getString().strip() + "\n").orElse("");
        String by = before.map(Comment::getAuthor).orElse(author);
        before.ifPresent(c -> cell.removeCellComment());
        put(cell, by, theirs + Note.text(author, text));
    }

    /** Takes every such note off a sheet. */
    static void remove(Sheet sheet) {
        for (Comment comment : List.copyOf(sheet.getCellComments().values())) {
            CellAddress at = new CellAddress(comment.getRow(), comment.getColumn());
            String text = comment.getString() == null ? "" : comment.getString().getString();
            OptionalInt ours = Note.begin(comment.getAuthor(), text);
            if (ours.isPresent()) {
                String by = comment.getAuthor();
                boolean added =
                        sheet.getRow(at.row()) == null || sheet.getRow(at.row()).getCell(at.column()) == null;
                Cell cell = cell(sheet, at);
                cell.removeCellComment();
                String theirs = text.substring(0, ours.getAsInt()).strip();
                if (!theirs.isEmpty()) {
                    put(cell, by, theirs);
                } else if (added) {
                    cell.getRow().removeCell(cell);
                }
            }
        }
    }

    private static void put(Cell cell, String author, String text) {
        Sheet sheet = cell.getSheet();
        Drawing<?> drawing = sheet.getDrawingPatriarch();
        if (drawing == null) {
            drawing = sheet.createDrawingPatriarch();
        }
        Note.Box box = Note.Box.of(
                new CellAddress(cell.getRowIndex(), cell.getColumnIndex()),
                text,
                column -> sheet.isColumnHidden(column) ? 0 : sheet.getColumnWidth(column) / 256.0,
                row -> height(sheet, row));
        ClientAnchor anchor = drawing.createAnchor(
                0, 0, 0, 0, cell.getColumnIndex() + 1, cell.getRowIndex(), box.lastColumn(), box.lastRow());
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
        comment.setAuthor(author);
        cell.setCellComment(comment);
    }

    private static double height(Sheet sheet, int row) {
        Row line = sheet.getRow(row);
        if (line != null && line.getZeroHeight()) {
            return 0;
        }
        double said = line == null ? sheet.getDefaultRowHeightInPoints() : line.getHeightInPoints();
        return said > 0 ? said : Note.LINE;
    }

    private static Cell cell(Sheet sheet, CellAddress at) {
        Row row = sheet.getRow(at.row());
        Row line = row == null ? sheet.createRow(at.row()) : row;
        return line.getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
