package org.huizong.register;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.Store;
import org.huizong.text.Folding;
import org.huizong.validation.Directory;

/**
 * The records of registers that other registers point to: as they stood at the end of a period or, where none had come by
 * then, as they came later.
 */
public final class Registry implements Directory {
    /** Later than any return. */
    private static final YearMonth EVER = RegisterCount.EVER;

    private final Map<String, Map<String, Map<String, Value>>> records = new HashMap<>();

    private Registry() {}

    /** What is on record for a period. */
    public static Registry of(Catalogue catalogue, Store store, Period period) {
        Registry registry = new Registry();
        for (String register : registers(catalogue)) {
            List<Item> items = catalogue.items(register, List.of(period.last()));
            Map<String, Map<String, Value>> found = registry.read(catalogue, store, register, items, period.last());
            registry.records.put(
                    register, found.isEmpty() ? registry.read(catalogue, store, register, items, EVER) : found);
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

    private Map<String, Map<String, Value>> read(
            Catalogue catalogue, Store store, String register, List<Item> items, YearMonth last) {
        List<String> codes =
                items.stream().filter(i -> !i.isComputed()).map(Item::code).toList();
        Optional<Item> key = items.stream().filter(Item::key).findFirst();
        if (key.isEmpty()) {
            return Map.of();
        }
        RecordOwners owners = new RecordOwners(catalogue, store, register);
        Map<Sender, Entry> newest = new LinkedHashMap<>();
        store.submissions().registers(register, last, codes, (submission, observations) -> {
            Map<String, Map<String, Value>> entries = new LinkedHashMap<>();
            observations.forEach(o ->
                    entries.computeIfAbsent(o.record(), r -> new HashMap<>()).put(o.item(), o.value()));
            entries.forEach((record, values) -> {
                owners.reported(submission.unit(), submission.period(), record);
                newest.putIfAbsent(new Sender(submission.unit(), record), new Entry(submission.period(), values));
            });
        });
        Map<String, Map<String, Value>> byKey = new HashMap<>();
        newest.forEach((sender, entry) -> {
            Value written = entry.values().getOrDefault(key.get().code(), Value.Gap.BLANK);
            if (!written.isMissing() && owners.isHeld(sender.unit(), sender.record(), entry.period())) {
                byKey.putIfAbsent(Folding.key(written.show()), entry.values());
            }
        });
        return byKey;
    }

    private record Sender(String unit, String record) {}

    private record Entry(Period period, Map<String, Value> values) {}

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
