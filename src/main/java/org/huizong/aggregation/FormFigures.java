package org.huizong.aggregation;

import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;

/**
 * One return over a period: each unit's figures and the township's.
 *
 * @param form the return in its version of the period's last month
 * @param items its numeric items by line and column
 * @param units those who owe it within the period, in the order of the catalogue
 * @param byUnit figures by unit code, then item code; one for each unit and item
 * @param totals the township's figures by item code
 * @param prior the township's figures of the period before by item code
 * @param yearToDate the township's figures from January by item code
 * @param yearAgo the township's figures of the same period a year ago by item code
 */
public record FormFigures(
        Return form,
        List<Item> items,
        List<Unit> units,
        Map<String, Map<String, Figure>> byUnit,
        Map<String, Figure> totals,
        Map<String, Figure> prior,
        Map<String, Figure> yearToDate,
        Map<String, Figure> yearAgo) {
    /** A unit's figure of an item; not owed if the unit does not owe the return. */
    public Figure figure(String unit, String item) {
        return byUnit.getOrDefault(unit, Map.of()).getOrDefault(item, Figure.NOT_OWED);
    }

    /** The township's figure of an item. */
    public Figure total(String item) {
        return totals.getOrDefault(item, Figure.NOT_OWED);
    }
}
