package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Item;
import org.huizong.store.FactStore;
import org.huizong.store.FactStore.Fact;

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
        private final Map<String, Fact> facts = new HashMap<>();
        private final Set<YearMonth> months = new HashSet<>();
        /** Those of the latest month, and whether they still report. */
        private final Map<String, Boolean> listed = new HashMap<>();

        private YearMonth latest = YearMonth.of(1, 1);

        void add(FactStore.Part part) {
            if (part.month().isAfter(latest)) {
                latest = part.month();
                listed.clear();
            }
            listed.put(part.part(), part.owes());
            part.value().ifPresent(value -> {
                months.add(part.month());
                facts.merge(part.part(), Fact.of(part.unit(), part.item(), value, part.month()), Fact::with);
            });
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
                        .add(p));
        return parts;
    }

    /** A value and the earliest month that a stock in it is of. */
    record Whole(BigDecimal value, YearMonth asAt) {}

    /**
     * A unit's figure of an item over the months. Empty if not every month in which it reported says of which units: a
     * township without the program reports like anybody else.
     *
     * @param own what the unit reported itself
     */
    Optional<Whole> whole(Item item, Fact own) {
        Parted parted = all.get(new Key(own.unit(), item.code()));
        if (parted == null || parted.months.size() != own.count()) {
            return Optional.empty();
        }
        Map<String, Fact> facts = new HashMap<>(parted.facts);
        if (item.time() == Item.Time.LAST) {
            // a stock stands until the unit is no longer listed: another has taken it over
            facts.keySet().retainAll(parted.listed.keySet());
        }
        Stream<BigDecimal> values = facts.values().stream().map(f -> ofMonths(item, f));
        Optional<BigDecimal> value = switch (item.across()) {
            case MIN -> values.reduce(BigDecimal::min);
            case MAX -> values.reduce(BigDecimal::max);
            case SUM, NONE -> values.reduce(BigDecimal::add);
        };
        YearMonth asAt = facts.entrySet().stream()
                .filter(e -> parted.listed.getOrDefault(e.getKey(), false))
                .map(e -> e.getValue().lastMonth())
                .min(YearMonth::compareTo)
                .orElse(own.lastMonth());
        return value.map(v -> new Whole(v, asAt));
    }

    /** What the months of one reporter make. */
    static BigDecimal ofMonths(Item item, Fact fact) {
        return switch (item.time()) {
            case SUM -> fact.sum();
            case MAX -> fact.max();
            case LAST, NONE -> fact.last();
        };
    }
}
