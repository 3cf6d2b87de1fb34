package org.huizong.baseline;

import java.math.BigDecimal;
import java.util.List;
import org.huizong.model.BaselineFigure;

/**
 * What a figure must come to, by which others.
 *
 * @param kind of the fault if it does not
 * @param bound how it must stand to the value
 * @param value what the others come to
 * @param by the others
 */
record BaselineTie(String kind, Bound bound, BigDecimal value, List<BaselineFigure> by) {
    /** Of parts that are all known the whole is their sum; of some of them it can only be told how far it goes. */
    enum Bound {
        EQUAL,
        AT_LEAST,
        AT_MOST;

        boolean allows(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case AT_LEAST -> comparison >= 0;
                case AT_MOST -> comparison <= 0;
            };
        }
    }

    BaselineTie {
        by = List.copyOf(by);
    }

    /** The whole is exactly that. */
    static BaselineTie equal(String kind, BigDecimal value, List<BaselineFigure> by) {
        return new BaselineTie(kind, Bound.EQUAL, value, by);
    }

    /** The whole is that or more. */
    static BaselineTie atLeast(BigDecimal value, List<BaselineFigure> by) {
        return new BaselineTie("baseline.least", Bound.AT_LEAST, value, by);
    }

    /** The whole is that or less. */
    static BaselineTie atMost(BigDecimal value, List<BaselineFigure> by) {
        return new BaselineTie("baseline.most", Bound.AT_MOST, value, by);
    }
}
