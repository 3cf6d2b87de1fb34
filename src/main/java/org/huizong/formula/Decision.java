package org.huizong.formula;

import java.util.List;

/** What becomes of a formula, by what is known of its operands. */
public sealed interface Decision {
    /**
     * It is worked out.
     *
     * @param isPartial whether a part is left out that was owed
     */
    record Evaluated(boolean isPartial) implements Decision {}

    /** The check does not hold, because these operands are missing. */
    record Failed(List<String> operands) implements Decision {}

    /**
     * It comes to nothing that is known; as a check it is undecided.
     *
     * @param why what is wrong with the operands
     * @param operands these, in the order in which they are evaluated
     */
    record Unknown(Why why, List<String> operands) implements Decision {}

    /** Why a formula comes to nothing that is known. */
    enum Why {
        /** They were not reported, wholly or at all. */
        NOT_REPORTED,
        /** They have no value whatever was reported. */
        UNKNOWABLE,
        /** They meet and lack different returns. */
        UNLIKE
    }
}
