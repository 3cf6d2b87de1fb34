package org.huizong.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.layout.RollUpTable;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;

/** Reads the hidden table in which a consolidated workbook hands its units' figures up. */
final class RollUpReading {
    /** What the store holds of the code of a unit below; no office has a longer one. */
    static final int MAX_CODE = 100;

    private final Map<Filing, List<Row>> rows = new HashMap<>();
    private final List<String> tables;

    /** A return and the period it is for. */
    private record Filing(String form, String period) {}

    /**
     * A row of the table.
     *
     * @param unit code of the unit
     * @param label its name
     * @param item code of the item; empty if the return is lacking
     * @param value what stands in the cell of the value
     * @param where that cell
     */
    record Row(String unit, String label, String item, Optional<Value> value, CellRef where) {}

    /** Reads the table of these sheets of a file, if one of them has it. */
    RollUpReading(List<SheetCells> sheets, String file) {
        List<SheetCells> having = sheets.stream().filter(RollUpReading::is).toList();
        this.tables = having.stream().map(SheetCells::name).toList();
        having.forEach(sheet -> sheet.named(RollUpTable.NAME)
                .ifPresent(range -> read(sheet, range, CellRef.sheet(file, sheet.name()))));
    }

    /** Names of the sheets that have such a table. */
    List<String> tables() {
        return tables;
    }

    /** Tells whether a sheet is the table. */
    static boolean is(SheetCells sheet) {
        return sheet.named(RollUpTable.NAME).isPresent();
    }

    private void read(SheetCells sheet, CellRange range, CellRef place) {
        for (int row = range.first().row(); row <= Math.min(range.last().row(), sheet.lastRow()); row++) {
            String unit = text(sheet, row, RollUpTable.UNIT);
            String form = text(sheet, row, RollUpTable.RETURN);
            if (!unit.isEmpty() && unit.length() <= MAX_CODE && !form.isEmpty()) {
                CellAddress at = new CellAddress(row, RollUpTable.VALUE.column());
                rows.computeIfAbsent(new Filing(form, text(sheet, row, RollUpTable.PERIOD)), f -> new ArrayList<>())
                        .add(new Row(
                                unit,
                                Folding.shorten(text(sheet, row, RollUpTable.LABEL)),
                                text(sheet, row, RollUpTable.ITEM),
                                sheet.cell(row, at.column()),
                                place.at(at)));
            }
        }
    }

    private static String text(SheetCells sheet, int row, RollUpTable column) {
        return sheet.cell(row, column.column())
                .map(cell -> Folding.trim(cell.show()))
                .orElse("");
    }

    /** The rows about a return. */
    List<Row> rows(String form, String period) {
        return rows.getOrDefault(new Filing(form, period), List.of());
    }
}
