package org.huizong.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A text that fits one screen: what must be said, and of each list as many entries as there is room for, then how many
 * more there are.
 */
final class Screenful {
    /** In digits; a Chinese character takes two. */
    private static final int WIDTH = 80;

    private static final String INDENT = "  ";

    private final List<Part> parts = new ArrayList<>();

    /** A sentence, or a list of which some entries may be left out. */
    private static final class Part {
        private final List<List<String>> entries;
        private final IntFunction<List<String>> more;
        private int shown;

        private Part(List<List<String>> entries, int shown, IntFunction<List<String>> more) {
            this.entries = entries;
            this.shown = shown;
            this.more = more;
        }

        private boolean isCut() {
            return shown < Math.min(entries.size(), Huizong.MOST_SHOWN);
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            entries.stream().limit(shown).forEach(lines::addAll);
            if (shown < entries.size()) {
                lines.addAll(more.apply(entries.size() - shown));
            }
            return lines;
        }
    }

    /** Adds a sentence. */
    void say(String sentence) {
        parts.add(new Part(List.of(wrapped("", sentence)), 1, n -> List.of()));
    }

    /** Adds a sentence and the place that it is about, which stands whole in a line of its own, to be copied. */
    void say(String sentence, Path place) {
        say(sentence);
        parts.add(new Part(List.of(List.of(INDENT + Huizong.visible(shown(place)))), 1, n -> List.of()));
    }

    /** Adds lines that stand as they are. */
    void table(List<String> lines) {
        parts.add(new Part(List.of(lines), 1, n -> List.of()));
    }

    /**
     * Adds a list.
     *
     * @param more says how many entries are left out
     */
    void list(List<String> entries, IntFunction<String> more) {
        List<List<String>> all = entries.stream().map(e -> wrapped(INDENT, e)).toList();
        parts.add(new Part(all, 0, n -> wrapped(INDENT, more.apply(n).strip())));
    }

    /** All of it, whatever room it takes, but for very long lists. */
    List<String> lines() {
        return lines(Integer.MAX_VALUE);
    }

    /** No more than so many lines, as far as lists can be cut: one entry of each list in turn while there is room. */
    List<String> lines(int room) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Part part : parts) {
                if (part.isCut()) {
                    part.shown++;
                    if (all().size() <= room) {
                        grown = true;
                    } else {
                        part.shown--;
                    }
                }
            }
        }
        return all();
    }

    private List<String> all() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    private static List<String> wrapped(String indent, String text) {
        return Lines.of(indent, indent + INDENT, Huizong.visible(text), WIDTH);
    }

    /** A place below the folder we are in is named from there. */
    private static Path shown(Path place) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = place.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole) : whole;
    }
}
