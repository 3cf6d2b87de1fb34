package org.huizong.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.job.Outcome;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.office.CoverageText;
import org.huizong.publish.narrative.Undecided;
import org.huizong.publish.returned.Copies;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/** What a run came to, on one screen; all of it, with a table, if more is asked for. */
final class OutcomeText {
    /** The lines of a small terminal, but for what to do next. */
    private static final int ROOM = 21;

    /** Returns that are named one by one; of more only their units. */
    private static final int NAMED = 3;

    private final Huizong program;
    private final Catalogue catalogue;
    private final Wording wording;

    OutcomeText(Huizong program, Catalogue catalogue, Wording wording) {
        this.program = program;
        this.catalogue = catalogue;
        this.wording = wording;
    }

    void print(Outcome outcome) {
        Screenful screen = new Screenful();
        Publication publication = outcome.publication();
        Coverage coverage = publication.consolidation().coverage();
        Period period = publication.consolidation().period();
        screen.say(CoverageText.of(wording, period, coverage));
        open(screen, coverage, period);
        allLate(screen, outcome);
        waiting(screen, coverage);
        screen.say(wording.text(
                "cli.outcome.files",
                outcome.count("files"),
                outcome.count("read"),
                outcome.count("unchanged"),
                outcome.count("refused")));
        List<StoredFinding> errors = publication.findings().stream()
                .filter(f -> f.finding().sendsBack())
                .sorted(StoredFinding.TELLING_ORDER)
                .toList();
        screen.list(errors.stream().map(this::detailed).toList(), n -> wording.text("cli.outcome.more", n));
        settled(screen, outcome.published().settled());
        screen.say(wording.text(
                "cli.outcome.findings",
                errors.size(),
                count(publication, Severity.QUERY),
                count(publication, Severity.NOTICE)));
        new RepairText(wording).tell(screen, publication.findings());
        if (program.verbose) {
            details(screen, publication.findings());
            screen.table(program.columns(CoverageTable.rows(wording, coverage)));
        }
        screen.say(
                wording.text(
                        outcome.published().isNewEdition() ? "cli.outcome.edition" : "cli.outcome.edition.same",
                        publication.edition().number()),
                outcome.workbook());
        if (!publication.outdated().isEmpty()) {
            screen.say(wording.text("cli.outcome.outdated", wording.periods(publication.outdated())));
        }
        wording.calendar()
                .unlisted(period.first().getYear(), period.last().getYear())
                .ifPresent(screen::say);
        copies(screen, outcome.published().copies(), outcome.published().returned());
        archive(screen, outcome.archive(), period);
        outcome.published().kept().ifPresent(folder -> screen.say(wording.text("cli.outcome.kept"), folder));
        cause(screen, outcome);
        (program.verbose ? screen.lines() : screen.lines(ROOM)).forEach(program.out()::println);
    }

    /** Lists what is to be explained, and what could not be decided in a line a reason. */
    private void details(Screenful screen, List<StoredFinding> findings) {
        screen.list(
                findings.stream()
                        .filter(StoredFinding::isUnexplained)
                        .sorted(StoredFinding.TELLING_ORDER)
                        .map(this::detailed)
                        .toList(),
                n -> wording.text("cli.list.more", n));
        new Undecided(catalogue, wording).lines(findings).forEach(screen::say);
    }

    /** Names what is owed and not counted, or not counted in full. */
    private void open(Screenful screen, Coverage coverage, Period period) {
        for (FilingStatus.State state :
                List.of(FilingStatus.State.MISSING, FilingStatus.State.REJECTED, FilingStatus.State.CONFLICT)) {
            List<FilingStatus> open = coverage.open().stream()
                    .filter(s -> s.state() == state && !s.neverRun() && !s.isWithdrawn())
                    .toList();
            if (!open.isEmpty()) {
                screen.say(wording.text("cli.outcome." + state.code(), names(open)));
            }
        }
        if (!coverage.disputed().isEmpty()) {
            screen.say(wording.text("cli.outcome.disputed", names(coverage.disputed())));
        }
        List<FilingStatus> withdrawn =
                coverage.open().stream().filter(FilingStatus::isWithdrawn).toList();
        if (!withdrawn.isEmpty()) {
            screen.say(wording.text("cli.outcome.withdrawn", names(withdrawn), period));
        }
        List<String> below = coverage.below().stream()
                .flatMap(s -> s.below().stream()
                        .map(b -> wording.text(
                                "cli.outcome.below",
                                wording.label(s.owed().unit()),
                                wording.label(s.owed().form()),
                                s.owed().period(),
                                b.counted(),
                                b.owed(),
                                wording.few(b.names()))))
                .toList();
        screen.list(below, n -> wording.text("cli.list.more", n));
    }

    /** Names what is not in the totals without anybody being late. */
    private void waiting(Screenful screen, Coverage coverage) {
        if (!coverage.neverRun().isEmpty()) {
            screen.say(wording.text("cli.outcome.never_run", wording.periods(coverage.neverRun())));
        }
        coverage.partlyDue()
                .forEach((period, count) ->
                        screen.say(wording.text("cli.outcome.not_due.some", wording.period(period), count)));
        if (!coverage.notDue().isEmpty()) {
            screen.say(wording.text("cli.outcome.not_due", wording.periods(coverage.notDue())));
        }
        if (!coverage.leftOut().isEmpty()) {
            screen.say(wording.text("cli.outcome.left_out", coverage.leftOut().size()));
        }
    }

    /** Says in one line why the run ends with 1. */
    private void cause(Screenful screen, Outcome outcome) {
        Coverage coverage = outcome.publication().consolidation().coverage();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("missing", coverage.count(FilingStatus.State.MISSING));
        counts.put("rejected", coverage.count(FilingStatus.State.REJECTED));
        counts.put("conflict", coverage.count(FilingStatus.State.CONFLICT));
        counts.put("disputed", coverage.disputed().size());
        counts.put("below", coverage.below().size());
        counts.put("left_out", coverage.leftOut().size());
        counts.put("refused", (int) outcome.unsettled());
        List<String> causes = counts.entrySet().stream()
                .filter(c -> c.getValue() > 0)
                .map(c -> wording.text("cli.outcome.cause." + c.getKey(), c.getValue()))
                .toList();
        if (!outcome.isComplete()) {
            screen.say(wording.text("cli.outcome.cause", wording.list(causes)));
        }
    }

    /** Names what was refused though it is published as a notice: nobody has to do anything about it. */
    private void settled(Screenful screen, List<StoredFinding> refused) {
        if (!refused.isEmpty()) {
            screen.say(wording.text("cli.outcome.settled"));
            screen.list(refused.stream().map(this::said).toList(), n -> wording.text("cli.outcome.settled.more", n));
        }
    }

    /** Says which originals were lost or damaged, and what became of them. */
    private void archive(Screenful screen, List<Finding> archive, Period period) {
        if (!archive.isEmpty()) {
            screen.say(wording.text("cli.outcome.archive", archive.size()));
            screen.list(archive.stream().map(f -> said(f, period)).toList(), n -> wording.text("cli.list.more", n));
        }
    }

    /** Says what goes back, and of which files it is the list alone. */
    private void copies(Screenful screen, Copies copies, Path folder) {
        List<Copies.Copy> lists = copies.lists();
        if (copies.count() > 0) {
            screen.say(
                    lists.isEmpty()
                            ? wording.text("cli.outcome.returned", copies.count())
                            : wording.text(
                                    "cli.outcome.returned.some",
                                    copies.count(),
                                    copies.count() - lists.size(),
                                    lists.size()),
                    folder);
        }
        screen.list(
                lists.stream()
                        .map(list -> wording.text(
                                "cli.outcome.returned.list",
                                list.file(),
                                wording.text("returned.unmarked."
                                        + list.unmarked().orElseThrow().code())))
                        .toList(),
                n -> wording.text("cli.outcome.returned.more", n));
    }

    /** An office that begins late would have all its returns late for ever; it is told how to put that right. */
    private void allLate(Screenful screen, Outcome outcome) {
        Coverage coverage = outcome.publication().consolidation().coverage();
        boolean first = outcome.count("read") > 0 && outcome.count("unchanged") == 0;
        int counted = coverage.count(FilingStatus.State.COUNTED);
        if (first && counted > 0 && coverage.late() == counted) {
            Period period = outcome.publication().consolidation().period();
            screen.say(wording.text("cli.outcome.all_late", counted, period));
        }
    }

    /** A sentence about a finding, with the figures that it does not name if more is asked for. */
    private String detailed(StoredFinding stored) {
        String figures = program.verbose ? wording.relation(stored.finding(), stored.period()) : "";
        return figures.isEmpty() ? said(stored) : wording.text("cli.finding.figures", said(stored), figures);
    }

    private String said(StoredFinding stored) {
        return said(stored.finding(), stored.period());
    }

    private String said(Finding finding, Period period) {
        return wording.text("cli.finding", wording.place(finding.where()), wording.sentence(finding, period));
    }

    private static long count(Publication publication, Severity severity) {
        return publication.findings().stream()
                .filter(f -> f.finding().severity() == severity && f.finding().hasFailed())
                .count();
    }

    /** A few returns by name, of many their units. */
    private String names(List<FilingStatus> open) {
        List<String> units = open.stream()
                .map(s -> wording.label(s.owed().unit()))
                .distinct()
                .toList();
        if (open.size() > NAMED) {
            return wording.few(units);
        }
        return wording.list(open.stream()
                .map(s -> wording.text(
                        "cli.outcome.unit",
                        wording.label(s.owed().unit()),
                        wording.label(s.owed().form()),
                        s.owed().period()))
                .toList());
    }
}
