package org.huizong.written;

import java.util.Optional;
import org.huizong.model.Period;

/**
 * The months that a number of a report speaks of, seen from the period that it is held against.
 *
 * @param other the period, where the report's own figures do not hold it
 */
record Span(Kind kind, Optional<Period> other) {
    /** Which months. */
    enum Kind {
        /** The period itself. */
        NOW,
        /** January to the period. */
        TO_DATE,
        /** The period before. */
        PRIOR,
        /** The same period a year ago. */
        YEAR_AGO,
        /** The same months a year ago. */
        TO_DATE_AGO,
        /** One month of the year. */
        MONTH,
        /** Any other: nothing is held against it. */
        OTHER
    }

    static final Span NOW = new Span(Kind.NOW, Optional.empty());

    static Span of(Kind kind) {
        return new Span(kind, Optional.empty());
    }
}
