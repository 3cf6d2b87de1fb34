package org.huizong.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.wording.Wording;

/** How each return stands, in numbers: a row a return and one for all. */
final class CoverageTable {
    private CoverageTable() {}

    static List<List<String>> rows(Wording wording, Coverage coverage) {
        List<FilingStatus> owed = coverage.standings().stream()
                .filter(s -> s.state() != FilingStatus.State.NOT_DUE)
                .toList();
        Map<String, List<FilingStatus>> byForm = owed.stream()
                .collect(Collectors.groupingBy(s -> s.owed().form(), LinkedHashMap::new, Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                wording.text("cli.column.return"),
                wording.text("cli.column.owed"),
                wording.text("cli.column.counted"),
                wording.text("cli.column.late"),
                wording.text("cli.column.missing"),
                wording.text("cli.column.rejected"),
                wording.text("cli.column.conflict")));
        byForm.forEach((form, standings) -> rows.add(row(wording.label(form), standings)));
        rows.add(row(wording.text("cli.column.all"), owed));
        return rows;
    }

    private static List<String> row(String head, List<FilingStatus> standings) {
        return List.of(
                head,
                String.valueOf(standings.size()),
                count(standings, s -> s.state() == FilingStatus.State.COUNTED),
                count(standings, FilingStatus::isLate),
                count(standings, s -> s.state() == FilingStatus.State.MISSING),
                count(standings, s -> s.state() == FilingStatus.State.REJECTED),
                count(standings, s -> s.state() == FilingStatus.State.CONFLICT));
    }

    private static String count(List<FilingStatus> standings, Predicate<FilingStatus> which) {
        return String.valueOf(standings.stream().filter(which).count());
    }
}
