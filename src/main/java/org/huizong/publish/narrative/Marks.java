package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;

/**
 * The marks of figures that a baseline is in or that are not whole, and the line at the foot that says what they mean.
 */
public final class Marks {
    /** Stands behind a number or a change that a baseline is in. */
    public static final String BASELINE = "*";
    /** Stands behind a number that does not hold all that was owed. */
    static final String PARTIAL = "△";

    private static final int NAMED = 3;

    private final Terms terms;

    public Marks(Terms terms) {
        this.terms = terms;
    }

    /** Gives what stands behind a figure. */
    public static String of(Figure figure) {
        return (figure.isBaseline() ? BASELINE : "") + (figure.isPartial() ? PARTIAL : "");
    }

    /** A figure as its cell shows it, rounded half up and marked; or — where there is none. */
    public static String show(Figure figure, int decimals) {
        return figure.value()
                .map(v -> String.format(Locale.ROOT, "%,." + decimals + "f", v) + of(figure))
                .orElse(Terms.NONE);
    }

    /** The words of a change, marked if a baseline is in either of the figures that were compared. */
    String change(String words, Comparison comparison, Figure now, Figure then) {
        boolean compared = comparison.difference().isPresent();
        return compared && (now.isBaseline() || then.isBaseline()) ? words + BASELINE : words;
    }

    /**
     * Says what the marks of all these figures mean, with the sources of baselines; empty if none of them is marked.
     */
    public Optional<String> note(Stream<Figure> figures) {
        List<Figure> all = figures.toList();
        List<String> notes = new ArrayList<>();
        baseline(all).ifPresent(notes::add);
        if (all.stream().anyMatch(Figure::isPartial)) {
            notes.add(terms.text("report.partial.note", PARTIAL));
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }

    /** The sources of the baseline figures that are in some figures, the first by name; empty if there are none. */
    public Optional<String> sources(Stream<Figure> figures) {
        List<String> sources = sources(figures.toList());
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.list(sources.stream().limit(NAMED).toList()));
    }

    private static List<String> sources(List<Figure> figures) {
        return figures.stream()
                .flatMap(f -> f.basis().baseline().stream())
                .map(b -> b.figure().source())
                .distinct()
                .toList();
    }

    private Optional<String> baseline(List<Figure> figures) {
        List<String> sources = sources(figures);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        String names = terms.list(sources.stream().limit(NAMED).toList());
        return Optional.of(
                sources.size() > NAMED
                        ? terms.text("report.baseline.note.more", BASELINE, names, sources.size())
                        : terms.text("report.baseline.note", BASELINE, names));
    }
}
