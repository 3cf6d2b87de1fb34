package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A value, and how much of what was owed stands behind it. A missing return is never a silent zero.
 *
 * @param value exact and unrounded; empty if nothing was counted or the item has no meaning over the period
 * @param basis what of the owed returns is in the value and what is not
 * @param asAt the month up to which it reaches, if that is before the period's last: 截至
 */
public record Figure(Optional<BigDecimal> value, Basis basis, Optional<YearMonth> asAt) {
    /** Nobody owes it. */
    public static final Figure NOT_OWED = new Figure(Optional.empty(), Basis.NONE, Optional.empty());

    /** How many submissions are owed by now. */
    public int owed() {
        return basis.owed();
    }

    /** How many of them are in the value. */
    public int counted() {
        return basis.counted();
    }

    /** Codes of the units of which at least one is not, each once. */
    public List<String> missing() {
        return basis.missing();
    }

    /** Whether every submission of the period is in it and none is older than the period. */
    public boolean isComplete() {
        return basis.gaps().isEmpty() && asAt.isEmpty();
    }

    /** Whether anybody owes it, now or later in the period, or a baseline stands in for those who would. */
    public boolean isOwed() {
        return basis.counted() > 0 || !basis.gaps().isEmpty() || isBaseline();
    }

    /** Whether a baseline figure is in it: it is marked wherever it is shown. */
    public boolean isBaseline() {
        return !basis.baseline().isEmpty();
    }
}
