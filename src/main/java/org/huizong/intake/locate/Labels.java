package org.huizong.intake.locate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
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
    /** What a text may be the head of: one thing, or several that only the heads of their groups tell apart. */
    private record Text<T>(int row, int column, Set<T> candidates) {}

    private final List<Text<Line>> lineTexts = new ArrayList<>();
    private final List<Text<Line>> lineGroups = new ArrayList<>();
    private final List<Text<Integer>> heads = new ArrayList<>();
    private final List<Text<Integer>> headGroups = new ArrayList<>();
    private final List<Code> codes = new ArrayList<>();
    /** Row of each line, by its code. */
    private final Map<String, Integer> rows = new HashMap<>();

    private final Map<Integer, Integer> columns = new HashMap<>();
    private Optional<Integer> explanations = Optional.empty();
    private int headRow = -1;
    private int labelColumn = -1;
    /** The line of each row that has a label. */
    private Map<Integer, Line> labelled = Map.of();

    private int codeColumn = -1;

    public Labels(SheetCells sheet, FormBook book) {
        this.book = book;
        sheet.visit(LAST_ROW, this::note);
        lineTexts.forEach(text -> beside(text)
                .ifPresent(line -> linesByColumn
                        .computeIfAbsent(text.column(), c -> new TreeMap<>())
                        .put(text.row(), line)));
        placeLabels();
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
            note(lineTexts, row, column, meaning.lines());
            note(lineGroups, row, column, meaning.groupOfLines());
            note(heads, row, column, meaning.columns());
            note(headGroups, row, column, meaning.groupOfColumns());
            meaning.ofCode().ifPresent(line -> codes.add(new Code(row, column, line.code())));
            if (meaning.explains()) {
                explanations = Optional.of(column);
            }
        } else if (cell instanceof Value.Quantity) {
            book.lineOfCode(cell.show()).ifPresent(line -> codes.add(new Code(row, column, line.code())));
        }
    }

    private static <T> void note(List<Text<T>> texts, int row, int column, Set<T> candidates) {
        if (!candidates.isEmpty()) {
            texts.add(new Text<>(row, column, candidates));
        }
    }

    /** The line of a label: the only one of that name, or the one in the group whose head stands nearest at its left. */
    private Optional<Line> beside(Text<Line> text) {
        if (text.candidates().size() == 1) {
            return FormBook.only(text.candidates());
        }
        List<Text<Line>> groups = lineGroups.stream()
                .filter(g -> g.column() < text.column() && g.row() <= text.row())
                .sorted(Comparator.comparingInt((Text<Line> g) -> -g.column()).thenComparingInt(g -> -g.row()))
                .toList();
        return told(text, groups, Text::column, line -> line.heads().labels().size());
    }

    /** The column of a head: the only one of that name, or the one in the group whose head stands nearest above it. */
    private Optional<Integer> below(Text<Integer> text) {
        if (text.candidates().size() == 1) {
            return FormBook.only(text.candidates());
        }
        List<Text<Integer>> groups = headGroups.stream()
                .filter(g -> g.row() < text.row() && g.column() <= text.column())
                .sorted(Comparator.comparingInt((Text<Integer> g) -> -g.row()).thenComparingInt(g -> -g.column()))
                .toList();
        return told(
                text,
                groups,
                Text::row,
                index -> book.layout().columns().get(index).heads().size());
    }

    /**
     * What is left of the candidates of a text: if several are, the one that stands in the fewest groups, for those of the
     * others would show.
     *
     * @param groups the heads of groups that may hold it, the nearest first
     * @param level where the heads of a level of groups stand: only the nearest of each counts
     * @param depth how many heads stand over each other at a candidate
     */
    private static <T> Optional<T> told(
            Text<T> text, List<Text<T>> groups, ToIntFunction<Text<T>> level, ToIntFunction<T> depth) {
        Set<T> left = new LinkedHashSet<>(text.candidates());
        Set<Integer> levels = new HashSet<>();
        for (Text<T> group : groups) {
            if (left.size() > 1 && levels.add(level.applyAsInt(group))) {
                left.retainAll(group.candidates());
            }
        }
        int fewest = left.stream().mapToInt(depth).min().orElse(0);
        left.removeIf(candidate -> depth.applyAsInt(candidate) > fewest);
        return FormBook.only(left);
    }

    /** The labels stand in the column that has most of them; beside groups, some stand where others have their group. */
    private void placeLabels() {
        int beside = book.layout().labelColumn();
        linesByColumn.keySet().forEach(column -> {
            Map<Integer, Line> lines = new TreeMap<>();
            for (int at = column; at >= column - beside; at--) {
                linesByColumn.getOrDefault(at, Map.of()).forEach(lines::putIfAbsent);
            }
            if (labelColumn < 0 || lines.size() > labelled.size()) {
                labelColumn = column;
                labelled = lines;
            }
        });
    }

    /** A label that stands in two rows is no way to either. */
    private void placeRows() {
        Set<String> twice = new HashSet<>();
        labelled.forEach((row, line) -> {
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
        heads.stream()
                .filter(text -> text.row() < first && text.column() > labelColumn)
                .forEach(text -> below(text).ifPresent(index -> {
                    columns.putIfAbsent(index, text.column());
                    headRow = Math.max(headRow, text.row());
                }));
        FormLayout layout = book.layout();
        if (columns.isEmpty() && codeColumn - labelColumn == layout.codeColumn() - layout.labelColumn()) {
            for (int i = 0; i < layout.width(); i++) {
                columns.put(i, codeColumn + layout.firstValueColumn() - layout.codeColumn() + i);
            }
        }
    }

    private int firstRow() {
        return labelled.isEmpty() ? 0 : Collections.min(labelled.keySet());
    }

    /** The row of the value columns' heads, the last if there are several; -1 if there is none. */
    public int headRow() {
        return headRow;
    }

    /** The rows that have a line's label. */
    public Set<Integer> rows() {
        return labelled.keySet();
    }

    /** How many of the form's lines have their label on the sheet. */
    public int count() {
        return (int) labelled.values().stream().map(Line::code).distinct().count();
    }

    /** The line whose label stands in that row. */
    Optional<Line> lineAt(int row) {
        return Optional.ofNullable(labelled.get(row));
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
                        .allMatch(e -> e.getValue() == book.layout().firstValueColumn() + e.getKey());
    }
}
