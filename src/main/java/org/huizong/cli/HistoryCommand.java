package org.huizong.cli;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.catalogue.Catalogue;
import org.huizong.period.Period;
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
            submissions.forEach(s -> print(wording, s));
            if (submissions.isEmpty()) {
                program.say("cli.history.none", wanted);
            }
            store.editions().list(wanted).forEach(e -> print(wording, e));
            store.events().list(Optional.of(wanted)).forEach(this::print);
            program.next(submissions.isEmpty() ? "status" : "history", wanted);
        }
        return Exit.DONE;
    }

    private void print(Wording wording, StoredSubmission submission) {
        program.say(
                "cli.history.submission",
                wording.label(submission.unit()),
                wording.label(submission.form()),
                submission.period(),
                submission.revision(),
                wording.text("disposition." + submission.disposition().code()),
                submission.received(),
                submission.file());
    }

    private void print(Wording wording, Edition edition) {
        program.say(
                "cli.history.edition",
                edition.number(),
                edition.asOf(),
                edition.changes().size());
        edition.changes()
                .forEach(c -> program.say(
                        "cli.history.change",
                        wording.text("report.change.kind." + c.kind()),
                        c.unit().isEmpty() ? "" : wording.label(c.unit()),
                        what(wording, c),
                        figure(wording, c, c.before()),
                        figure(wording, c, c.after()),
                        c.cause()));
    }

    /** A change of coverage speaks of a return and a period. */
    private static String what(Wording wording, EditionChange change) {
        String[] parts = change.code().split(" ", 2);
        return parts.length == 1 ? wording.label(parts[0]) : wording.label(parts[0]) + ' ' + parts[1];
    }

    private static String figure(Wording wording, EditionChange change, String figure) {
        if (change.kind().equals("coverage")) {
            return wording.text("state." + (figure.isEmpty() ? "counted" : figure));
        }
        return figure.isEmpty() ? "—" : figure;
    }

    private void print(EventStore.Event event) {
        program.say(
                "cli.history.event",
                MINUTES.format(event.happened().atZone(program.clock().getZone())),
                event.who(),
                program.words().text("event." + event.what()),
                event.subject(),
                event.reason());
    }
}
