package org.huizong.consolidation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.period.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredObservation;
import org.huizong.submission.Value;
import org.huizong.text.Folding;
import org.huizong.validation.Directory;

/**
 * The records of registers that other registers point to: as they stood at the end of a period or, where none had come by
 * then, as they came later.
 */
public final class Registry implements Directory {
    /** Later than any return. */
    private static final YearMonth EVER = YearMonth.of(9999, 12);

    private final Map<String, Map<String, Map<String, Value>>> records = new HashMap<>();

    private Registry() {}

    /** What is on record for a period. */
    public static Registry of(Catalogue catalogue, Store store, Period period) {
        Registry registry = new Registry();
        for (String register : registers(catalogue)) {
            List<Item> items = catalogue.items(register, List.of(period.last()));
            Map<String, Map<String, Value>> found = registry.read(store, register, items, period.last());
            registry.records.put(register, found.isEmpty() ? registry.read(store, register, items, EVER) : found);
        }
        return registry;
    }

    /** The registers that items of other registers point to. */
    public static Set<String> registers(Catalogue catalogue) {
        return catalogue.items().stream()
                .filter(i -> i.type() == ItemType.TEXT && !i.choices().isEmpty())
                .flatMap(i -> catalogue.item(i.choices()).stream())
                .map(Item::form)
                .collect(Collectors.toSet());
    }

    private Map<String, Map<String, Value>> read(Store store, String register, List<Item> items, YearMonth last) {
        Map<Owner, Map<String, Value>> entries = new HashMap<>();
        Map<Owner, Long> newest = new HashMap<>();
        List<String> codes =
                items.stream().filter(i -> !i.isComputed()).map(Item::code).toList();
        if (codes.isEmpty()) {
            return Map.of();
        }
        store.submissions().records(register, last, codes, stored -> take(stored, entries, newest));
        Optional<Item> key = items.stream().filter(Item::key).findFirst();
        Map<String, Map<String, Value>> byKey = new HashMap<>();
        entries.values()
                .forEach(values -> key.map(k -> values.getOrDefault(k.code(), Value.Gap.BLANK))
                        .filter(v -> !v.isMissing())
                        .ifPresent(v -> byKey.put(Folding.key(v.show()), values)));
        return byKey;
    }

    private record Owner(String unit, String record) {}

    private static void take(
            StoredObservation stored, Map<Owner, Map<String, Value>> entries, Map<Owner, Long> newest) {
        Owner owner = new Owner(stored.submission().unit(), stored.observation().record());
        long submission = stored.submission().id();
        if (newest.computeIfAbsent(owner, o -> submission) == submission) {
            entries.computeIfAbsent(owner, o -> new HashMap<>())
                    .put(stored.observation().item(), stored.observation().value());
        }
    }

    @Override
    public boolean has(String register) {
        return !records.getOrDefault(register, Map.of()).isEmpty();
    }

    @Override
    public Value value(String item, String key) {
        String register = item.substring(0, Math.max(0, item.indexOf('.')));
        return records.getOrDefault(register, Map.of())
                .getOrDefault(Folding.key(key), Map.of())
                .getOrDefault(item, Value.Gap.BLANK);
    }
}
