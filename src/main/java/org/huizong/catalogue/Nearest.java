package org.huizong.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which known word somebody meant: those that take the fewest single changes to get to. */
public final class Nearest {
    private static final int MOST = 3;

    /** No word that somebody means is longer. */
    private static final int LONGEST = 120;

    private Nearest() {}

    /**
     * The known words nearest to one that is not known, joined by commas.
     *
     * @return at most three, none of them twice as far as the nearest; empty if more than half of each is different
     */
    public static String of(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return "";
        }
        String lower = word.toLowerCase(Locale.ROOT);
        Map<String, Integer> distances = new HashMap<>();
        known.stream()
                .filter(k -> k.length() <= 2 * LONGEST)
                .forEach(k -> distances.put(k, distance(lower, k.toLowerCase(Locale.ROOT))));
        int best = distances.values().stream().min(Integer::compare).orElse(0);
        return distances.entrySet().stream()
                .filter(e -> e.getValue() <= best * 2)
                .filter(e ->
                        e.getValue() * 2 <= Math.max(word.length(), e.getKey().length()))
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** How many letters must be put in, taken out, changed or swapped with the next. */
    static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
