package org.huizong.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.huizong.model.Validity;

/**
 * Finds what would be written under one name in the same months.
 *
 * @param <T> what is written
 */
final class NameClash<T> {
    private final Function<T, Validity> validity;

    NameClash(Function<T, Validity> validity) {
        this.validity = validity;
    }

    /**
     * A name that is taken.
     *
     * @param other what has it
     */
    record Clash(String name, Object other) {}

    /** Of all but the first of each name, in any case, that name and who has it. */
    Map<T, Clash> of(List<T> all, Function<T, String> name) {
        Map<String, List<T>> taken = new HashMap<>();
        Map<T, Clash> clashes = new LinkedHashMap<>();
        for (T one : all) {
            String wanted = name.apply(one);
            List<T> same = taken.computeIfAbsent(wanted.toLowerCase(Locale.ROOT), w -> new ArrayList<>());
            same.stream()
                    .filter(other -> validity.apply(other).overlaps(validity.apply(one)))
                    .findFirst()
                    .ifPresent(other -> clashes.put(one, new Clash(wanted, other)));
            same.add(one);
        }
        return clashes;
    }
}
