package org.huizong.assessment;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Something on record about a unit, and in which names of formulas it counts: a return that came three days late is 1 of
 * {@code filing.late} and 3 of {@code filing.days_late}.
 *
 * @param counts how much it counts by name; empty if a name stands for nothing else
 */
public record Fact(Evidence evidence, Map<String, BigDecimal> counts) {
    public Fact {
        counts = Map.copyOf(counts);
    }

    BigDecimal of(String name) {
        return counts.getOrDefault(name, BigDecimal.ZERO);
    }
}
