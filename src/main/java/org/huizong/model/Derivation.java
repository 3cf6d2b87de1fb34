package org.huizong.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a rule came to its finding, besides the values that it names.
 *
 * @param undecided why it could not be decided; empty if it failed
 * @param parts what those parts of its formula came to that need no item, by their text: MONTH(period_end)-1 is 2 in March
 * @param days by how many days a time limit was missed; empty if the rule counts none
 */
public record Derivation(Optional<Reason> undecided, SortedMap<String, Value> parts, Optional<BigDecimal> days) {
    /** Of a check that failed and has nothing to add. */
    public static final Derivation NONE =
            new Derivation(Optional.empty(), Collections.emptySortedMap(), Optional.empty());

    public Derivation {
        parts = parts.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        days = days.map(BigDecimal::stripTrailingZeros);
    }

    /** Of a check that could not be decided. */
    public static Derivation undecided(Reason reason) {
        return new Derivation(Optional.of(reason), Collections.emptySortedMap(), Optional.empty());
    }

    /** Of a rule that failed. */
    public static Derivation failed(Map<String, Value> parts, Optional<BigDecimal> days) {
        return new Derivation(Optional.empty(), new TreeMap<>(parts), days);
    }
}
