package org.huizong.wording;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizong.period.Period;

/** Joins a formula that is written for people with labels and values: {@code {a} ≤ {b}} becomes 整改隐患 5 ≤ 发现隐患 3. */
final class Relation {
    private static final String WORD = "#";

    private final Wording wording;
    private final Map<String, String> values;
    private final Period period;
    private final Set<String> named = new HashSet<>();

    Relation(Wording wording, Map<String, String> values, Period period) {
        this.wording = wording;
        this.values = values;
        this.period = period;
    }

    String of(String formula) {
        List<String> names = Words.places(formula);
        return Words.fill(
                formula,
                place -> place.startsWith(WORD)
                        ? wording.text("formula.word." + place.substring(WORD.length()))
                        : figure(place, names));
    }

    /** With its label, but for a value that was named before and cannot be mistaken for another. */
    private String figure(String name, List<String> names) {
        String value = wording.figure(name, values);
        boolean alone = names.stream()
                .filter(n -> !n.startsWith(WORD) && !n.equals(name))
                .noneMatch(n -> wording.figure(n, values).equals(value));
        return named.add(name) || !alone ? wording.bare(wording.operand(name, period)) + ' ' + value : value;
    }
}
