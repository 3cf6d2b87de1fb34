package org.huizong.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Places in a list as a short text, those that follow each other as a range: {@code 0-2,5}. */
final class Numbers {
    private Numbers() {}

    static String text(Collection<Integer> numbers) {
        SortedSet<Integer> left = new TreeSet<>(numbers);
        List<String> parts = new ArrayList<>();
        while (!left.isEmpty()) {
            int first = left.first();
            int last = first;
            while (left.contains(last + 1)) {
                last++;
            }
            parts.add(first == last ? String.valueOf(first) : first + "-" + last);
            left = left.tailSet(last + 1);
        }
        return String.join(",", parts);
    }

    static List<Integer> parse(String text) {
        return Stream.of(text.split(",", -1))
                .filter(part -> !part.isEmpty())
                .flatMapToInt(part -> {
                    String[] ends = part.split("-", 2);
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
                })
                .boxed()
                .toList();
    }
}
