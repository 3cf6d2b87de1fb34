package org.huizong.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.consolidation.Consolidator;
import org.huizong.consolidation.Coverage;
import org.huizong.consolidation.Editions;
import org.huizong.consolidation.Lacking;
import org.huizong.consolidation.Standing;
import org.huizong.period.Period;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Who has reported and who has not, with a text to paste into the chat group. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "PERIOD")
    String period = "";

    StatusCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Period wanted = program.period(period);
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        try (Store store = program.existingStore()) {
            Coverage coverage = new Consolidator(catalogue, store).coverage(wanted, program.today());
            program.say(
                    "cli.outcome.coverage",
                    wording.period(wanted),
                    coverage.owed(),
                    coverage.count(Standing.State.COUNTED),
                    coverage.late(),
                    coverage.count(Standing.State.MISSING),
                    coverage.count(Standing.State.REJECTED),
                    coverage.count(Standing.State.CONFLICT));
            coverage.standings().forEach(s -> program.out().println(line(wording, s)));
            Editions.stale(store)
                    .forEach(p -> program.say(
                            "cli.status.stale",
                            wording.period(p),
                            store.editions().latest(p).flatMap(Edition::stale).orElse("")));
            remind(wording, wanted, coverage);
            return coverage.isComplete() ? Exit.DONE : Exit.OPEN;
        }
    }

    private String line(Wording wording, Standing standing) {
        String state = standing.isLate()
                ? "late"
                : standing.neverRun() ? "never_run" : standing.state().code();
        String received =
                standing.submission().map(s -> s.received().toString()).orElse("");
        return wording.text(
                "cli.status.line",
                wording.label(standing.owed().unit()),
                wording.label(standing.owed().form()),
                standing.owed().period(),
                wording.text("state." + state),
                standing.below()
                        .map(b -> wording.text("cli.status.below", received, b.counted(), b.owed(), b.missing()))
                        .orElse(received));
    }

    private void remind(Wording wording, Period wanted, Coverage coverage) {
        List<Standing> open = coverage.open();
        if (open.isEmpty() && coverage.below().isEmpty()) {
            program.say("cli.status.all");
        }
        if (!open.isEmpty()) {
            remindThose(wording, wanted, open);
        }
        if (!coverage.below().isEmpty()) {
            program.out().println();
            program.say("cli.status.remind.below", wording.period(wanted));
            coverage.below()
                    .forEach(s -> program.say(
                            "cli.status.lacks",
                            wording.label(s.owed().unit()),
                            wording.label(s.owed().form()),
                            s.owed().period(),
                            s.below().map(Lacking::missing).orElse("")));
        }
    }

    private void remindThose(Wording wording, Period wanted, List<Standing> open) {
        Map<String, List<Standing>> byUnit = open.stream()
                .collect(Collectors.groupingBy(s -> s.owed().unit(), LinkedHashMap::new, Collectors.toList()));
        program.out().println();
        program.say("cli.status.remind", wording.period(wanted), open.get(0).due(), byUnit.size(), open.size());
        byUnit.forEach((unit, standings) -> program.say(
                "cli.status.unit",
                wording.label(unit),
                standings.stream()
                        .map(s -> wording.text(
                                "cli.status.form",
                                wording.label(s.owed().form()),
                                wording.text("state." + s.state().code())))
                        .distinct()
                        .collect(Collectors.joining(wording.text("list.separator")))));
        program.say("cli.status.please");
    }
}
