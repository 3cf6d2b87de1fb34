package org.huizong.sound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.model.Value;

/**
 * One return as a clerk typed it.
 *
 * @param unit code of the unit
 * @param form code of the return
 * @param period what it reports on
 * @param values of a form, by item, as they stand in the cells
 * @param records of a register, a map each, by item
 */
record Filled(String unit, String form, Period period, Map<String, Value> values, List<Map<String, Value>> records) {
    Filled {
        values = new LinkedHashMap<>(values);
        records = records.stream().<Map<String, Value>>map(LinkedHashMap::new).toList();
    }

    /** The register of a period: the stories that were open or moved in it, as they stood at its end. */
    static Filled of(String unit, String register, Period period, List<Story> stories, Catalogue catalogue) {
        return new Filled(
                unit,
                register,
                period,
                Map.of(),
                stories.stream()
                        .filter(s -> s.isListed(period.start(), period.end()))
                        .map(s -> s.at(period.end(), catalogue))
                        .toList());
    }

    /** The same with other values. */
    Filled with(Consumer<Map<String, Value>> change) {
        Map<String, Value> changed = new LinkedHashMap<>(values);
        change.accept(changed);
        return new Filled(unit, form, period, changed, records);
    }

    /** The same with other records. */
    Filled withRecords(Consumer<List<Map<String, Value>>> change) {
        List<Map<String, Value>> changed = new ArrayList<>();
        records.forEach(r -> changed.add(new LinkedHashMap<>(r)));
        change.accept(changed);
        return new Filled(unit, form, period, values, changed);
    }

    /** A number of it; 0 where there is none. */
    long number(String item) {
        Value value = values.get(item);
        return value == null ? 0 : value.asNumber().map(n -> n.longValue()).orElse(0L);
    }
}
