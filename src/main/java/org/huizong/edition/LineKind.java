package org.huizong.edition;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.model.Period;

/** Holds what a line of an edition is about. */
enum LineKind {
    INDICATOR(Subject.INDICATOR),
    PRIOR(Subject.INDICATOR),
    YEAR_AGO(Subject.INDICATOR),
    YEAR_TO_DATE(Subject.INDICATOR),
    YEAR_TO_DATE_AGO(Subject.INDICATOR),
    /** The township's total of an item, as its form or 台账统计 shows it. */
    ITEM(Subject.ITEM),
    ITEM_PRIOR(Subject.ITEM),
    ITEM_YEAR_AGO(Subject.ITEM),
    ITEM_YEAR_TO_DATE(Subject.ITEM),
    /** A return of the period that is not counted. */
    COVERAGE(Subject.RETURN),
    /** A return that a figure of other months lacks. */
    COVERAGE_BEFORE(Subject.RETURN),
    /** Whom a return that is counted lacks. */
    BELOW(Subject.RETURN),
    /** A baseline figure that stands in for what was never collected. */
    BASELINE(Subject.BASELINE);

    private enum Subject {
        INDICATOR,
        ITEM,
        RETURN,
        BASELINE
    }

    private final Subject subject;

    LineKind(Subject subject) {
        this.subject = subject;
    }

    /** The kind of a line on record. */
    static LineKind of(String code) {
        return Stream.of(values())
                .filter(k -> k.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the store holds an unknown kind of line: " + code));
    }

    /** The word in the store. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether it is a total of the township, and not about one unit. */
    boolean isTotal() {
        return subject == Subject.INDICATOR || subject == Subject.ITEM;
    }

    /** Tells whether the code of such a line is that of an indicator. */
    boolean isOfIndicator() {
        return subject == Subject.INDICATOR;
    }

    /** Tells whether editions have such lines only since their changes have causes. */
    boolean isNew() {
        return this == ITEM_PRIOR || this == ITEM_YEAR_AGO || this == ITEM_YEAR_TO_DATE || this == COVERAGE_BEFORE;
    }

    /** The kind that says the same where the year to date is the period itself; empty of any other. */
    Optional<LineKind> ofPeriodAlone() {
        return switch (this) {
            case YEAR_TO_DATE -> Optional.of(INDICATOR);
            case YEAR_TO_DATE_AGO -> Optional.of(YEAR_AGO);
            case ITEM_YEAR_TO_DATE -> Optional.of(ITEM);
            default -> Optional.empty();
        };
    }

    /** The kind of an indicator's line that says the same of an item which is one; empty of any other. */
    Optional<LineKind> ofIndicator() {
        return switch (this) {
            case ITEM -> Optional.of(INDICATOR);
            case ITEM_PRIOR -> Optional.of(PRIOR);
            case ITEM_YEAR_AGO -> Optional.of(YEAR_AGO);
            case ITEM_YEAR_TO_DATE -> Optional.of(YEAR_TO_DATE);
            default -> Optional.empty();
        };
    }

    /** The months that such a total of a period's edition is worked out from. */
    Months months(Period period) {
        Period ago = period.yearAgo();
        return switch (this) {
            case PRIOR, ITEM_PRIOR -> Months.of(period.prior());
            case YEAR_AGO, ITEM_YEAR_AGO -> Months.of(ago);
            case YEAR_TO_DATE, ITEM_YEAR_TO_DATE -> Months.toDate(period);
            case YEAR_TO_DATE_AGO -> Months.toDate(ago);
            default -> Months.of(period);
        };
    }

    /** A run of months. */
    record Months(YearMonth first, YearMonth last) {
        private static Months of(Period period) {
            return new Months(period.first(), period.last());
        }

        private static Months toDate(Period period) {
            return new Months(YearMonth.of(period.last().getYear(), 1), period.last());
        }

        /** Tells whether a period lies wholly inside. */
        boolean hold(Period period) {
            return !period.first().isBefore(first) && !period.last().isAfter(last);
        }
    }
}
