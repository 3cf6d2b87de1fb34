package org.huizong.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huizong.text.Visible;

/**
 * One thing wrong in the catalogue. Its texts are fit to be shown: of one line, not long, and without anything that a
 * terminal would obey.
 *
 * @param table file name, such as {@code items.csv}
 * @param line line in the file, the heading being 1, or the paragraph with words in a text; 0 if it is about the whole file
 * @param column name of the column; empty if it is about the whole line
 * @param kind key of its sentence in the wording room, without the leading {@code fault.}
 * @param arguments values for the sentence by name
 */
public record Fault(String table, long line, String column, String kind, SortedMap<String, String> arguments) {
    /** Says that its table has more faults than are listed; it stands behind them. */
    static final String MORE = "table.more";

    private static final int SHOWN = 120;
    private static final int SHOWN_OF_LIST = 600;
    private static final Set<String> LISTS = Set.of("known", "words", "near");

    /** A fault with its arguments in any order. */
    public static Fault of(String table, long line, String column, String kind, Map<String, String> arguments) {
        SortedMap<String, String> shown = new TreeMap<>();
        arguments.forEach((name, value) -> shown.put(name, shown(value, LISTS.contains(name) ? SHOWN_OF_LIST : SHOWN)));
        return new Fault(table, line, shown(column, SHOWN), kind, shown);
    }

    /** Tells whether it is in a Word file, whose lines are paragraphs. */
    public boolean isOfText() {
        return kind.startsWith("document.");
    }

    /** Tells whether it only says that there are more. */
    boolean isMore() {
        return kind.equals(MORE);
    }

    private static String shown(String text, int most) {
        int cut = Math.min(most, text.length());
        return Visible.line(text.substring(0, cut)) + (cut < text.length() ? "…" : "");
    }
}
