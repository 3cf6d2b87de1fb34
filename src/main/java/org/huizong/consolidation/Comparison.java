package org.huizong.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How a figure stands against an earlier one. Which words it prints as is the wording's affair.
 *
 * @param kind which of the cases it is
 * @param difference now minus then; empty where there is nothing to compare
 * @param percent difference in percent of then, one decimal, half up; only where then is at least 10
 */
public record Comparison(Kind kind, Optional<BigDecimal> difference, Optional<BigDecimal> percent) {
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

    /** Compares two figures of the same thing. */
    public static Comparison between(Figure now, Figure then) {
        if (now.value().isEmpty()) {
            return none(Kind.NO_FIGURE);
        }
        if (then.value().isEmpty()) {
            return none(Kind.NO_BASE);
        }
        if (!alike(now, then)) {
            return none(Kind.NOT_COMPARABLE);
        }
        BigDecimal base = then.value().get();
        BigDecimal difference = now.value().get().subtract(base);
        if (difference.signum() == 0) {
            return new Comparison(Kind.SAME, Optional.of(difference), Optional.empty());
        }
        if (base.signum() == 0) {
            return new Comparison(Kind.FROM_ZERO, Optional.of(difference), Optional.empty());
        }
        Optional<BigDecimal> percent = base.abs().compareTo(LEAST_BASE) < 0
                ? Optional.empty()
                : Optional.of(difference.movePointRight(2).divide(base.abs(), 1, RoundingMode.HALF_UP));
        return new Comparison(difference.signum() > 0 ? Kind.UP : Kind.DOWN, Optional.of(difference), percent);
    }

    /** Whether the same stands behind both: everything that was owed, or all but the same units in the same months. */
    private static boolean alike(Figure now, Figure then) {
        return now.basis().lacksTheSameAs(then.basis())
                && now.asAt().isEmpty()
                && then.asAt().isEmpty();
    }

    private static Comparison none(Kind kind) {
        return new Comparison(kind, Optional.empty(), Optional.empty());
    }
}
