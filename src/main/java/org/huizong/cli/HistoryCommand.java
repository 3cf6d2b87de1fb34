package org.huizong.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.assessment.Mark;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.office.EventSubject;
import org.huizong.publish.narrative.ChangeText;
import org.huizong.store.Edition;
import org.huizong.store.EditionChange;
import org.huizong.store.EventStore;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Submissions with their revisions, editions with their changes, and what people did. */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Huizong program;

    @Parameters(paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Option(names = "--unit", paramLabel = "CODE")
    Optional<String> unit = Optional.empty();

    HistoryCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Period wanted = program.period(period);
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        Optional<String> code = unit.map(u -> program.unit(catalogue, u));
        try (Store store = program.existingStore()) {
            List<StoredSubmission> submissions = store.submissions().within(wanted).stream()
                    .filter(s -> code.map(s.unit()::equals).orElse(true))
                    .toList();
            submissions.forEach(s -> print(wording, s, isOneOfMany(s, submissions)));
            if (submissions.isEmpty()) {
                program.say("cli.history.none", wanted);
            }
            ChangeText words = new ChangeText(catalogue, wording, wanted);
            store.editions().list(wanted).forEach(e -> print(words, e, code));
            store.events().list(Optional.of(wanted)).stream()
                    .filter(e -> code.map(c -> isAbout(e, c)).orElse(true)
                            || submissions.stream().anyMatch(s -> isAbout(e, s)))
                    .forEach(e -> print(wording, catalogue, e));
            program.next(submissions.isEmpty() ? "status" : "history", wanted);
        }
        return Exit.DONE;
    }

    /** Tells whether other content came for the same return in a file of the same name. */
    private static boolean isOneOfMany(StoredSubmission one, List<StoredSubmission> all) {
        return all.stream()
                .anyMatch(s -> s.file().equals(one.file())
                        && s.form().equals(one.form())
                        && s.unit().equals(one.unit())
                        && !s.sha256().equals(one.sha256()));
    }

    private void print(Wording wording, StoredSubmission submission, boolean isOneOfMany) {
        program.say(
                "cli.history.submission",
                wording.label(submission.unit()),
                wording.label(submission.form()),
                submission.period(),
                submission.revision() > 0 ? program.words().text("cli.history.revision", submission.revision()) : "",
                wording.text("disposition." + submission.disposition().code()),
                submission.received(),
                isOneOfMany ? submission.fileWithMark() : submission.file());
    }

    /** An edition with its changes, or, of one unit, with its own, if it has any. */
    private void print(ChangeText words, Edition edition, Optional<String> unit) {
        List<EditionChange> changes = edition.changes().stream()
                .filter(c -> unit.map(c.unit()::equals).orElse(true))
                .toList();
        if (unit.isEmpty() || !changes.isEmpty()) {
            List<ChangeText.Row> rows = words.rows(changes);
            program.say("cli.history.edition", edition.number(), edition.asOf(), rows.size());
            rows.forEach(this::print);
        }
    }

    private void print(ChangeText.Row row) {
        String cause = Stream.of(row.why(), row.source())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        List<String> changes = new ArrayList<>();
        if (row.own().isDifferent()) {
            changes.add(changed("cli.history.changed", row.own()));
        }
        if (row.toDate().isDifferent()) {
            changes.add(changed("cli.history.changed.todate", row.toDate()));
        }
        program.say(
                "cli.history.change",
                row.unit(),
                row.form(),
                row.span(),
                row.what(),
                program.words().list(changes),
                cause);
    }

    private String changed(String key, ChangeText.Pair pair) {
        return program.words().text(key, pair.before().text(), pair.after().text());
    }

    /** Tells whether something was done to that submission; its file and sheet are what it was done to. */
    private static boolean isAbout(EventStore.Event event, StoredSubmission submission) {
        return event.subject().equals(submission.file())
                || event.subject().equals(submission.file() + " [" + submission.sheet() + "]");
    }

    /** Tells whether points were given to that unit. */
    private static boolean isAbout(EventStore.Event event, String unit) {
        return Mark.of(event).filter(m -> m.unit().equals(unit)).isPresent();
    }

    private void print(Wording wording, Catalogue catalogue, EventStore.Event event) {
        program.say(
                "cli.history.event",
                MINUTES.format(event.happened().atZone(program.clock().getZone())),
                event.who(),
                program.words().text("event." + event.what()),
                EventSubject.of(event, catalogue, wording),
                event.reason());
    }
}
