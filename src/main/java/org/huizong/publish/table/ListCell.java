package org.huizong.publish.table;

import java.math.BigDecimal;
import java.util.Optional;
import org.huizong.publish.narrative.Tone;

/**
 * What people see in a cell of a list.
 *
 * @param text what stands there; of a number the mark behind it
 * @param number the number that stands there, if it is one
 * @param isNumeric whether the cell looks like those of numbers, also where it is empty
 * @param tone how a text is meant; empty if it is told like any other
 * @param opens digest of the kept file that the cell opens, if it is there
 */
public record ListCell(
        String text, Optional<BigDecimal> number, boolean isNumeric, Optional<Tone> tone, Optional<String> opens) {
    private static final ListCell NO_NUMBER =
            new ListCell("", Optional.empty(), true, Optional.empty(), Optional.empty());

    /** A text. */
    public static ListCell of(String text) {
        return new ListCell(text, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** A text that is meant so. */
    public static ListCell of(String text, Tone tone) {
        return new ListCell(text, Optional.empty(), false, Optional.of(tone), Optional.empty());
    }

    /** A number with all its decimals. */
    public static ListCell of(BigDecimal number) {
        return marked(number, "");
    }

    /** A count. */
    public static ListCell of(long count) {
        return of(BigDecimal.valueOf(count));
    }

    /** A number that may be lacking. */
    public static ListCell of(Optional<BigDecimal> number) {
        return number.map(ListCell::of).orElse(NO_NUMBER);
    }

    /** A number with a mark behind it. */
    public static ListCell marked(BigDecimal number, String mark) {
        return new ListCell(mark, Optional.of(number), true, Optional.empty(), Optional.empty());
    }

    /** The name of a file, which opens the copy that is kept of it. */
    public static ListCell file(String name, String sha256) {
        return new ListCell(name, Optional.empty(), false, Optional.empty(), Optional.of(sha256));
    }

    /** How many decimals a number is shown with. */
    public int decimals() {
        return number.map(n -> Math.max(0, n.stripTrailingZeros().scale())).orElse(0);
    }
}
