package org.huizong.assessment;

import java.math.BigDecimal;
import java.util.List;

/** What a name in a criterion's formula stands for. */
public sealed interface Operand {
    /** A value, and what it is made of. */
    record Known(BigDecimal value, List<Fact> facts) implements Operand {
        public Known {
            facts = List.copyOf(facts);
        }
    }

    /** Nobody knows its value. */
    record Unknown(Why why) implements Operand {}

    /** The unit is not asked for it. */
    record NotOwed() implements Operand {}

    /** Why a criterion is not assessed. */
    enum Why {
        /** A figure was not reported, or not wholly. */
        NOT_REPORTED,
        /** Its period was never consolidated. */
        NEVER_RUN,
        /** Its returns are not due yet. */
        NOT_DUE,
        /** The office has given no points. */
        NO_MARK,
        /** The formula comes to no number. */
        UNDEFINED
    }
}
