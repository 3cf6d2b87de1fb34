package org.huizong.aggregation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How a figure stands against an earlier one. Which words it prints as is the wording's affair.
 *
 * @param kind which of the cases it is
 * @param difference now minus then; empty where there is nothing to compare
 * @param percent difference in percent of then, one decimal, half up; only where then is at least 10
 * @param common the figures that were compared, if they are not those of all units: 同口径
 */
public record Comparison(
        Kind kind, Optional<BigDecimal> difference, Optional<BigDecimal> percent, Optional<Common> common) {
    private static final BigDecimal LEAST_BASE = BigDecimal.TEN;

    /** The cases of a comparison. */
    public enum Kind {
        /** More than before. */
        UP,
        /** Less than before. */
        DOWN,
        /** The same as before: 持平. */
        SAME,
        /** Before it was 0 and now it is not: no percentage. */
        FROM_ZERO,
        /** There is no earlier figure: 无同期数. */
        NO_BASE,
        /** Other units stand behind the two: 不可比. */
        NOT_COMPARABLE,
        /** There is no figure now. */
        NO_FIGURE
    }

    /**
     * Two figures of the units that are counted in every owed month of both spans.
     *
     * @param now their figure of this period
     * @param then their earlier figure
     * @param units how many units these are, predecessors counted with their successor
     */
    public record Common(BigDecimal now, BigDecimal then, int units) {}

    /** Why nothing can be compared. */
    static Comparison none(Kind kind) {
        return new Comparison(kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Compares the figures of the same units. */
    static Comparison on(Common common) {
        Comparison all = of(common.now(), common.then());
        return new Comparison(all.kind(), all.difference(), all.percent(), Optional.of(common));
    }

    /** Compares a figure with an earlier one. */
    static Comparison of(BigDecimal now, BigDecimal base) {
        BigDecimal difference = now.subtract(base);
        if (difference.signum() == 0) {
            return new Comparison(Kind.SAME, Optional.of(difference), Optional.empty(), Optional.empty());
        }
        if (base.signum() == 0) {
            return new Comparison(Kind.FROM_ZERO, Optional.of(difference), Optional.empty(), Optional.empty());
        }
        Optional<BigDecimal> percent = base.abs().compareTo(LEAST_BASE) < 0
                ? Optional.empty()
                : Optional.of(difference.movePointRight(2).divide(base.abs(), 1, RoundingMode.HALF_UP));
        return new Comparison(
                difference.signum() > 0 ? Kind.UP : Kind.DOWN, Optional.of(difference), percent, Optional.empty());
    }
}
