package org.huizong.aggregation;

import org.huizong.catalogue.Obligation;

/**
 * An owed return that no figure holds, or that a figure holds without some of those below.
 *
 * @param owed unit, return and period
 * @param place the month in which its period ends, counted from 1 at the first month of the figure
 * @param why why it is not there
 */
public record MissingFiling(Obligation owed, int place, Why why) {
    /** Why a return is not there. */
    public enum Why {
        /** It is missing, sent back or in conflict. */
        OPEN,
        /** Its period was never consolidated, so nobody has looked for it. */
        NEVER_RUN,
        /** Its day has not come yet, so it is not owed yet either. */
        NOT_DUE,
        /** It is counted, but somebody who owed it below is missing in it. */
        BELOW,
        /** It is counted, but the cell of the figure is blank in it. */
        BLANK
    }
}
