package org.huizong.model;

import java.time.YearMonth;
import java.util.Optional;

/**
 * The months in which a unit, a return, an item, a rule or an indicator exists.
 *
 * @param from its first month; empty if it was always there
 * @param until its last month, inclusive; empty if it is still there
 */
public record Validity(Optional<YearMonth> from, Optional<YearMonth> until) {
    /** Without a beginning and without an end. */
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    public Validity {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("until " + until.get() + " is before from " + from.get());
        }
    }

    /** Whether the month lies inside, both ends included. */
    public boolean covers(YearMonth month) {
        return from.map(f -> !month.isBefore(f)).orElse(true)
                && until.map(u -> !month.isAfter(u)).orElse(true);
    }

    /** Whether the two have a month in common. */
    public boolean overlaps(Validity other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(Validity other) {
        return until.isPresent() && other.from.isPresent() && until.get().isBefore(other.from.get());
    }
}
