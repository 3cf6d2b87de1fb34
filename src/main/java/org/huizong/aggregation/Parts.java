package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huizong.catalogue.Item;
import org.huizong.store.FactStore;

/**
 * The figures of units that report for many, from those of the units below them: over the months within each of these
 * first, then over them, so that it comes to what their own returns would have come to.
 */
final class Parts {
    /** No unit reports for many. */
    static final Parts NONE = new Parts();

    private final Map<Key, Parted> all = new HashMap<>();

    /** An item of a unit. */
    private record Key(String unit, String item) {}

    /** Whatever is known of it. */
    private static final class Parted {
        private final Map<String, ItemValues> facts = new LinkedHashMap<>();
        private final Set<YearMonth> reported = new HashSet<>();
        /** The units that owed it, by month. */
        private final SortedMap<YearMonth, Set<String>> owing = new TreeMap<>();

        void add(FactStore.Part part, YearMonth start) {
            Set<String> units = owing.computeIfAbsent(part.month(), m -> new HashSet<>());
            if (part.owes()) {
                units.add(part.part());
            }
            part.value().ifPresent(value -> {
                reported.add(part.month());
                facts.computeIfAbsent(part.part(), p -> new ItemValues(start)).add(value, part.month());
            });
        }

        /**
         * Tells whether a unit is in the figure: in a stock those of its month, in the least and the largest those of
         * all.
         */
        boolean holds(String unit, Item item, YearMonth month) {
            boolean stock = item.time() == Item.Time.FIRST || item.time() == Item.Time.LAST;
            boolean stands = !stock || owing.getOrDefault(month, Set.of()).contains(unit);
            boolean always =
                    !item.across().isExtreme() || owing.values().stream().allMatch(units -> units.contains(unit));
            return stands && always;
        }
    }

    /** What the counted submissions of the months from first to last say. */
    static Parts of(FactStore store, YearMonth first, YearMonth last, Collection<Long> without) {
        Parts parts = new Parts();
        store.eachPart(
                first,
                last,
                without,
                p -> parts.all
                        .computeIfAbsent(new Key(p.unit(), p.item()), k -> new Parted())
                        .add(p, first));
        return parts;
    }

    /** Tells whether no unit reports for many. */
    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The values of the units below, each over its months, and the earliest month that a stock among them is of. */
    record Whole(List<BigDecimal> values, YearMonth asAt) {}

    /**
     * A unit's figure of an item over the months. Empty if not every month in which it reported says of which units: a
     * township without the program reports like anybody else.
     *
     * @param unit code of the unit
     * @param own what it reported itself
     * @param month the month that a stock stands for; empty for all else
     */
    Optional<Whole> whole(Item item, String unit, ItemValues own, Optional<YearMonth> month) {
        Parted parted = all.get(new Key(unit, item.code()));
        if (parted == null || parted.reported.size() != own.count()) {
            return Optional.empty();
        }
        // of a closing stock the latest month that was reported stands for the last
        YearMonth of = item.time() == Item.Time.FIRST ? month.orElseThrow() : parted.owing.lastKey();
        List<ItemValues> facts = parted.facts.entrySet().stream()
                .filter(e -> parted.holds(e.getKey(), item, of))
                .map(Map.Entry::getValue)
                .filter(f -> item.time() != Item.Time.FIRST || f.firstMonth().equals(of))
                .toList();
        YearMonth asAt = facts.stream()
                .map(ItemValues::lastMonth)
                .min(YearMonth::compareTo)
                .orElse(own.lastMonth());
        return Optional.of(
                new Whole(facts.stream().map(f -> f.over(item.time())).toList(), asAt));
    }
}
