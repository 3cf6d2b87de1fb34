package org.huizong.spreadsheet.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** One sheet as it was read: its name, its defined names and its cells that are not blank. Immutable. */
public final class SheetCells {
    /** Takes the cells one by one. */
    @FunctionalInterface
    public interface Visitor {
        /** A cell that is not blank; row and column from 0. */
        void cell(int row, int column, Value cell);
    }

    private static final class Line {
        private final int row;
        private final int[] columns;
        private final Value[] cells;

        Line(int row, int[] columns, Value[] cells) {
            this.row = row;
            this.columns = columns;
            this.cells = cells;
        }
    }

    private final String name;
    private final Visibility visibility;
    private final Map<String, CellRange> names;
    private final List<Line> lines;
    private final Map<Integer, Integer> fields;
    private final Map<Long, String> formulas;

    private SheetCells(
            String name,
            Visibility visibility,
            Map<String, CellRange> names,
            List<Line> lines,
            Map<Integer, Integer> fields,
            Map<Long, String> formulas) {
        this.name = name;
        this.visibility = visibility;
        this.names = Collections.unmodifiableMap(names);
        this.lines = List.copyOf(lines);
        this.fields = Map.copyOf(fields);
        this.formulas = Map.copyOf(formulas);
    }

    /** Its name on the tab. */
    public String name() {
        return name;
    }

    /** Whether its tab does not show. */
    public boolean isHidden() {
        return visibility != Visibility.SHOWN;
    }

    /** Whether it does not show, and no menu makes it. */
    public boolean isVeryHidden() {
        return visibility == Visibility.VERY_HIDDEN;
    }

    /** The cells of a defined name of this sheet, ignoring case. */
    public Optional<CellRange> named(String definedName) {
        return Optional.ofNullable(names.get(definedName.toLowerCase(Locale.ROOT)));
    }

    /** What stands in a cell; empty if it is blank. */
    public Optional<Value> cell(int row, int column) {
        int low = 0;
        int high = lines.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Line line = lines.get(middle);
            if (line.row == row) {
                int at = Arrays.binarySearch(line.columns, column);
                return at < 0 ? Optional.empty() : Optional.of(line.cells[at]);
            }
            if (line.row < row) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** What a simple formula in a cell comes to, if the file keeps another number of it: nobody has calculated it again. */
    public Optional<BigDecimal> recalculated(int row, int column) {
        String formula = formulas.getOrDefault(at(row, column), "");
        return !formula.isEmpty() && cell(row, column).orElse(null) instanceof Value.Quantity kept
                ? TypedFormula.other(formula, kept.number(), this)
                : Optional.empty();
    }

    private static long at(int row, int column) {
        return (long) row << Integer.SIZE | column;
    }

    /** How many fields a row has, empty ones at its end included; 0 in a workbook, whose rows have no end. */
    public int fields(int row) {
        return fields.getOrDefault(row, 0);
    }

    /** Shows every cell that is not blank in the rows up to the given one, from top left to bottom right. */
    public void visit(int lastRow, Visitor visitor) {
        for (Line line : lines) {
            if (line.row > lastRow) {
                return;
            }
            for (int i = 0; i < line.columns.length; i++) {
                visitor.cell(line.row, line.columns[i], line.cells[i]);
            }
        }
    }

    /** The last row in which a cell is not blank; -1 if there is none. */
    public int lastRow() {
        return lines.isEmpty() ? -1 : lines.get(lines.size() - 1).row;
    }

    /** Whether every cell is blank. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Gathers cells row by row. */
    static final class Builder {
        private static final int MAX_FORMULAS = 10_000;

        private final List<Line> lines = new ArrayList<>();
        private final Map<Integer, Integer> fields = new HashMap<>();
        private final Map<Long, String> formulas = new HashMap<>();
        private int row = -1;
        private int[] columns = new int[16];
        private Value[] cells = new Value[16];
        private int size;

        /** Adds a cell; the cells of a row come together. */
        void add(int cellRow, int column, Value cell) {
            if (cellRow != row) {
                endRow();
                row = cellRow;
            }
            if (size == columns.length) {
                columns = Arrays.copyOf(columns, size * 2);
                cells = Arrays.copyOf(cells, size * 2);
            }
            columns[size] = column;
            cells[size++] = cell;
        }

        /** Notes how many fields a row of a text has. */
        void fields(int textRow, int count) {
            fields.put(textRow, count);
        }

        /** Notes a formula that can be worked out here; of very many the first. */
        void formula(int cellRow, int column, String formula) {
            if (formulas.size() < MAX_FORMULAS) {
                formulas.put(at(cellRow, column), formula);
            }
        }

        private void endRow() {
            if (size > 0) {
                sort();
                lines.add(new Line(row, Arrays.copyOf(columns, size), Arrays.copyOf(cells, size)));
                size = 0;
            }
        }

        /** Puts a row from left to right that some program wrote otherwise; of two in one place the later stays. */
        private void sort() {
            boolean sorted = true;
            for (int i = 1; i < size; i++) {
                sorted &= columns[i - 1] < columns[i];
            }
            if (!sorted) {
                TreeMap<Integer, Value> byColumn = new TreeMap<>();
                for (int i = 0; i < size; i++) {
                    byColumn.put(columns[i], cells[i]);
                }
                size = 0;
                byColumn.forEach((column, cell) -> {
                    columns[size] = column;
                    cells[size++] = cell;
                });
            }
        }

        SheetCells build(String name, Visibility visibility, Map<String, CellRange> names) {
            endRow();
            lines.sort(Comparator.comparingInt(line -> line.row));
            return new SheetCells(Folding.writable(name), visibility, names, lines, fields, formulas);
        }
    }
}
