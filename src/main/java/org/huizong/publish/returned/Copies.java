package org.huizong.publish.returned;

import java.util.List;
import java.util.Optional;
import org.huizong.spreadsheet.mark.Unmarked;

/**
 * What goes back to the senders of one period.
 *
 * @param all a copy a file
 */
public record Copies(List<Copy> all) {
    /** Nothing goes back. */
    public static final Copies NONE = new Copies(List.of());

    /**
     * What was made of one file.
     *
     * @param file its path below the returns folder
     * @param unmarked why it is the list alone; empty if its cells are marked
     */
    public record Copy(String file, Optional<Unmarked> unmarked) {}

    public Copies {
        all = List.copyOf(all);
    }

    /** How many there are. */
    public int count() {
        return all.size();
    }

    /** Those that are the list alone. */
    public List<Copy> lists() {
        return all.stream().filter(c -> c.unmarked().isPresent()).toList();
    }
}
