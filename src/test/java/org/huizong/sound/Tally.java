package org.huizong.sound;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.model.Period;
import org.huizong.model.Value;

/** What a clerk counts for one form: what was never counted is 0 where a figure must stand, and blank where none need. */
final class Tally {
    private final Map<String, BigDecimal> counts = new LinkedHashMap<>();
    private final Map<String, Value> words = new LinkedHashMap<>();

    /** Counts one more. */
    Tally add(String item) {
        return add(item, 1);
    }

    /** Counts so many more. */
    Tally add(String item, long more) {
        return add(item, BigDecimal.valueOf(more));
    }

    /** Counts so much more. */
    Tally add(String item, BigDecimal more) {
        counts.merge(item, more, BigDecimal::add);
        return this;
    }

    /** Answers with a word. */
    Tally say(String item, String word) {
        words.put(item, Value.of(word));
        return this;
    }

    /** The form as it is typed, with every item that the catalogue asks and that is not worked out. */
    Filled fill(Catalogue catalogue, String unit, String form, Period period) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Item item : catalogue.items(form, period.last())) {
            if (item.isComputed()) {
                continue;
            }
            BigDecimal count = counts.get(item.code());
            if (words.containsKey(item.code())) {
                values.put(item.code(), words.get(item.code()));
            } else if (count != null) {
                values.put(item.code(), Value.of(count));
            } else if (item.required() && item.type().isNumeric()) {
                values.put(item.code(), Value.of(0));
            } else if (item.required()) {
                throw new IllegalStateException("nobody in the world knows " + item.code());
            }
        }
        return new Filled(unit, form, period, values, List.of());
    }
}
