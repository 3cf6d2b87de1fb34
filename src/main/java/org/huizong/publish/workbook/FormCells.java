package org.huizong.publish.workbook;

import java.util.Map;
import java.util.Optional;
import org.huizong.model.CellAddress;

/**
 * Where the numbers of a return stand in the workbook.
 *
 * @param sheet name of its sheet
 * @param blank a cell that stays empty: what a formula reads of an item that has no figure
 * @param totals the township's cells by item code; only of items that have a figure
 * @param units the cells of each unit by unit code, then item code
 */
record FormCells(
        String sheet, CellAddress blank, Map<String, CellAddress> totals, Map<String, Map<String, CellAddress>> units) {
    /** How a formula on another sheet calls the township's cell of an item. */
    String total(String item) {
        return Book.reference(sheet, totals.getOrDefault(item, blank));
    }

    /** How a formula on another sheet calls a unit's cell of an item; empty if the unit does not owe the return. */
    Optional<String> unit(String unit, String item) {
        return Optional.ofNullable(units.get(unit))
                .map(cells -> Book.reference(sheet, cells.getOrDefault(item, blank)));
    }
}
