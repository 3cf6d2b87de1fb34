package org.huizong.cli;

import java.nio.file.Path;
import java.util.List;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Publication;
import org.huizong.job.Outcome;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.publish.returned.Copies;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/** What a run came to, on the screen. */
final class OutcomeText {
    private final Huizong program;
    private final Wording wording;

    OutcomeText(Huizong program, Wording wording) {
        this.program = program;
        this.wording = wording;
    }

    void print(Outcome outcome) {
        Publication publication = outcome.publication();
        Coverage coverage = publication.consolidation().coverage();
        program.say(
                "cli.outcome.coverage",
                wording.period(publication.consolidation().period()),
                coverage.owed(),
                coverage.count(FilingStatus.State.COUNTED),
                coverage.late(),
                coverage.count(FilingStatus.State.MISSING),
                coverage.count(FilingStatus.State.REJECTED),
                coverage.count(FilingStatus.State.CONFLICT));
        for (FilingStatus.State state :
                List.of(FilingStatus.State.MISSING, FilingStatus.State.REJECTED, FilingStatus.State.CONFLICT)) {
            List<FilingStatus> open = coverage.open().stream()
                    .filter(s -> s.state() == state && !s.neverRun() && !s.isWithdrawn())
                    .toList();
            if (!open.isEmpty()) {
                program.say("cli.outcome." + state.code(), names(open));
            }
        }
        List<FilingStatus> withdrawn =
                coverage.open().stream().filter(FilingStatus::isWithdrawn).toList();
        if (!withdrawn.isEmpty()) {
            Period period = publication.consolidation().period();
            program.say("cli.outcome.withdrawn", names(withdrawn), period);
        }
        allLate(outcome);
        coverage.below()
                .forEach(s -> s.below()
                        .ifPresent(b -> program.say(
                                "cli.outcome.below",
                                wording.label(s.owed().unit()),
                                wording.label(s.owed().form()),
                                s.owed().period(),
                                b.counted(),
                                b.owed(),
                                wording.few(b.names()))));
        if (!coverage.neverRun().isEmpty()) {
            program.say("cli.outcome.never_run", wording.periods(coverage.neverRun()));
        }
        coverage.partlyDue()
                .forEach((period, count) -> program.say("cli.outcome.not_due.some", wording.period(period), count));
        if (!coverage.notDue().isEmpty()) {
            program.say("cli.outcome.not_due", wording.periods(coverage.notDue()));
        }
        if (!coverage.leftOut().isEmpty()) {
            program.say("cli.outcome.left_out", coverage.leftOut().size());
        }
        program.say(
                "cli.outcome.files",
                outcome.count("files"),
                outcome.count("read"),
                outcome.count("unchanged"),
                outcome.count("refused"));
        List<StoredFinding> errors = publication.findings().stream()
                .filter(f -> f.finding().sendsBack())
                .sorted(StoredFinding.TELLING_ORDER)
                .toList();
        program.list(errors, this::print, "cli.outcome.more");
        settled(outcome.published().settled());
        program.say(
                "cli.outcome.findings",
                errors.size(),
                count(publication, Severity.QUERY),
                count(publication, Severity.NOTICE));
        new RepairText(program, wording).print(publication.findings());
        program.table(CoverageTable.rows(wording, coverage));
        program.say(
                outcome.published().isNewEdition() ? "cli.outcome.edition" : "cli.outcome.edition.same",
                publication.edition().number(),
                outcome.workbook().toAbsolutePath());
        if (!publication.outdated().isEmpty()) {
            program.say("cli.outcome.outdated", wording.periods(publication.outdated()));
        }
        Period period = publication.consolidation().period();
        wording.calendar()
                .unlisted(period.first().getYear(), period.last().getYear())
                .ifPresent(w -> program.paragraph("", w));
        copies(outcome.published().copies(), outcome.published().returned().toAbsolutePath());
        archive(outcome.archive(), period);
        outcome.published().kept().ifPresent(folder -> program.say("cli.outcome.kept", folder));
    }

    /** Names what was refused though it is published as a notice: nobody has to do anything about it. */
    private void settled(List<StoredFinding> refused) {
        if (!refused.isEmpty()) {
            program.say("cli.outcome.settled");
            program.list(refused, this::print, "cli.outcome.settled.more");
        }
    }

    /** Says which originals were lost or damaged, and what became of them. */
    private void archive(List<Finding> archive, Period period) {
        if (!archive.isEmpty()) {
            program.say("cli.outcome.archive", archive.size());
            program.list(
                    archive,
                    f -> program.say("cli.finding", wording.place(f.where()), wording.sentence(f, period)),
                    "cli.list.more");
        }
    }

    /** Says what goes back, and of which files it is the list alone. */
    private void copies(Copies copies, Path folder) {
        List<Copies.Copy> lists = copies.lists();
        if (lists.isEmpty()) {
            if (copies.count() > 0) {
                program.say("cli.outcome.returned", copies.count(), folder);
            }
            return;
        }
        program.say("cli.outcome.returned.some", copies.count(), copies.count() - lists.size(), lists.size(), folder);
        program.list(
                lists,
                list -> program.say(
                        "cli.outcome.returned.list",
                        list.file(),
                        wording.text("returned.unmarked."
                                + list.unmarked().orElseThrow().code())),
                "cli.outcome.returned.more");
    }

    /** An office that begins late would have all its returns late for ever; it is told how to put that right. */
    private void allLate(Outcome outcome) {
        Coverage coverage = outcome.publication().consolidation().coverage();
        boolean first = outcome.count("read") > 0 && outcome.count("unchanged") == 0;
        int counted = coverage.count(FilingStatus.State.COUNTED);
        if (first && counted > 0 && coverage.late() == counted) {
            program.say(
                    "cli.outcome.all_late",
                    counted,
                    outcome.publication().consolidation().period());
        }
    }

    private void print(StoredFinding stored) {
        Finding finding = stored.finding();
        program.say("cli.finding", wording.place(finding.where()), wording.sentence(finding, stored.period()));
    }

    private static long count(Publication publication, Severity severity) {
        return publication.findings().stream()
                .filter(f -> f.finding().severity() == severity && f.finding().hasFailed())
                .count();
    }

    private String names(List<FilingStatus> open) {
        List<String> names = open.stream()
                .map(s -> wording.text(
                        "cli.outcome.unit",
                        wording.label(s.owed().unit()),
                        wording.label(s.owed().form()),
                        s.owed().period()))
                .toList();
        return wording.list(names, Huizong.MOST_SHOWN);
    }
}
