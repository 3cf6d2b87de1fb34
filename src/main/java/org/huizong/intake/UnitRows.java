package org.huizong.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitBook;
import org.huizong.intake.locate.FormBook;
import org.huizong.intake.locate.Labels;
import org.huizong.intake.parse.Normaliser;
import org.huizong.intake.parse.ParsedValue;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;

/**
 * A table with a unit a row and an item of one form a column, each row beginning with its unit: as many returns as rows, if
 * every item that is to be filled has its column and there is nothing to guess.
 */
final class UnitRows {
    private final SheetCells sheet;
    private final Map<Integer, Unit> rows;
    private final Map<Item, Integer> columns;
    private final int headRow;

    private UnitRows(SheetCells sheet, Map<Integer, Unit> rows, Map<Item, Integer> columns, int headRow) {
        this.sheet = sheet;
        this.rows = rows;
        this.columns = columns;
        this.headRow = headRow;
    }

    /**
     * What one row says.
     *
     * @param unit whose row it is
     * @param number of the row, from 0
     * @param observations each item of the row
     * @param findings what there is to say of its cells
     */
    record Row(Unit unit, int number, List<Observation> observations, List<Finding> findings) {}

    /** The table of that form on a sheet; empty if it is none, or lacks an item. */
    static Optional<UnitRows> of(SheetCells sheet, FormBook book, UnitBook units) {
        Map<Integer, Map<Integer, Unit>> named = new TreeMap<>();
        sheet.visit(Labels.LAST_ROW, (row, column, cell) -> {
            if (cell instanceof Value.Text text) {
                units.find(text.text())
                        .ifPresent(unit -> named.computeIfAbsent(column, c -> new TreeMap<>())
                                .put(row, unit));
            }
        });
        if (named.size() != 1) {
            return Optional.empty();
        }
        var only = named.entrySet().iterator().next();
        Map<Integer, Unit> rows = only.getValue();
        boolean once = rows.values().stream().distinct().count() == rows.size();
        int first = rows.keySet().iterator().next();
        return once
                ? heads(sheet, book, first).map(heads -> new UnitRows(sheet, rows, heads.columns(), heads.row()))
                : Optional.empty();
    }

    /** The column of each item, and the last row that heads one. */
    private record Heads(Map<Item, Integer> columns, int row) {}

    /** The column of each item by the words above the first unit. */
    private static Optional<Heads> heads(SheetCells sheet, FormBook book, int first) {
        Map<Item, Integer> columns = new LinkedHashMap<>();
        List<Item> twice = new ArrayList<>();
        int[] last = {-1};
        sheet.visit(first - 1, (row, column, cell) -> {
            if (cell instanceof Value.Text text) {
                book.line(Folding.fold(text.text()))
                        .map(Line::items)
                        .filter(items -> items.size() == 1)
                        .map(items -> items.get(0))
                        .filter(item -> {
                            last[0] = row;
                            return columns.put(item, column) != null;
                        })
                        .ifPresent(twice::add);
            }
        });
        boolean whole = book.layout().items().stream().allMatch(i -> i.isComputed() || columns.containsKey(i));
        return whole && twice.isEmpty() ? Optional.of(new Heads(columns, last[0])) : Optional.empty();
    }

    /** Reads every row. */
    List<Row> read(Normaliser normaliser, CellRef place, boolean from1904) {
        List<Row> read = new ArrayList<>();
        Fields lines = new Fields(sheet, place, headRow);
        rows.forEach((row, unit) -> {
            List<Observation> observations = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            lines.tooMany(row).ifPresent(findings::add);
            columns.forEach((item, column) -> {
                var where = place.at(new CellAddress(row, column));
                ParsedValue normal = normaliser.normalise(sheet.cell(row, column), item, from1904);
                observations.add(new Observation(item.code(), "", normal.value(), where));
                normal.finding(item, where).ifPresent(findings::add);
            });
            read.add(new Row(unit, row, observations, findings));
        });
        return read;
    }
}
