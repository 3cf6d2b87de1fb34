package org.huizong.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.model.Observation;

/** The records of a register: what was observed of each, by its key, in the order of the rows. */
final class Records {
    private final Map<String, Map<String, Observation>> byKey = new LinkedHashMap<>();

    /** Gathers observations; those that belong to no record are left out. */
    Records(List<Observation> observations) {
        observations.stream()
                .filter(o -> !o.record().isEmpty())
                .forEach(o -> byKey.computeIfAbsent(o.record(), key -> new LinkedHashMap<>())
                        .put(o.item(), o));
    }

    /** By key of the record, then by item. */
    Map<String, Map<String, Observation>> byKey() {
        return byKey;
    }
}
