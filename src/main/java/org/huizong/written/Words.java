package org.huizong.written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for many words at once; of two that overlap the one that begins first counts, of two that begin together the longer.
 *
 * @param <T> what the words stand for
 */
final class Words<T> {
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

    /** The words of a text, in order; a Latin one stands between others that are none of its letters. */
    List<Found<T>> in(String text) {
        List<Found<T>> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            Map<String, List<T>> words = byFirst.getOrDefault(text.charAt(at), Map.of());
            String longest = words.keySet().stream()
                    .filter(word -> text.startsWith(word, from) && isApart(text, from, from + word.length()))
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
            if (longest.isEmpty()) {
                at++;
            } else {
                at += longest.length();
                found.add(new Found<>(from, at, words.getOrDefault(longest, List.of())));
            }
        }
        return found;
    }

    private static boolean isApart(String text, int start, int end) {
        return !(isLetter(text, start) && isLetter(text, start - 1))
                && !(isLetter(text, end - 1) && isLetter(text, end));
    }

    private static boolean isLetter(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= 'a' && text.charAt(index) <= 'z';
    }
}
