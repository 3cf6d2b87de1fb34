package org.huizong.publish.returned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.TellingOrder;
import org.huizong.spreadsheet.mark.ClerkBook;
import org.huizong.spreadsheet.mark.Mark;
import org.huizong.spreadsheet.mark.Opening;
import org.huizong.spreadsheet.mark.Unmarked;
import org.huizong.spreadsheet.write.FileName;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Wording;

/**
 * Writes a copy of each file that its sender has to do something about: the sender's own workbook as it is archived, with
 * the cells marked and a list in front; of what cannot be marked, the list alone.
 *
 * <p>Of several revisions of one return only the newest goes back, and those that contradict each other.
 */
public final class ReturnedCopies {
    /** How the name of a list ends that stands alone. */
    private static final String LIST = ".xlsx";

    private final Catalogue catalogue;
    private final Wording wording;
    private final Store store;

    /** Copies of what is in that store, in the words of that language. */
    public ReturnedCopies(Catalogue catalogue, Wording wording, Store store) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.store = store;
    }

    /**
     * Writes the copies of one period.
     *
     * @param asOf the day as of which it is said whether there is still time
     * @param settled what asks nothing of anybody any more
     * @param archived the archived file of a digest; empty if it is lost: then the list alone is written
     * @param folder where to; it is made if there is anything to return
     * @param alone whether nothing else is being written: only then is a copy to blame that the memory does not suffice for
     * @return what was made of which file
     * @throws OutOfMemoryError if the memory does not suffice while something else is being written
     */
    public Copies write(
            Period period,
            LocalDate asOf,
            Predicate<StoredFinding> settled,
            Function<String, Optional<Path>> archived,
            Path folder,
            boolean alone)
            throws IOException {
        Set<String> names = new HashSet<>();
        List<Copies.Copy> copies = new ArrayList<>();
        for (var entry : tasks(period, settled).entrySet()) {
            Files.createDirectories(folder);
            copies.add(write(archived.apply(entry.getKey()), period, asOf, entry.getValue(), folder, names, alone));
        }
        return new Copies(copies);
    }

    /** What is to be done, by digest of the file. */
    private Map<String, List<Task>> tasks(Period period, Predicate<StoredFinding> settled) {
        Set<Long> returned = returned(period);
        Map<String, List<Task>> tasks = new LinkedHashMap<>();
        store.findings().ofFiles(period, found -> {
            if (found.stored().submission().map(returned::contains).orElse(!settled.test(found.stored()))) {
                Task.of(found.stored())
                        .ifPresent(t -> tasks.computeIfAbsent(found.sha256(), s -> new ArrayList<>())
                                .add(t));
            }
        });
        return tasks;
    }

    /** Numbers of the newest submission of each unit and return, and of those in conflict. */
    private Set<Long> returned(Period period) {
        Set<Long> returned = new HashSet<>();
        Map<Obligation, StoredSubmission> newest = new HashMap<>();
        for (StoredSubmission submission : store.submissions().within(period)) {
            if (submission.period().equals(period)
                    && submission.disposition() != Disposition.WITHDRAWN
                    && submission.disposition() != Disposition.REPEATED) {
                newest.merge(
                        new Obligation(submission.unit(), submission.form(), period),
                        submission,
                        (a, b) -> b.revision() > a.revision() ? b : a);
                if (submission.disposition() == Disposition.CONFLICT) {
                    returned.add(submission.id());
                }
            }
        }
        newest.values().forEach(s -> returned.add(s.id()));
        return returned;
    }

    private Copies.Copy write(
            Optional<Path> archived,
            Period period,
            LocalDate asOf,
            List<Task> tasks,
            Path folder,
            Set<String> names,
            boolean alone)
            throws IOException {
        Opening opening = archived.map(f -> Marking.open(f, alone)).orElse(Unmarked.LOST);
        Optional<ClerkBook> own =
                Optional.of(opening).filter(ClerkBook.class::isInstance).map(ClerkBook.class::cast);
        Letter letter = new Letter(tasks.get(0).where().file(), period, asOf, ordered(tasks, own));
        Sentences says = new Sentences(catalogue, wording, letter);
        Optional<Unmarked> why =
                Optional.of(opening).filter(Unmarked.class::isInstance).map(Unmarked.class::cast);
        if (own.isPresent()) {
            try (ClerkBook book = own.get()) {
                why = marked(book, letter, says, folder, names, alone);
            }
        }
        if (why.isPresent()) {
            new ListSheet(says, letter, Optional.empty())
                    .layOut(says.steps(why), wording.isChinese())
                    .write(folder.resolve(FileName.free(says.fileName(), LIST, names)));
        }
        return new Copies.Copy(letter.file(), why);
    }

    /** Writes the marked workbook; why there is none, if it cannot be marked. */
    private Optional<Unmarked> marked(
            ClerkBook own, Letter letter, Sentences says, Path folder, Set<String> names, boolean alone)
            throws IOException {
        if (letter.tasks().size() > own.maxMarks()) {
            return Optional.of(Unmarked.SIZE);
        }
        Path copy = folder.resolve(FileName.free(says.fileName(), own.extension(), names));
        Optional<Unmarked> why = Marking.unmarked(() -> mark(own, letter, says, copy), alone);
        if (why.isPresent()) {
            Files.deleteIfExists(copy);
            names.remove(copy.getFileName().toString().toLowerCase(Locale.ROOT));
        }
        return why;
    }

    private void mark(ClerkBook own, Letter letter, Sentences says, Path copy) throws IOException {
        Optional<ClerkBook> book = Optional.of(own);
        own.write(
                new ListSheet(says, letter, book).layOut(says.steps(Optional.empty()), wording.isChinese()),
                says.author(),
                letter.tasks().stream()
                        .filter(Task::hasCell)
                        .map(t -> new Mark(
                                t.where().sheet(), t.where().address().orElseThrow(), t.tint(), says.note(t, book)))
                        .toList(),
                copy);
    }

    /** What must be corrected comes first, then what is to be explained, each in the order of the sheets. */
    private static List<Task> ordered(List<Task> tasks, Optional<ClerkBook> own) {
        Comparator<Finding> order =
                TellingOrder.downTheSheets(sheet -> own.map(b -> b.place(sheet)).orElse(0));
        return tasks.stream()
                .distinct()
                .sorted(Comparator.comparing(Task::finding, order))
                .toList();
    }
}
