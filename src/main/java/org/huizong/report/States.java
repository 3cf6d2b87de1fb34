package org.huizong.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizong.aggregation.FilingStatus;

/** The words for how returns stand: 按时, 迟报, 缺报, 已撤回, 未汇总, 退回, 冲突, 未到期. */
final class States {
    private final Book book;
    private final Map<String, List<FilingStatus>> byUnit;

    States(Book book) {
        this.book = book;
        this.byUnit = book.consolidation().coverage().standings().stream()
                .collect(Collectors.groupingBy(s -> s.owed().unit()));
    }

    /** What a unit owes of one return. */
    Standings of(String unit, String form) {
        return new Standings(byUnit.getOrDefault(unit, List.of()).stream()
                .filter(s -> s.owed().form().equals(form))
                .toList());
    }

    /** What all units owe of one return. */
    Standings ofForm(String form) {
        return new Standings(book.consolidation().coverage().standings().stream()
                .filter(s -> s.owed().form().equals(form))
                .toList());
    }

    /** All that a unit owes. */
    Standings of(String unit) {
        return new Standings(byUnit.getOrDefault(unit, List.of()));
    }

    /** The word for one. */
    String text(FilingStatus standing) {
        String state = book.text("report.state." + key(standing));
        return standing.misplaced()
                .map(other -> book.text(
                        "report.state.misplaced", state, book.wording().period(other)))
                .orElse(state);
    }

    /** The word for one, or the words with their counts for several. */
    String text(Standings standings) {
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
        return String.join(book.text("report.gap"), parts);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(book.text("report.state.count", book.text("report.state." + key), count));
        }
    }

    Look look(Standings standings) {
        if (standings.counted() < standings.owed()) {
            return Look.POOR;
        }
        return standings.late() > 0 ? Look.NEAR : Look.CENTRE;
    }

    Look look(FilingStatus standing) {
        return look(new Standings(List.of(standing)));
    }

    private static String key(FilingStatus standing) {
        if (standing.state() == FilingStatus.State.COUNTED) {
            return standing.isLate() ? "late" : "intime";
        }
        return standing.word();
    }
}
