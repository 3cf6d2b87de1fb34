package org.huizong.publish.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which counts may be told beside each other. One or two may point at somebody: no part of a count is told that is so few,
 * and none lets one be reckoned, alone or together with others, by adding and subtracting.
 */
final class Disclosure {
    private static final BigDecimal FEWEST = BigDecimal.valueOf(3);

    /** Of a count that adds more items nothing within is told: what can be reckoned there grows too fast to look through. */
    private static final int MAX_ITEMS = 10;

    private final Map<Set<String>, BigDecimal> told = new LinkedHashMap<>();
    private final Set<Set<String>> parted = new HashSet<>();

    /**
     * Decides about counts.
     *
     * @param counts each by the items that it adds, in the order in which they are asked to be told
     * @param items the count of one item; empty if it is not known for certain
     */
    Disclosure(Map<Set<String>, BigDecimal> counts, Function<String, Optional<BigDecimal>> items) {
        told.putAll(counts);
        withhold();
        counts.keySet().stream().filter(told::containsKey).forEach(whole -> part(whole, items));
    }

    /** Tells whether the count of these items is told. */
    boolean isTold(Set<String> count) {
        return told.containsKey(count);
    }

    /** Tells whether the count of each of these items is told beside their sum. */
    boolean isParted(Set<String> count) {
        return parted.contains(count);
    }

    /** Takes back what lies within something else, the smallest first, until no few can be reckoned. */
    private void withhold() {
        while (tells(told)) {
            told.keySet().stream()
                    .filter(part -> told.keySet().stream().anyMatch(whole -> isWithin(part, whole)))
                    .min(Comparator.comparingInt(Set::size))
                    .ifPresent(told::remove);
        }
    }

    private void part(Set<String> whole, Function<String, Optional<BigDecimal>> items) {
        if (whole.size() < 2 || whole.size() > MAX_ITEMS) {
            return;
        }
        Map<Set<String>, BigDecimal> more = new LinkedHashMap<>(told);
        for (String item : whole) {
            Optional<BigDecimal> count = items.apply(item);
            if (count.isEmpty()) {
                return;
            }
            more.put(Set.of(item), count.get());
        }
        if (!tells(more)) {
            told.putAll(more);
            parted.add(whole);
        }
    }

    /** Tells whether a part of one or two could be reckoned from these counts. */
    private static boolean tells(Map<Set<String>, BigDecimal> counts) {
        boolean isTooLarge = counts.keySet().stream()
                .anyMatch(whole ->
                        whole.size() > MAX_ITEMS && counts.keySet().stream().anyMatch(part -> isWithin(part, whole)));
        return isTooLarge
                || reckoned(counts).entrySet().stream()
                        .anyMatch(part -> isFew(part.getValue())
                                && counts.keySet().stream().anyMatch(whole -> isWithin(part.getKey(), whole)));
    }

    /** All that can be reckoned from these counts within any of them. */
    private static Map<Set<String>, BigDecimal> reckoned(Map<Set<String>, BigDecimal> counts) {
        Map<Set<String>, BigDecimal> known = new HashMap<>(counts);
        List<Set<String>> open = new ArrayList<>(counts.keySet());
        while (!open.isEmpty()) {
            Set<String> one = open.remove(open.size() - 1);
            for (Set<String> other : List.copyOf(known.keySet())) {
                combined(one, other, known).forEach((count, number) -> {
                    boolean isPart = counts.keySet().stream().anyMatch(whole -> whole.containsAll(count));
                    if (isPart && known.putIfAbsent(count, number) == null) {
                        open.add(count);
                    }
                });
            }
        }
        return known;
    }

    /** What two counts give together: the sum of what is apart, the rest of what holds the other. */
    private static Map<Set<String>, BigDecimal> combined(
            Set<String> one, Set<String> other, Map<Set<String>, BigDecimal> known) {
        BigDecimal a = known.getOrDefault(one, BigDecimal.ZERO);
        BigDecimal b = known.getOrDefault(other, BigDecimal.ZERO);
        Set<String> result = new HashSet<>(one);
        if (isWithin(other, one)) {
            result.removeAll(other);
            return Map.of(Set.copyOf(result), a.subtract(b));
        }
        if (isWithin(one, other)) {
            result = new HashSet<>(other);
            result.removeAll(one);
            return Map.of(Set.copyOf(result), b.subtract(a));
        }
        if (one.stream().noneMatch(other::contains)) {
            result.addAll(other);
            return Map.of(Set.copyOf(result), a.add(b));
        }
        return Map.of();
    }

    private static boolean isWithin(Set<String> part, Set<String> whole) {
        return part.size() < whole.size() && whole.containsAll(part);
    }

    private static boolean isFew(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(FEWEST) < 0;
    }
}
