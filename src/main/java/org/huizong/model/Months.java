package org.huizong.model;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of months, which need be no period of its own: January to the month before.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record Months(YearMonth first, YearMonth last) {
    public Months {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }

    /** The months of a period. */
    public static Months of(Period period) {
        return new Months(period.first(), period.last());
    }

    /** January to the last month of a period. */
    public static Months toDate(Period period) {
        return new Months(YearMonth.of(period.last().getYear(), 1), period.last());
    }

    /** Each of them, in order. */
    public List<YearMonth> all() {
        return Stream.iterate(first, m -> !m.isAfter(last), m -> m.plusMonths(1))
                .toList();
    }

    /** Tells whether a period of these months lies wholly inside. */
    public boolean contain(YearMonth from, YearMonth to) {
        return !from.isBefore(first) && !to.isAfter(last);
    }

    /** Tells whether a period lies wholly inside. */
    public boolean contain(Period period) {
        return contain(period.first(), period.last());
    }

    /** The same months a year before. */
    public Months yearAgo() {
        return new Months(first.minusYears(1), last.minusYears(1));
    }
}
