package org.huizong.office;

import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus.State;
import org.huizong.model.Period;
import org.huizong.wording.Wording;

/** How many returns of a period are owed, and how they stand, in one sentence. */
public final class CoverageText {
    private CoverageText() {}

    /** The sentence about that period. */
    public static String of(Wording wording, Period period, Coverage coverage) {
        return wording.text(
                "cli.outcome.coverage",
                wording.period(period),
                coverage.owed(),
                coverage.count(State.COUNTED),
                coverage.late(),
                coverage.count(State.MISSING),
                coverage.count(State.REJECTED),
                coverage.count(State.CONFLICT));
    }
}
