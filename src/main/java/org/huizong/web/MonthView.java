package org.huizong.web;

import java.util.List;
import java.util.Optional;
import org.huizong.model.Period;

/**
 * How a period stands.
 *
 * @param begun whether anything was ever consolidated; if not, the page explains itself
 * @param counts the large figures
 * @param forms the returns that are owed, a column each
 * @param rows the units, a row each
 * @param todo what to do now, the most urgent first
 * @param reminder the text for the chat group; empty if nobody is to be reminded
 * @param year the months of the year
 * @param files how many files lie in the folder
 */
public record MonthView(
        boolean begun,
        List<Count> counts,
        List<String> forms,
        List<Row> rows,
        List<Todo> todo,
        String reminder,
        List<Month> year,
        int files) {
    public MonthView {
        counts = List.copyOf(counts);
        forms = List.copyOf(forms);
        rows = List.copyOf(rows);
        todo = List.copyOf(todo);
        year = List.copyOf(year);
    }

    /** A large figure with its word; the tone colours it where there is anything to do. */
    public record Count(String word, int number, String tone) {}

    /** A unit and how each of its returns stands; empty where it owes none. */
    public record Row(String unit, List<Optional<Cell>> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** How a return stands: shape, word, how many days, and the number of what was sent last. */
    public record Cell(String state, String shape, String word, String days, Optional<Long> sent) {}

    /** Something to do, with where to do it. */
    public record Todo(String text, String link, String action, String tone) {}

    /** A month of the year: its state in one word, and whether it is the one that is looked at. */
    public record Month(Period period, String name, String state, String word, boolean isThis) {}
}
