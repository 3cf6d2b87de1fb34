package org.huizong.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Lacking;
import org.huizong.model.Period;
import org.huizong.office.Reminder;
import org.huizong.office.ReturnFindings;
import org.huizong.store.Filler;
import org.huizong.wording.Wording;

/** How the returns stand, on the screen: those that are open first, each with why and whom to call, the rest in a line. */
final class StatusText {
    private static final String INDENT = "    ";

    /** What the office alone can settle, what has to come again, what has to come, what has to be explained. */
    private final List<Predicate<FilingStatus>> urgency = List.of(
            s -> s.state() == FilingStatus.State.CONFLICT || s.isDisputed(),
            s -> s.state() == FilingStatus.State.REJECTED,
            FilingStatus::isOpen,
            s -> s.below().isPresent(),
            this::isAsked);

    private final Huizong program;
    private final Wording wording;
    private final Period wanted;
    private final LocalDate today;
    private final Map<String, List<Filler>> fillers;
    private final ReturnFindings findings;

    /** With those who filled in the latest returns, by unit, masked. */
    StatusText(
            Huizong program,
            Wording wording,
            Period wanted,
            LocalDate today,
            Map<String, List<Filler>> fillers,
            ReturnFindings findings) {
        this.program = program;
        this.wording = wording;
        this.wanted = wanted;
        this.today = today;
        this.fillers = fillers;
        this.findings = findings;
    }

    void print(Coverage coverage) {
        List<FilingStatus> open = coverage.standings().stream()
                .filter(s -> urgency(s) < urgency.size())
                .sorted(Comparator.comparingInt(this::urgency))
                .toList();
        if (!open.isEmpty()) {
            table(open);
        }
        List<FilingStatus> done = coverage.standings().stream()
                .filter(s -> s.state() == FilingStatus.State.COUNTED && urgency(s) == urgency.size())
                .toList();
        if (!done.isEmpty()) {
            program.paragraph("", done(done));
        }
        if (program.verbose) {
            List<FilingStatus> rest =
                    coverage.standings().stream().filter(s -> !open.contains(s)).toList();
            if (!rest.isEmpty()) {
                table(rest);
            }
        }
    }

    private int urgency(FilingStatus standing) {
        for (int i = 0; i < urgency.size(); i++) {
            if (urgency.get(i).test(standing)) {
                return i;
            }
        }
        return urgency.size();
    }

    private boolean isAsked(FilingStatus standing) {
        return standing.state() == FilingStatus.State.COUNTED
                && !findings.unexplained(standing).isEmpty();
    }

    private String done(List<FilingStatus> done) {
        List<String> late = done.stream()
                .filter(FilingStatus::isLate)
                .map(s -> wording.text(
                        "cli.status.done.late",
                        wording.label(s.owed().unit()),
                        wording.label(s.owed().form()),
                        s.days(today)))
                .toList();
        return late.isEmpty()
                ? wording.text("cli.status.done", done.size())
                : wording.text(
                        "cli.status.done.some", done.size(), done.size() - late.size(), late.size(), wording.few(late));
    }

    private void table(List<FilingStatus> standings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                wording.text("cli.column.unit"),
                wording.text("cli.column.return"),
                wording.text("cli.column.state"),
                wording.text("cli.column.days"),
                wording.text("cli.column.filler")));
        standings.forEach(s -> rows.add(row(s)));
        List<String> lines = program.columns(rows);
        program.out().println(lines.get(0));
        for (int i = 0; i < standings.size(); i++) {
            program.out().println(lines.get(i + 1));
            String why = why(standings.get(i));
            if (!why.isEmpty()) {
                program.paragraph(INDENT, why);
            }
        }
    }

    private List<String> row(FilingStatus standing) {
        String unit = standing.owed().unit();
        String form = standing.owed().form();
        String label = wording.label(form);
        Period period = standing.owed().period();
        return List.of(
                wording.label(unit),
                period.equals(wanted) ? label : wording.text("cli.status.row", label, period),
                state(standing),
                Reminder.days(wording, standing, today),
                urgency(standing) == urgency.size()
                        ? ""
                        : Filler.of(fillers, unit, form).map(Filler::show).orElse(""));
    }

    private String state(FilingStatus standing) {
        String state = Reminder.state(wording, standing);
        if (standing.below().isPresent()) {
            return standing.below()
                    .map(b -> wording.text("cli.status.below", state, b.counted(), b.owed()))
                    .orElse(state);
        }
        return !standing.isDisputed() && isAsked(standing) ? wording.text("cli.status.asked") : state;
    }

    /** Why it is open: what was wrong, whose figures lack below, what is to be explained; of what never came nothing. */
    private String why(FilingStatus standing) {
        if (standing.below().isPresent()) {
            return standing.below()
                    .map(Lacking::names)
                    .map(names -> wording.text("cli.status.without", wording.few(names)))
                    .orElse("");
        }
        if (standing.state() == FilingStatus.State.CONFLICT || standing.isDisputed()) {
            return findings.contradiction(standing);
        }
        if (standing.isOpen()) {
            return findings.said(findings.errors(standing));
        }
        return findings.said(findings.unexplained(standing));
    }
}
