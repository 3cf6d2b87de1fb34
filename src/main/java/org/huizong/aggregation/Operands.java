package org.huizong.aggregation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;

/** Finds the items of which figures are made. */
final class Operands {
    private Operands() {}

    /** The codes of these items, and of those that they were computed from in any month. */
    static Set<String> of(Catalogue catalogue, Stream<String> items) {
        Set<String> codes = new HashSet<>();
        Deque<String> left = items.collect(Collectors.toCollection(ArrayDeque::new));
        while (!left.isEmpty()) {
            String code = left.pop();
            if (codes.add(code)) {
                catalogue.definitions(code).stream()
                        .filter(catalogue::isRecalculated)
                        .flatMap(i -> catalogue.formula(i.formula()).operands().stream())
                        .forEach(left::push);
            }
        }
        return codes;
    }
}
