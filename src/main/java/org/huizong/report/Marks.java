package org.huizong.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.consolidation.Comparison;
import org.huizong.consolidation.Figure;

/** The mark of figures that a baseline is in, and the line at the foot that says where those come from. */
final class Marks {
    /** What stands behind a number or a change. */
    static final String MARK = "*";

    private static final int NAMED = 3;

    private final Book book;

    Marks(Book book) {
        this.book = book;
    }

    /** The words of a change, marked if a baseline is in either of the figures that were compared. */
    String change(String words, Comparison comparison, Figure now, Figure then) {
        boolean compared = comparison.difference().isPresent();
        return compared && (now.isBaseline() || then.isBaseline()) ? words + MARK : words;
    }

    /** What the mark means, with the sources of all these figures; empty if none of them is marked. */
    Optional<String> note(Stream<Figure> figures) {
        List<String> sources = figures.flatMap(f -> f.basis().baseline().stream())
                .map(b -> b.figure().source())
                .distinct()
                .toList();
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(
                book.text("report.comma"), sources.stream().limit(NAMED).toList());
        return Optional.of(
                sources.size() > NAMED
                        ? book.text("report.baseline.note.more", MARK, names, sources.size())
                        : book.text("report.baseline.note", MARK, names));
    }
}
