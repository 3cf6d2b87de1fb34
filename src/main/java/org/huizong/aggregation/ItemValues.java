package org.huizong.aggregation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Item;

/** The values of one item of one unit over a run of months, as they are added one by one, in any order. */
final class ItemValues {
    /** The month from which {@link #reported} counts. */
    private final YearMonth start;

    private final BitSet reported = new BitSet();
    private BigDecimal sum = BigDecimal.ZERO;
    private Optional<BigDecimal> max = Optional.empty();
    private BigDecimal first = BigDecimal.ZERO;
    private YearMonth firstMonth = YearMonth.of(9999, 12);
    private BigDecimal last = BigDecimal.ZERO;
    private YearMonth lastMonth = YearMonth.of(0, 1);
    private int count;

    /** Values of periods that end in that month or later. */
    ItemValues(YearMonth start) {
        this.start = start;
    }

    /** Adds the value of a period that ends in that month. */
    void add(BigDecimal value, YearMonth month) {
        reported.set(place(month));
        sum = sum.add(value);
        max = Optional.of(max.map(value::max).orElse(value));
        if (month.isBefore(firstMonth)) {
            first = value;
            firstMonth = month;
        }
        if (month.isAfter(lastMonth)) {
            last = value;
            lastMonth = month;
        }
        count++;
    }

    private int place(YearMonth month) {
        return (month.getYear() - start.getYear()) * 12 + month.getMonthValue() - start.getMonthValue();
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Tells whether there is one of a period that ends in that month. */
    boolean has(YearMonth month) {
        return !month.isBefore(start) && reported.get(place(month));
    }

    /** The months in which periods end that have one, in order. */
    Stream<YearMonth> months() {
        return reported.stream().mapToObj(start::plusMonths);
    }

    /** The month in which the earliest period ends that has one. */
    YearMonth firstMonth() {
        return firstMonth;
    }

    /** The month in which the latest period ends that has one. */
    YearMonth lastMonth() {
        return lastMonth;
    }

    /**
     * Says what the months make of an item; a mean to 34 digits. An item without meaning beyond a month has one month.
     */
    BigDecimal over(Item.Time time) {
        return switch (time) {
            case SUM -> sum;
            case FIRST -> first;
            case LAST, NONE -> last;
            case MAX -> max.orElseThrow();
            case MEAN -> sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
        };
    }
}
