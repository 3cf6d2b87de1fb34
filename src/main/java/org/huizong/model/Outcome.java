package org.huizong.model;

import java.util.Locale;

/** How a check ended where it did not pass. */
public enum Outcome {
    /** The check did not hold. */
    FAILED,
    /** The check could not be decided, for the reason the finding gives. */
    UNDECIDED;

    /** The word in findings.csv. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
