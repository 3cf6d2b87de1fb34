package org.huizong.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.CoverageCalculator;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.Editions;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.office.CoverageText;
import org.huizong.office.NextStep;
import org.huizong.office.Reminder;
import org.huizong.office.ReturnFindings;
import org.huizong.publish.table.StatusTable;
import org.huizong.store.Edition;
import org.huizong.store.Filler;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who has reported and who has not, with a text to paste into the chat group. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Option(names = "--csv", paramLabel = "FILE")
    Optional<Path> csv = Optional.empty();

    @Option(names = "--remind")
    boolean remindOnly;

    StatusCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Period wanted = program.period(period);
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        LocalDate today = program.today();
        try (Store store = program.existingStore()) {
            if (store.runs().isBrokenOff(wanted)) {
                program.say("cli.status.broken_off", wording.period(wanted));
            }
            if (store.submissions().arePending(wanted)) {
                program.say("cli.status.pending");
                program.next("consolidate", wanted);
                return Exit.OPEN;
            }
            Coverage coverage = new CoverageCalculator(catalogue, store).coverage(wanted, today);
            List<Period> periods = coverage.standings().stream()
                    .map(s -> s.owed().period())
                    .distinct()
                    .toList();
            List<StoredFinding> findings = store.findings().within(periods);
            List<String> reminder = new Reminder(wording, wanted, today).lines(coverage, findings);
            if (remindOnly) {
                print(reminder.isEmpty() ? List.of(wording.text("cli.status.none")) : reminder);
                return exit(coverage);
            }
            Map<String, List<Filler>> fillers = store.submissions().fillers(wanted);
            csv.ifPresent(file -> new StatusTable(wording).write(coverage, today, fillers, file));
            summary(wording, wanted, coverage, today);
            new StatusText(program, wording, wanted, today, fillers, new ReturnFindings(wording, findings), csv)
                    .print(coverage);
            if (!coverage.neverRun().isEmpty()) {
                program.say("cli.outcome.never_run", wording.periods(coverage.neverRun()));
            }
            stale(wording, store);
            csv.ifPresent(file ->
                    program.say("cli.status.written", coverage.standings().size(), file.toAbsolutePath()));
            if (reminder.isEmpty()) {
                program.say(coverage.isComplete() ? "cli.status.all" : "cli.status.none");
            } else {
                program.out().println();
                print(reminder);
            }
            lastBackup(store);
            program.next(NextStep.of(store, wanted, coverage, !reminder.isEmpty()));
            return exit(coverage);
        }
    }

    private static int exit(Coverage coverage) {
        return coverage.isComplete() ? Exit.DONE : Exit.OPEN;
    }

    private void print(List<String> lines) {
        lines.forEach(line -> program.out().println(Huizong.visible(line)));
    }

    private void summary(Wording wording, Period wanted, Coverage coverage, LocalDate today) {
        program.say("cli.status.asof", today);
        print(List.of(CoverageText.of(wording, wanted, coverage)));
    }

    private void stale(Wording wording, Store store) {
        Editions.stale(store)
                .forEach(p -> program.say(
                        "cli.status.stale",
                        wording.period(p),
                        store.editions().latest(p).flatMap(Edition::stale).orElse(""),
                        p));
    }

    private void lastBackup(Store store) {
        store.lastBackup()
                .ifPresentOrElse(
                        last -> program.say(
                                "cli.status.backup",
                                OfficeTime.day(last.made()),
                                ChronoUnit.DAYS.between(
                                        OfficeTime.day(last.made()), OfficeTime.day(Instant.now(program.clock()))),
                                last.file()),
                        () -> program.say("cli.status.backup.none"));
    }
}
