package org.huizong.publish.returned;

import java.time.LocalDate;
import java.util.List;
import org.huizong.model.Period;
import org.huizong.spreadsheet.mark.Mark;

/**
 * What is to be said to the sender of one file.
 *
 * @param file its path below the returns folder
 * @param period the period of its folder
 * @param asOf the day as of which it is said
 * @param tasks what is to be done, in the order in which it is listed
 */
record Letter(String file, Period period, LocalDate asOf, List<Task> tasks) {
    Letter {
        tasks = List.copyOf(tasks);
    }

    /** Codes of the units it is about; empty if nobody knows whose file it is. */
    List<String> units() {
        return tasks.stream()
                .map(t -> t.stored().unit())
                .filter(u -> !u.isEmpty())
                .distinct()
                .toList();
    }

    /** Codes of the returns it is about; empty if nobody knows which they are. */
    List<String> forms() {
        return tasks.stream()
                .map(t -> t.stored().form())
                .filter(f -> !f.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether it is about more than one sheet, so that a cell's address alone does not say where it is. */
    boolean isOfSheets() {
        return tasks.stream()
                        .map(t -> t.where().sheet())
                        .filter(s -> !s.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }

    long count(Mark.Tint tint) {
        return tasks.stream().filter(t -> t.tint() == tint).count();
    }
}
