package org.huizong.written;

import java.math.BigDecimal;
import java.util.Optional;
import org.huizong.aggregation.Figure;

/**
 * One number of a report, and how it stands.
 *
 * @param claim the number and what it speaks of
 * @param ours what is on record, in the measure of the catalogue; empty where nothing is
 * @param figure the figure that it was held against, with what of the returns stands behind it
 * @param reason why nothing was held against it; empty if something was
 * @param contradicts place among all verdicts of another number of the report that says otherwise of the same; -1 if none
 */
record Verdict(
        Claim claim,
        Outcome outcome,
        Optional<BigDecimal> ours,
        Optional<Figure> figure,
        Optional<Reason> reason,
        int contradicts) {
    /** Why a number was not held against a figure, or how it was. */
    enum Reason {
        /** Nothing in the catalogue is called so. */
        UNKNOWN_WORDS,
        /** It may speak of something on record, and of something else as well. */
        UNSURE,
        /** It speaks of months that this period's figures do not hold. */
        OTHER_MONTHS,
        /** No earlier figure is there to compare with. */
        NO_BASE,
        /** It is a part of another number, and the figures do not part that. */
        PART,
        /** It was held against the year's target. */
        TARGET,
        /** It was held against a unit's figure. */
        OF_UNIT
    }

    Verdict contradicting(int other) {
        return new Verdict(claim, outcome, ours, figure, reason, other);
    }
}
