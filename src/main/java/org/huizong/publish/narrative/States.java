package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizong.aggregation.FilingStatus;

/** The words for how returns stand: 按时, 迟报, 缺报, 已撤回, 未汇总, 退回, 冲突, 未到期. */
public final class States {
    private final Terms terms;
    private final Map<String, List<FilingStatus>> byUnit;

    States(Terms terms) {
        this.terms = terms;
        this.byUnit = terms.consolidation().coverage().standings().stream()
                .collect(Collectors.groupingBy(s -> s.owed().unit()));
    }

    /** What a unit owes of one return. */
    public Standings of(String unit, String form) {
        return new Standings(byUnit.getOrDefault(unit, List.of()).stream()
                .filter(s -> s.owed().form().equals(form))
                .toList());
    }

    /** What all units owe of one return. */
    public Standings ofForm(String form) {
        return new Standings(terms.consolidation().coverage().standings().stream()
                .filter(s -> s.owed().form().equals(form))
                .toList());
    }

    /** All that a unit owes. */
    public Standings of(String unit) {
        return new Standings(byUnit.getOrDefault(unit, List.of()));
    }

    /** The word for one. */
    public String text(FilingStatus standing) {
        String state = terms.text("report.state." + key(standing));
        return standing.misplaced()
                .map(other -> terms.text(
                        "report.state.misplaced", state, terms.wording().period(other)))
                .orElse(state);
    }

    /** The word for one, or the words with their counts for several. */
    public String text(Standings standings) {
        if (standings.all().size() == 1) {
            return text(standings.all().get(0));
        }
        List<String> parts = new ArrayList<>();
        add(parts, "intime", standings.inTime());
        add(parts, "late", standings.late());
        add(parts, "never_run", standings.neverRun());
        add(parts, "withdrawn", standings.withdrawn());
        add(
                parts,
                "missing",
                standings.count(FilingStatus.State.MISSING) - standings.neverRun() - standings.withdrawn());
        for (FilingStatus.State state :
                List.of(FilingStatus.State.REJECTED, FilingStatus.State.CONFLICT, FilingStatus.State.NOT_DUE)) {
            add(parts, state.code(), standings.count(state));
        }
        return String.join(terms.text("report.gap"), parts);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(terms.text("report.state.count", terms.text("report.state." + key), count));
        }
    }

    /** How they stand together, as a tint. */
    public Tone tone(Standings standings) {
        if (standings.counted() < standings.owed()) {
            return Tone.POOR;
        }
        return standings.late() > 0 ? Tone.NEAR : Tone.PLAIN;
    }

    /** How one stands, as a tint. */
    public Tone tone(FilingStatus standing) {
        return tone(new Standings(List.of(standing)));
    }

    private static String key(FilingStatus standing) {
        if (standing.state() == FilingStatus.State.COUNTED) {
            return standing.isLate() ? "late" : "intime";
        }
        return standing.word();
    }
}
