package org.huizong.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Which known word somebody meant: those that take the fewest single changes to get to. */
public final class Nearest {
    private static final int MOST = 3;

    /** No word that somebody means is longer. */
    private static final int LONGEST = 120;

    private Nearest() {}

    /** The known words nearest to one that is not known, as {@link #among} finds them, joined by commas. */
    public static String of(String word, Collection<String> known) {
        return String.join(", ", among(word, known.stream().sorted().toList(), List::of));
    }

    /**
     * Finds what has a name nearest to a word.
     *
     * @param names the names of each, of which the nearest counts
     * @return at most three, none of them twice as far as the nearest; none if more than half of each is different
     */
    public static <T> List<T> among(String word, Collection<T> known, Function<T, Collection<String>> names) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        record Near<T>(T one, int changes, int letters) {}
        List<Near<T>> all = known.stream()
                .flatMap(one -> names.apply(one).stream()
                        .filter(name -> name.length() <= 2 * LONGEST)
                        .map(name -> new Near<>(one, distance(word, name), Math.max(word.length(), name.length())))
                        .min(Comparator.comparingInt(Near::changes))
                        .stream())
                .sorted(Comparator.comparingInt(Near::changes))
                .toList();
        return all.stream()
                .filter(near -> near.changes() <= all.get(0).changes() * 2)
                .filter(near -> near.changes() * 2 <= near.letters())
                .limit(MOST)
                .map(Near::one)
                .toList();
    }

    /** How many letters must be put in, taken out, changed or swapped with the next, in whatever case they are. */
    private static int distance(String word, String name) {
        String a = word.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
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
