package org.huizong.formula;

/** What kind of value a name or a part of a formula stands for. */
public enum Kind {
    /** A count, an amount, a ratio. */
    NUMBER,
    /** A text, or the code of a choice. */
    TEXT,
    /** A day. */
    DATE,
    /** TRUE or FALSE. */
    VERDICT,
    /** The list of weekdays off, for NETWORKDAYS alone. */
    HOLIDAYS,
    /** One of several, such as an IF with different branches. */
    ANY;

    /** Whether a place that asks for this kind takes a value of that one: dates and verdicts can be calculated with. */
    boolean takes(Kind given) {
        return given == this
                || switch (this) {
                    case ANY -> given != HOLIDAYS;
                    case NUMBER, VERDICT -> given != TEXT && given != HOLIDAYS;
                    case DATE -> given == ANY;
                    case TEXT, HOLIDAYS -> false;
                };
    }

    /** The kind of a value that is one of these two. */
    Kind or(Kind other) {
        return this == other ? this : ANY;
    }
}
