package org.huizong.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Lacking;
import org.huizong.model.Period;
import org.huizong.office.Reminder;
import org.huizong.office.ReturnFindings;
import org.huizong.store.Filler;
import org.huizong.wording.Wording;

/** How the returns stand, on the screen: what is open first, a unit a line with why and whom to call, the rest in a line. */
final class StatusText {
    private static final String INDENT = "    ";

    /** Lines about what is open, so that the summary above and the reminder's head below are on the same screen. */
    private static final int ROOM = 16;

    /** Late returns that are named one by one; of more only their units. */
    private static final int NAMED = 3;

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
    private final Optional<Path> table;

    /**
     * For that period as of a day.
     *
     * @param fillers who filled in the latest returns, by unit, masked
     * @param table the file that holds all of it, if one was asked for
     */
    StatusText(
            Huizong program,
            Wording wording,
            Period wanted,
            LocalDate today,
            Map<String, List<Filler>> fillers,
            ReturnFindings findings,
            Optional<Path> table) {
        this.program = program;
        this.wording = wording;
        this.wanted = wanted;
        this.today = today;
        this.fillers = fillers;
        this.findings = findings;
        this.table = table;
    }

    void print(Coverage coverage) {
        List<List<FilingStatus>> open = coverage.standings().stream()
                .filter(s -> urgency(s) < urgency.size())
                .sorted(Comparator.comparingInt(this::urgency))
                .collect(Collectors.groupingBy(s -> s.owed().unit(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
        open(open);
        List<FilingStatus> done = coverage.standings().stream()
                .filter(s -> s.state() == FilingStatus.State.COUNTED && urgency(s) == urgency.size())
                .toList();
        if (!done.isEmpty()) {
            program.paragraph("", done(done));
        }
        if (program.verbose) {
            List<FilingStatus> rest = coverage.standings().stream()
                    .filter(s -> urgency(s) == urgency.size())
                    .toList();
            if (!rest.isEmpty()) {
                table(rest);
            }
        }
    }

    /** A unit a line, the most urgent first, as many as fit the screen, and how many more there are and where. */
    private void open(List<List<FilingStatus>> units) {
        int room = program.verbose ? Integer.MAX_VALUE : ROOM;
        int shown = 0;
        for (List<FilingStatus> unit : units) {
            List<String> lines = new ArrayList<>(program.lines("", "  ", line(unit)));
            unit.stream()
                    .map(this::why)
                    .filter(why -> !why.isEmpty())
                    .distinct()
                    .forEach(why -> lines.addAll(program.lines(INDENT, why)));
            room -= lines.size();
            if (room < 0 && shown > 0) {
                break;
            }
            lines.forEach(program.out()::println);
            shown++;
        }
        if (shown < units.size()) {
            List<List<FilingStatus>> rest = units.subList(shown, units.size());
            int returns = rest.stream().mapToInt(List::size).sum();
            program.paragraph(
                    "",
                    table.map(file -> wording.text("cli.status.more.table", rest.size(), returns, file))
                            .orElseGet(() -> wording.text("cli.status.more", rest.size(), returns)));
        }
    }

    /** A unit, which of its returns stand how, and whom to call. */
    private String line(List<FilingStatus> standings) {
        List<String> states = standings.stream()
                .collect(Collectors.groupingBy(this::stand, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(same -> wording.text("cli.status.those", forms(same.getValue()), same.getKey()))
                .toList();
        List<String> fillers = standings.stream()
                .flatMap(s -> Filler.of(this.fillers, s.owed().unit(), s.owed().form()).stream())
                .map(Filler::show)
                .filter(filler -> !filler.isEmpty())
                .distinct()
                .toList();
        String unit = wording.label(standings.get(0).owed().unit());
        return wording.text(
                "cli.status.unit",
                fillers.isEmpty() ? unit : wording.text("cli.status.call", unit, wording.list(fillers)),
                String.join(wording.text("cli.status.states"), states));
    }

    private String forms(List<FilingStatus> standings) {
        return standings.stream()
                .map(s -> wording.text("cli.status.form", form(s)))
                .collect(Collectors.joining(wording.text("cli.status.form.separator")));
    }

    /** How a return stands, and by how many days. */
    private String stand(FilingStatus standing) {
        String days = Reminder.days(wording, standing, today);
        return days.isEmpty() ? state(standing) : wording.text("cli.status.stand", state(standing), days);
    }

    private String form(FilingStatus standing) {
        String label = wording.label(standing.owed().form());
        Period period = standing.owed().period();
        return period.equals(wanted) ? label : wording.text("cli.status.row", label, period);
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
        List<FilingStatus> late = done.stream().filter(FilingStatus::isLate).toList();
        List<String> names = late.stream()
                .map(s -> late.size() > NAMED ? wording.label(s.owed().unit()) : late(s))
                .distinct()
                .toList();
        return late.isEmpty()
                ? wording.text("cli.status.done", done.size())
                : wording.text(
                        "cli.status.done.some",
                        done.size(),
                        done.size() - late.size(),
                        late.size(),
                        wording.few(names));
    }

    private String late(FilingStatus standing) {
        return wording.text(
                "cli.status.done.late",
                wording.label(standing.owed().unit()),
                wording.label(standing.owed().form()),
                standing.days(today));
    }

    private void table(List<FilingStatus> standings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                wording.text("cli.column.unit"),
                wording.text("cli.column.return"),
                wording.text("cli.column.state"),
                wording.text("cli.column.days")));
        standings.forEach(s ->
                rows.add(List.of(wording.label(s.owed().unit()), form(s), state(s), Reminder.days(wording, s, today))));
        program.table(rows);
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
