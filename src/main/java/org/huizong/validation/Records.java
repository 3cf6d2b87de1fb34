package org.huizong.validation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.submission.Observation;
import org.huizong.submission.Value;

/** The records of a register: what was observed of each, by its key, in the order of the rows. */
final class Records {
    private final Map<String, Map<String, Observation>> byKey = new LinkedHashMap<>();

    /** Gathers observations; those that belong to no record are left out. */
    Records(List<Observation> observations) {
        observations.stream()
                .filter(o -> !o.record().isEmpty())
                .forEach(o -> byKey.computeIfAbsent(o.record(), key -> new HashMap<>())
                        .put(o.item(), o));
    }

    /** By key of the record, then by item. */
    Map<String, Map<String, Observation>> byKey() {
        return byKey;
    }

    /**
     * A value as a formula over a record takes it: a choice is the Chinese label of its entry, as a formula in the
     * catalogue and a cell of the register have it.
     */
    static Value inFormula(Catalogue catalogue, Item item, Value value) {
        return item.type() == ItemType.CHOICE && value instanceof Value.Text text
                ? catalogue
                        .choice(item.choices(), text.text())
                        .map(c -> Value.of(c.label()))
                        .orElse(value)
                : value;
    }
}
