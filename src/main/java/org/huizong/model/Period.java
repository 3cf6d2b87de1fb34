package org.huizong.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reporting period 报告期: {@code 2026-10}, {@code 2026-Q4}, {@code 2026-H2} or {@code 2026}.
 *
 * @param frequency its length
 * @param first its first month; a quarter starts in January, April, July or October, and so on
 */
public record Period(Frequency frequency, YearMonth first) implements Comparable<Period> {
    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?");
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::last).thenComparing(p -> p.frequency().months());

    public Period {
        if ((first.getMonthValue() - 1) % frequency.months() != 0) {
            throw new IllegalArgumentException("a " + frequency.code() + " does not start in " + first);
        }
    }

    /**
     * Reads a period's code.
     *
     * @throws DateTimeException if it is not one of the four shapes, each with a year of four digits
     */
    public static Period parse(String code) {
        return tryParse(code)
                .orElseThrow(() -> new DateTimeException(
                        "\"" + code + "\" is no period such as 2026-10, 2026-Q4, 2026-H2 or 2026"));
    }

    /** Reads a period's code; empty if it is not one of the four shapes. */
    public static Optional<Period> tryParse(String code) {
        Matcher matcher = CODE.matcher(code.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(month(YearMonth.of(year, Integer.parseInt(matcher.group(2)))));
        }
        if (matcher.group(3) != null) {
            return Optional.of(new Period(
                    Frequency.QUARTER, YearMonth.of(year, Integer.parseInt(matcher.group(3)) * 3 - 2)));
        }
        if (matcher.group(4) != null) {
            return Optional.of(new Period(
                    Frequency.HALF, YearMonth.of(year, Integer.parseInt(matcher.group(4)) * 6 - 5)));
        }
        return Optional.of(year(year));
    }

    /** The period of one month. */
    public static Period month(YearMonth month) {
        return new Period(Frequency.MONTH, month);
    }

    /** The period of one calendar year. */
    public static Period year(int year) {
        return new Period(Frequency.YEAR, YearMonth.of(year, 1));
    }

    /** The period of the given length that holds the month. */
    public static Period holding(YearMonth month, Frequency frequency) {
        int start = (month.getMonthValue() - 1) / frequency.months() * frequency.months() + 1;
        return new Period(frequency, YearMonth.of(month.getYear(), start));
    }

    /** Its last month. */
    public YearMonth last() {
        return first.plusMonths(frequency.months() - 1L);
    }

    /** Its first day. */
    public LocalDate start() {
        return first.atDay(1);
    }

    /** Its last day. */
    public LocalDate end() {
        return last().atEndOfMonth();
    }

    /** Its months in order, 1 to 12 of them. */
    public List<YearMonth> months() {
        return Stream.iterate(first, m -> m.plusMonths(1))
                .limit(frequency.months())
                .toList();
    }

    /** The period of the same length just before it. */
    public Period prior() {
        return new Period(frequency, first.minusMonths(frequency.months()));
    }

    /** The same period of the year before. */
    public Period yearAgo() {
        return new Period(frequency, first.minusYears(1));
    }

    /** Whether it is one month. */
    public boolean isMonth() {
        return frequency == Frequency.MONTH;
    }

    /** Its code, which {@link #parse} reads back. */
    public String code() {
        return switch (frequency) {
            case MONTH -> first.toString();
            case QUARTER -> first.getYear() + "-Q" + (first.getMonthValue() + 2) / 3;
            case HALF -> first.getYear() + "-H" + (first.getMonthValue() + 5) / 6;
            case YEAR -> String.valueOf(first.getYear());
        };
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return code();
    }
}
