package org.huizong.intake.locate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.SheetCells;

/** Where the printed words of a form stand on a sheet: the second way to a value, and a check of the first. */
public final class Labels {
    /** A form ends long before this row. */
    public static final int LAST_ROW = 400;

    private static final int LAST_COLUMN = 60;
    static final int LONGEST = 60;

    /** A cell that shows the code of a line. */
    private record Code(int row, int column, String line) {}

    private final FormBook book;
    private final Map<Integer, Map<Integer, Line>> linesByColumn = new TreeMap<>();
    private final Map<CellAddress, Integer> heads = new LinkedHashMap<>();
    private final List<Code> codes = new ArrayList<>();
    /** Row of each line, by its code. */
    private final Map<String, Integer> rows = new HashMap<>();

    private final Map<Integer, Integer> columns = new HashMap<>();
    private Optional<Integer> explanations = Optional.empty();
    private int headRow = -1;
    private int labelColumn = -1;
    private int codeColumn = -1;

    public Labels(SheetCells sheet, FormBook book) {
        this.book = book;
        sheet.visit(LAST_ROW, this::note);
        linesByColumn.forEach((column, lines) -> {
            if (labelColumn < 0 || lines.size() > labelled().size()) {
                labelColumn = column;
            }
        });
        placeRows();
        placeCodes();
        placeColumns();
    }

    private void note(int row, int column, Value cell) {
        if (column > LAST_COLUMN) {
            return;
        }
        if (cell instanceof Value.Text text && text.text().length() <= LONGEST) {
            FormBook.Meaning meaning = book.meaning(text.text());
            meaning.line()
                    .ifPresent(line -> linesByColumn
                            .computeIfAbsent(column, c -> new TreeMap<>())
                            .put(row, line));
            meaning.column().ifPresent(index -> heads.put(new CellAddress(row, column), index));
            meaning.ofCode().ifPresent(line -> codes.add(new Code(row, column, line.code())));
            if (meaning.explains()) {
                explanations = Optional.of(column);
            }
        } else if (cell instanceof Value.Quantity) {
            book.lineOfCode(cell.show()).ifPresent(line -> codes.add(new Code(row, column, line.code())));
        }
    }

    /** A label that stands in two rows is no way to either. */
    private void placeRows() {
        Set<String> twice = new HashSet<>();
        labelled().forEach((row, line) -> {
            if (rows.put(line.code(), row) != null) {
                twice.add(line.code());
            }
        });
        rows.keySet().removeAll(twice);
    }

    /** The column that shows the code of at least half of the labelled lines leads to the others. */
    private void placeCodes() {
        Map<Integer, Integer> agreeing = new TreeMap<>();
        for (Code code : codes) {
            if (rows.getOrDefault(code.line(), -1) == code.row()) {
                agreeing.merge(code.column(), 1, Integer::sum);
            }
        }
        agreeing.forEach((column, count) -> {
            if (count * 2 >= rows.size() && count > agreeing.getOrDefault(codeColumn, 0)) {
                codeColumn = column;
            }
        });
        for (Code code : codes) {
            if (code.column() == codeColumn
                    && code.row() > firstRow()
                    && lineAt(code.row()).isEmpty()) {
                rows.putIfAbsent(code.line(), code.row());
            }
        }
    }

    private void placeColumns() {
        int first = firstRow();
        heads.forEach((address, index) -> {
            if (address.row() < first && address.column() > labelColumn) {
                columns.putIfAbsent(index, address.column());
                headRow = Math.max(headRow, address.row());
            }
        });
        if (columns.isEmpty() && codeColumn - labelColumn == FormLayout.CODE_COLUMN - FormLayout.LABEL_COLUMN) {
            for (int i = 0; i < book.layout().width(); i++) {
                columns.put(i, codeColumn + FormLayout.FIRST_VALUE_COLUMN - FormLayout.CODE_COLUMN + i);
            }
        }
    }

    private Map<Integer, Line> labelled() {
        return linesByColumn.getOrDefault(labelColumn, Map.of());
    }

    private int firstRow() {
        return labelled().isEmpty() ? 0 : Collections.min(labelled().keySet());
    }

    /** The row of the value columns' heads, the last if there are several; -1 if there is none. */
    public int headRow() {
        return headRow;
    }

    /** The rows that have a line's label. */
    public Set<Integer> rows() {
        return labelled().keySet();
    }

    /** How many of the form's lines have their label on the sheet. */
    public int count() {
        return (int) labelled().values().stream().map(Line::code).distinct().count();
    }

    /** The line whose label stands in that row. */
    Optional<Line> lineAt(int row) {
        return Optional.ofNullable(labelled().get(row));
    }

    /** The value column whose head stands over that column, from 0; the first if it stands over several. */
    Optional<Integer> columnAt(int column) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The cell where the line's row and the value column's head meet. */
    Optional<CellAddress> cell(Line line, int column) {
        return rows.containsKey(line.code()) && columns.containsKey(column)
                ? Optional.of(new CellAddress(rows.get(line.code()), columns.get(column)))
                : Optional.empty();
    }

    /** The cell beside the line in which a query is explained. */
    Optional<CellAddress> explanation(Line line) {
        return rows.containsKey(line.code())
                ? explanations.map(c -> new CellAddress(rows.get(line.code()), c))
                : Optional.empty();
    }

    /** Whether most lines were found, each in the row and the value columns where the layout has them. */
    boolean isUnmoved() {
        return rows.size() * 2 >= book.lineCount()
                && book.layout().lines().stream()
                        .allMatch(line -> rows.getOrDefault(line.code(), line.row()) == line.row())
                && columns.entrySet().stream()
                        .allMatch(e -> e.getValue() == FormLayout.FIRST_VALUE_COLUMN + e.getKey());
    }
}
