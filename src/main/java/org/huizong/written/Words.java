package org.huizong.written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks for many words at once; of two that overlap the one that begins first counts, of two that begin together the longer.
 *
 * @param <T> what the words stand for
 */
final class Words<T> {
    /** Letters of a word whose halves may stand apart, and the most that may stand between them. */
    private static final int LONG = 5;

    private static final int MAX_GAP = 4;

    private final Map<Character, Map<String, List<T>>> byFirst = new HashMap<>();

    /** Where a word stands, and what it stands for. */
    record Found<T>(int start, int end, List<T> meanings) {}

    /** Adds a word, folded. */
    void add(String word, T meaning) {
        if (!word.isEmpty()) {
            List<T> meanings = byFirst.computeIfAbsent(word.charAt(0), c -> new HashMap<>())
                    .computeIfAbsent(word, w -> new ArrayList<>());
            if (!meanings.contains(meaning)) {
                meanings.add(meaning);
            }
        }
    }

    /** All meanings. */
    Stream<T> all() {
        return byFirst.values().stream()
                .flatMap(words -> words.values().stream())
                .flatMap(List::stream);
    }

    /** The words of a text, in order; a Latin one stands between others that are none of its letters. */
    List<Found<T>> in(String text) {
        return in(text, between -> false);
    }

    /**
     * The words of a text, also those of which the halves stand apart.
     *
     * @param filler what may stand between the two halves of a longer word: 赶场日(开展)宣传活动
     */
    List<Found<T>> in(String text, Predicate<String> filler) {
        List<Found<T>> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            Map<String, List<T>> words = byFirst.getOrDefault(text.charAt(at), Map.of());
            String longest = words.keySet().stream()
                    .filter(word -> text.startsWith(word, from) && isApart(text, from, from + word.length()))
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
            Optional<Found<T>> apart =
                    apart(text, at, words, filler).filter(f -> f.end() - from > longest.length() + 2);
            if (apart.isPresent()) {
                found.add(apart.get());
                at = apart.get().end();
            } else if (longest.isEmpty()) {
                at++;
            } else {
                at += longest.length();
                found.add(new Found<>(from, at, words.getOrDefault(longest, List.of())));
            }
        }
        return found;
    }

    private Optional<Found<T>> apart(String text, int at, Map<String, List<T>> words, Predicate<String> filler) {
        for (Map.Entry<String, List<T>> word : words.entrySet()) {
            String whole = word.getKey();
            int common = 0;
            while (common < whole.length()
                    && at + common < text.length()
                    && text.charAt(at + common) == whole.charAt(common)) {
                common++;
            }
            if (whole.length() >= LONG && common >= 2 && whole.length() - common >= 2 && whole.charAt(0) > 0x7f) {
                String rest = whole.substring(common);
                for (int gap = 1; gap <= MAX_GAP; gap++) {
                    int behind = at + common + gap;
                    if (text.startsWith(rest, behind) && filler.test(text.substring(at + common, behind))) {
                        return Optional.of(new Found<>(at, behind + rest.length(), word.getValue()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isApart(String text, int start, int end) {
        return !(isLetter(text, start) && isLetter(text, start - 1))
                && !(isLetter(text, end - 1) && isLetter(text, end));
    }

    private static boolean isLetter(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= 'a' && text.charAt(index) <= 'z';
    }
}
