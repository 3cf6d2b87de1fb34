package org.huizong.aggregation;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.store.FactStore;

/**
 * What was collected in which months: an item is if its return came from anybody in a month in which it was asked.
 *
 * <p>A baseline figure speaks only of months of which nothing was collected: collected figures always win.
 */
public final class CollectedMonths {
    private final Catalogue catalogue;
    private final Map<String, Set<YearMonth>> months = new HashMap<>();

    /** What these counted submissions collected. */
    public CollectedMonths(Catalogue catalogue, List<FactStore.Counted> counted) {
        this.catalogue = catalogue;
        counted.forEach(c -> months.computeIfAbsent(c.form(), f -> new HashSet<>())
                .addAll(c.period().months()));
    }

    /** Whether any of these items was collected in any of these months. */
    public boolean any(Collection<Item> items, Collection<YearMonth> in) {
        return items.stream().anyMatch(item -> in.stream().anyMatch(month -> has(item, month)));
    }

    private boolean has(Item item, YearMonth month) {
        return months.getOrDefault(item.form(), Set.of()).contains(month)
                && catalogue.items(item.form(), month).stream()
                        .anyMatch(asked -> asked.code().equals(item.code()));
    }
}
