package org.huizong.sound;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.huizong.model.Value;

/** Ways of planting a fault that many kinds share. */
final class Plant {
    private Plant() {}

    /** Changes the cells of a form, whatever they say. */
    static FaultKind.Planting cells(Consumer<Map<String, Value>> change) {
        return (sound, past, chance) -> Optional.of(sound.with(change));
    }

    /** Puts another number into one of the cells whose number allows it. */
    static FaultKind.Planting number(Predicate<Long> fit, Other other) {
        return (sound, past, chance) -> {
            List<String> items = sound.values().keySet().stream()
                    .filter(i -> sound.values().get(i) instanceof Value.Quantity && fit.test(sound.number(i)))
                    .toList();
            if (items.isEmpty()) {
                return Optional.empty();
            }
            String item = chance.pick(items);
            return Optional.of(sound.with(v -> v.put(item, other.than(sound.number(item)))));
        };
    }

    /** Puts another value into one cell if its number allows it. */
    static FaultKind.Planting cell(String item, Predicate<Long> fit, Other other) {
        return (sound, past, chance) -> fit.test(sound.number(item))
                ? Optional.of(sound.with(v -> v.put(item, other.than(sound.number(item)))))
                : Optional.empty();
    }

    /** What is typed instead of a number. */
    interface Other {
        Value than(long number);
    }

    /** Changes one of the records that allow it. */
    static FaultKind.Planting record(Predicate<Map<String, Value>> fit, Consumer<Map<String, Value>> change) {
        return (sound, past, chance) -> {
            List<Integer> places = java.util.stream.IntStream.range(
                            0, sound.records().size())
                    .filter(i -> fit.test(sound.records().get(i)))
                    .boxed()
                    .toList();
            if (places.isEmpty()) {
                return Optional.empty();
            }
            int place = chance.pick(places);
            return Optional.of(sound.withRecords(all -> change.accept(all.get(place))));
        };
    }

    /** Whether a record says something for every one of these items. */
    static Predicate<Map<String, Value>> with(String... items) {
        return record -> List.of(items).stream().allMatch(record::containsKey);
    }

    /** Whether a record says that word. */
    static Predicate<Map<String, Value>> says(String item, String word) {
        return record -> Value.of(word).equals(record.get(item));
    }

    /** A day of a record, so many days later. */
    static Value later(Map<String, Value> record, String item, int days) {
        return Value.of(day(record, item).plusDays(days));
    }

    /** A day of a record. */
    static LocalDate day(Map<String, Value> record, String item) {
        if (record.get(item) instanceof Value.Date day) {
            return day.date();
        }
        throw new IllegalArgumentException("no day in " + item);
    }

    /** A number of a record. */
    static long number(Map<String, Value> record, String item) {
        Value value = record.get(item);
        return value == null ? 0 : value.asNumber().map(BigDecimal::longValue).orElse(0L);
    }
}
