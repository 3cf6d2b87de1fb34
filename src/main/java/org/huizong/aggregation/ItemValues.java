package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Item.Time.Stands;
import org.huizong.catalogue.Portion;
import org.jspecify.annotations.Nullable;

/** The values of one item of one unit over a run of months, as they are added one by one, in any order. */
final class ItemValues {
    private final YearMonth start;
    /** By month, from the start; a year is full of them, and there are as many as items and units. */
    private @Nullable BigDecimal[] values = {};

    private int count;

    /** Values of periods that end in that month or later. */
    ItemValues(YearMonth start) {
        this.start = start;
    }

    /** Adds the value of a period that ends in that month. */
    void add(BigDecimal value, YearMonth month) {
        int place = place(month);
        if (place >= values.length) {
            values = Arrays.copyOf(values, place + 1);
        }
        count += values[place] == null ? 1 : 0;
        values[place] = value;
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
        int place = place(month);
        return place >= 0 && place < values.length && values[place] != null;
    }

    private IntStream places() {
        return IntStream.range(0, values.length).filter(i -> values[i] != null);
    }

    /** The months in which periods end that have one, in order. */
    Stream<YearMonth> months() {
        return places().mapToObj(start::plusMonths);
    }

    /** The month in which the latest period ends that has one. */
    YearMonth lastMonth() {
        return start.plusMonths(values.length - 1);
    }

    /** The values, in order of time. */
    List<Portion> portions() {
        return Stream.of(values).flatMap(Stream::ofNullable).map(Portion::of).toList();
    }

    /**
     * Says what the months make of an item.
     *
     * @param stock the month that a stock stands for: a later opening is never taken, an earlier closing is
     */
    Optional<BigDecimal> over(Item.Time time, Optional<YearMonth> stock) {
        return time.stands() == Stands.FIRST && !stock.map(this::has).orElse(false)
                ? Optional.empty()
                : time.of(portions());
    }

    /** The same values of the same months. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ItemValues of && start.equals(of.start) && Arrays.equals(values, of.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
