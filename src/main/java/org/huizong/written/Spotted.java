package org.huizong.written;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The words of a text that are known and its numbers, each where it stands, in order.
 *
 * @param quantities its numbers
 * @param terms where indicators and items are called by name
 * @param fields where the fields of returns are spoken of
 * @param units where units are named
 * @param months where months and years are
 */
record Spotted(
        List<Quantity> quantities, List<Hit> terms, List<Hit> fields, List<Hit> units, List<Periods.Said> months) {
    Spotted {
        quantities = List.copyOf(quantities);
        terms = List.copyOf(terms);
        fields = List.copyOf(fields);
        units = List.copyOf(units);
        months = List.copyOf(months);
    }

    /** Those of a folded text, whose numbers are known. */
    static Spotted in(String text, List<Quantity> quantities, Vocabulary vocabulary, Periods periods) {
        return new Spotted(
                quantities, vocabulary.terms(text), vocabulary.fields(text), vocabulary.units(text), periods.in(text));
    }

    /** Those that stand in a part of it. */
    Spotted within(int from, int to) {
        return new Spotted(
                among(quantities, Quantity::start, from, to),
                within(terms, from, to),
                within(fields, from, to),
                within(units, from, to),
                among(months, Periods.Said::start, from, to).stream()
                        .filter(m -> m.end() <= to)
                        .toList());
    }

    private static List<Hit> within(List<Hit> hits, int from, int to) {
        return among(hits, Hit::start, from, to).stream()
                .filter(h -> h.end() <= to)
                .toList();
    }

    /** Those that begin within a part; they stand in order, and a long text has many. */
    private static <T> List<T> among(List<T> all, ToIntFunction<T> start, int from, int to) {
        return all.subList(first(all, start, from), first(all, start, to));
    }

    private static <T> int first(List<T> all, ToIntFunction<T> start, int from) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start.applyAsInt(all.get(middle)) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
