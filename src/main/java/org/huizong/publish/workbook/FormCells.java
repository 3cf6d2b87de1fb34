package org.huizong.publish.workbook;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.huizong.aggregation.FormFigures;
import org.huizong.model.CellAddress;

/**
 * Where the numbers of a return stand in the workbook.
 *
 * @param sheet name of its sheet
 * @param blank a cell that stays empty: what a formula reads of an item that has no figure
 * @param totals the township's cells by item code; only of items that have a figure
 * @param figures whose figures they are
 * @param units where a figure of a unit stands, by the codes of unit and item
 */
record FormCells(
        String sheet,
        CellAddress blank,
        Map<String, CellAddress> totals,
        FormFigures figures,
        BiFunction<String, String, Optional<CellAddress>> units) {
    /** How a formula on another sheet calls the township's cell of an item. */
    String total(String item) {
        return Book.reference(sheet, totals.getOrDefault(item, blank));
    }

    /** How a formula on another sheet calls a unit's cell of an item; empty if the unit does not owe the return. */
    Optional<String> unit(String unit, String item) {
        return Optional.of(unit)
                .filter(figures.byUnit()::containsKey)
                .map(u -> figures.figure(u, item).value().flatMap(v -> units.apply(u, item)))
                .map(cell -> Book.reference(sheet, cell.orElse(blank)));
    }
}
