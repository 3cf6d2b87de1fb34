package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Item.Time.Stands;

/**
 * The units below one that reports for many, and which of them owed a return in which month.
 *
 * <p>A figure of the unit is made of theirs: over the months within each of these first, then over them, so that it comes
 * to what their own returns would have come to.
 */
final class Leaves {
    private final SortedMap<YearMonth, Set<String>> owing = new TreeMap<>();
    private final Map<YearMonth, Integer> counted = new HashMap<>();

    /** Notes that one of them owed the return of a period that ends in that month, and whether it came. */
    void owes(String unit, YearMonth month, boolean came) {
        owing.computeIfAbsent(month, m -> new HashSet<>()).add(unit);
        counted.merge(month, came ? 1 : 0, Integer::sum);
    }

    /** How many of them sent the return of a period that ends in that month. */
    int counted(YearMonth month) {
        return counted.getOrDefault(month, 0);
    }

    /** The values of the units below, each over its months, and the earliest month that a stock among them is of. */
    record Whole(List<BigDecimal> values, YearMonth asAt) {}

    /**
     * What they come to. Empty if not every month in which the unit reported says of which units: a township without the
     * program reports like anybody else.
     *
     * @param own what the unit reported itself
     * @param below what each of those below reported
     * @param month the month that a stock stands for; empty for all else
     */
    Optional<Whole> whole(Item item, ItemValues own, Map<String, ItemValues> below, Optional<YearMonth> month) {
        if (below.isEmpty() || own.count() != months(below.values(), own)) {
            return Optional.empty();
        }
        // of a closing stock the latest month that was reported stands for the last
        YearMonth of = item.time().stands() == Stands.FIRST ? month.orElseThrow() : owing.lastKey();
        List<ItemValues> values = below.entrySet().stream()
                .filter(e -> holds(e.getKey(), item, of))
                .map(Map.Entry::getValue)
                .filter(v -> v.over(item.time(), month).isPresent())
                .toList();
        YearMonth asAt = values.stream()
                .map(ItemValues::lastMonth)
                .min(YearMonth::compareTo)
                .orElse(own.lastMonth());
        return Optional.of(new Whole(
                values.stream()
                        .flatMap(v -> v.over(item.time(), month).stream())
                        .toList(),
                asAt));
    }

    /** Counts the months of the unit's own values in which anybody below has one. */
    private static long months(Collection<ItemValues> below, ItemValues own) {
        return own.months().filter(m -> below.stream().anyMatch(v -> v.has(m))).count();
    }

    /**
     * Tells whether a unit is in the figure: in a stock those of its month, in the least and the largest those of all.
     */
    private boolean holds(String unit, Item item, YearMonth month) {
        boolean stands =
                !item.time().isStock() || owing.getOrDefault(month, Set.of()).contains(unit);
        boolean always = !item.across().isExtreme() || owing.values().stream().allMatch(units -> units.contains(unit));
        return stands && always;
    }
}
