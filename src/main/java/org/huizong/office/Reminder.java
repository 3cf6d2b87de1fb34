package org.huizong.office;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Lacking;
import org.huizong.model.Period;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/**
 * The text for the office's chat group: who still owes what, why something was sent back, and what is still to be
 * explained. It names units and what their returns say, no person.
 */
public final class Reminder {
    private static final String FORM = "cli.status.form";

    private final Wording wording;
    private final Period wanted;
    private final LocalDate today;

    /** A text about that period as of a day. */
    public Reminder(Wording wording, Period wanted, LocalDate today) {
        this.wording = wording;
        this.wanted = wanted;
        this.today = today;
    }

    /** Its lines; none if nobody has to be reminded. A month that was never consolidated is the office's own to do. */
    public List<String> lines(Coverage coverage, List<StoredFinding> found) {
        ReturnFindings findings = new ReturnFindings(wording, found);
        List<String> lines = new ArrayList<>();
        List<FilingStatus> open = coverage.standings().stream()
                .filter(s -> (s.isOpen() && !s.neverRun()) || s.isDisputed())
                .toList();
        if (!open.isEmpty()) {
            remind(open, findings, lines);
        }
        if (!coverage.below().isEmpty()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(wording.text("cli.status.remind.below", wording.period(wanted)));
            coverage.below().forEach(s -> lines.add(below(s)));
        }
        List<FilingStatus> asked = coverage.standings().stream()
                .filter(s -> s.state() == FilingStatus.State.COUNTED
                        && !findings.unexplained(s).isEmpty())
                .toList();
        if (!asked.isEmpty()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(wording.text("cli.status.explain", wording.period(wanted), asked.size()));
            asked.forEach(s -> lines.add(said("cli.status.explain.one", s, findings.said(findings.unexplained(s)))));
            lines.add(wording.text("cli.status.explain.please"));
        }
        return lines;
    }

    private String said(String key, FilingStatus standing, String said) {
        return wording.text(
                key,
                wording.label(standing.owed().unit()),
                wanted.equals(standing.owed().period())
                        ? wording.text(FORM, wording.label(standing.owed().form()))
                        : wording.text(
                                "cli.status.form.more",
                                wording.label(standing.owed().form()),
                                wording.period(standing.owed().period())),
                said);
    }

    /** The word for how a return stands, with the period of what came in its stead. */
    public static String state(Wording wording, FilingStatus standing) {
        String state = wording.text(standing.isDisputed() ? "state.disputed" : "state." + standing.word());
        return standing.misplaced()
                .map(other -> wording.text("state.misplaced", state, wording.period(other)))
                .orElse(state);
    }

    /** How many days a return is late, overdue or still has; empty if there is nothing to be said of it. */
    public static String days(Wording wording, FilingStatus standing, LocalDate today) {
        int days = standing.days(today);
        if (standing.isLate()) {
            return wording.text("cli.status.days.late", days);
        }
        if (days == 0) {
            return standing.isOpen() ? wording.text("cli.status.days.today") : "";
        }
        return wording.text(days > 0 ? "cli.status.days.over" : "cli.status.days.left", Math.abs(days));
    }

    private String below(FilingStatus standing) {
        return wording.text(
                "cli.status.lacks",
                wording.label(standing.owed().unit()),
                wording.label(standing.owed().form()),
                standing.owed().period(),
                standing.below().map(Lacking::names).map(wording::few).orElse(""));
    }

    private void remind(List<FilingStatus> open, ReturnFindings findings, List<String> lines) {
        Map<String, List<FilingStatus>> byUnit = grouped(open, s -> s.owed().unit());
        List<LocalDate> dues = open.stream().map(FilingStatus::due).distinct().toList();
        boolean together = dues.size() == 1;
        lines.add(
                together
                        ? head(dues.get(0), byUnit.size(), open.size())
                        : wording.text(
                                "cli.status.remind.several", wording.period(wanted), byUnit.size(), open.size()));
        byUnit.forEach((unit, owed) -> {
            lines.add(wording.text(
                    "cli.status.unit",
                    wording.label(unit),
                    wording.list(grouped(owed, s -> state(wording, s)).values().stream()
                            .map(same -> inOneState(same, together))
                            .toList())));
            owed.stream()
                    .filter(s -> s.state() == FilingStatus.State.REJECTED
                            && !findings.errors(s).isEmpty())
                    .forEach(s -> lines.add(said("cli.status.why", s, findings.said(findings.errors(s)))));
        });
        lines.add(wording.text("cli.status.please"));
    }

    private String head(LocalDate due, int units, int returns) {
        long over = ChronoUnit.DAYS.between(due, today);
        String key = over > 0 ? "over" : over < 0 ? "left" : "today";
        return wording.text("cli.status.remind." + key, wording.period(wanted), due, Math.abs(over), units, returns);
    }

    /** The returns of one unit that stand alike: 《…》《…》未报. */
    private String inOneState(List<FilingStatus> standings, boolean together) {
        String forms = grouped(standings, s -> s.owed().form()).values().stream()
                .map(same -> form(same, together))
                .collect(Collectors.joining(wording.text("cli.status.form.separator")));
        return wording.text("cli.status.those", forms, state(wording, standings.get(0)));
    }

    /** One return, with its months in a longer period, or with its day where the days differ. */
    private String form(List<FilingStatus> same, boolean together) {
        FilingStatus one = same.get(0);
        String label = wording.label(one.owed().form());
        if (!wanted.isMonth()) {
            List<Period> periods = same.stream().map(s -> s.owed().period()).toList();
            return wording.text("cli.status.form.more", label, wording.periods(periods));
        }
        return together
                ? wording.text(FORM, label)
                : wording.text("cli.status.form.more", label, wording.text("cli.status.form.due", one.due()));
    }

    private static Map<String, List<FilingStatus>> grouped(
            List<FilingStatus> standings, Function<FilingStatus, String> key) {
        return standings.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
