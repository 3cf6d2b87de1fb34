package org.huizong.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;

/** Finds the computed items whose formulas lead back to themselves. No formula is followed twice, however long the way. */
final class CycleLint {
    private final Catalogue catalogue;
    private final Map<String, Set<String>> operands = new HashMap<>();

    CycleLint(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Item item : catalogue.items()) {
            if (item.isComputed()) {
                catalogue.parsed(item.formula()).formula().ifPresent(f -> operands.put(item.code(), f.operands()));
            }
        }
        prune();
    }

    /** Leaves out, again and again, what leads to nothing computed: what is left has a circle below it. */
    private void prune() {
        Map<String, List<String>> users = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        operands.forEach((code, used) -> {
            List<String> computed = used.stream().filter(operands::containsKey).toList();
            computed.forEach(
                    u -> users.computeIfAbsent(u, k -> new ArrayList<>()).add(code));
            open.put(code, computed.size());
        });
        Deque<String> settled = new ArrayDeque<>();
        open.forEach((code, count) -> {
            if (count == 0) {
                settled.add(code);
            }
        });
        while (!settled.isEmpty()) {
            String code = settled.pop();
            operands.remove(code);
            for (String user : users.getOrDefault(code, List.of())) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    settled.add(user);
                }
            }
        }
    }

    /** Every item that is part of a circle, in the order of the table. */
    Stream<Item> circular() {
        return catalogue.items().stream().filter(i -> operands.containsKey(i.code()) && reaches(i.code()));
    }

    private boolean reaches(String code) {
        Deque<String> left = new ArrayDeque<>(operands.getOrDefault(code, Set.of()));
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            String next = left.pop();
            if (next.equals(code)) {
                return true;
            }
            if (seen.add(next)) {
                left.addAll(operands.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
