package org.huizong.aggregation;

import java.util.Comparator;
import org.huizong.catalogue.Obligation;

/**
 * An owed return that no figure holds, or that a figure holds without some of those below. They stand by period, then in
 * the order of the list of units.
 *
 * @param owed unit, return and period
 * @param place the month in which its period ends, counted from 1 at the first month of the figure
 * @param unit place of the unit in the list of units
 * @param why why it is not there
 */
public record MissingFiling(Obligation owed, int place, int unit, Why why) implements Comparable<MissingFiling> {
    private static final Comparator<MissingFiling> ORDER = Comparator.comparing(
                    (MissingFiling g) -> g.owed().period())
            .thenComparingInt(MissingFiling::unit)
            .thenComparing(g -> g.owed().form())
            .thenComparing(MissingFiling::why);

    @Override
    public int compareTo(MissingFiling other) {
        return ORDER.compare(this, other);
    }

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
