package org.huizong.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.text.Nearest;

/** The submissions of one period that somebody names by their file. */
final class SentFiles {
    /** Names every file. */
    private static final String ALL = ".";

    private SentFiles() {}

    /**
     * The submissions in a file of the period that may still be changed.
     *
     * @param file its name, with or without the mark of its content
     * @param fit which of them can be meant
     * @throws UsageException if the period is closed, or no such submission is in a file of that name
     */
    static List<StoredSubmission> of(
            Huizong program, Store store, Period period, String file, Predicate<StoredSubmission> fit) {
        return named(
                program,
                store,
                period,
                file,
                fit,
                s -> s.file().equals(file) || s.fileWithMark().equals(file));
    }

    /** The same, where a folder or a zip stands for all files in it, and a dot for all there are. */
    static List<StoredSubmission> below(
            Huizong program, Store store, Period period, String place, Predicate<StoredSubmission> fit) {
        String folder = place.endsWith("/") ? place : place + '/';
        return named(
                program,
                store,
                period,
                place,
                fit,
                s -> place.equals(ALL) || s.file().equals(place) || s.file().startsWith(folder));
    }

    private static List<StoredSubmission> named(
            Huizong program,
            Store store,
            Period period,
            String asked,
            Predicate<StoredSubmission> fit,
            Predicate<StoredSubmission> name) {
        if (store.events().isClosed(period)) {
            throw new UsageException(program.words().text("cli.sent.closed", period));
        }
        List<StoredSubmission> fitting = store.submissions().within(period).stream()
                .filter(s -> s.period().equals(period) && fit.test(s))
                .toList();
        List<StoredSubmission> found = fitting.stream().filter(name).toList();
        if (found.isEmpty()) {
            throw new UsageException(none(program, period, asked, fitting));
        }
        return found;
    }

    private static String none(Huizong program, Period period, String asked, List<StoredSubmission> fitting) {
        Set<String> files = fitting.stream().map(StoredSubmission::file).collect(Collectors.toSet());
        String near = Huizong.visible(Nearest.of(asked, files));
        String shown = Huizong.visible(asked);
        return near.isEmpty()
                ? program.words().text("cli.sent.none", shown, period)
                : program.words().text("cli.sent.near", shown, period, near);
    }
}
