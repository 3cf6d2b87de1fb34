package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A value, and how much of what was owed stands behind it. A missing return is never a silent zero.
 *
 * @param value exact and unrounded; empty if nothing was counted or the item has no meaning over the period
 * @param owed how many submissions were owed
 * @param counted how many of them are in the value
 * @param missing codes of the units of which at least one is not, each once
 * @param asAt the month up to which it reaches, if that is before the period's last: 截至
 */
public record Figure(
        Optional<BigDecimal> value, int owed, int counted, List<String> missing, Optional<YearMonth> asAt) {
    /** Nobody owes it. */
    public static final Figure NOT_OWED = new Figure(Optional.empty(), 0, 0, List.of(), Optional.empty());

    public Figure {
        missing = List.copyOf(missing);
    }

    /** Whether every owed submission is in it and none is older than the period. */
    public boolean isComplete() {
        return counted == owed && asAt.isEmpty();
    }

    /** Whether anybody owes it. */
    public boolean isOwed() {
        return owed > 0;
    }
}
