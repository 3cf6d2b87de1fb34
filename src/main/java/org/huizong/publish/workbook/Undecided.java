package org.huizong.publish.workbook;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizong.catalogue.Rule;
import org.huizong.publish.narrative.Terms;
import org.huizong.store.StoredFinding;

/** What could not be decided, a line a reason: how many findings, of which returns. */
final class Undecided {
    private final Terms terms;

    private Undecided(Terms terms) {
        this.terms = terms;
    }

    /** The lines; returns in the order of the catalogue. */
    static List<String> lines(Terms terms, List<StoredFinding> findings) {
        return new Undecided(terms).lines(findings);
    }

    private List<String> lines(List<StoredFinding> findings) {
        List<Rule> rules = terms.catalogue().rules();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            places.putIfAbsent(rules.get(i).id(), i);
        }
        return grouped(
                        findings.stream()
                                .filter(f -> !f.finding().hasFailed())
                                .sorted(Comparator.comparingInt(
                                        f -> places.getOrDefault(f.finding().rule(), -1)))
                                .toList(),
                        f -> terms.wording().kindOfReason(f.finding(), f.period()))
                .entrySet()
                .stream()
                .map(e -> terms.text(
                        "report.findings.undecided.line", e.getValue().size(), e.getKey(), concerned(e.getValue())))
                .toList();
    }

    private String concerned(List<StoredFinding> findings) {
        return grouped(findings, f -> terms.shortLabel(f.form(), f.period())).entrySet().stream()
                .map(e -> terms.text(
                                "report.findings.undecided.return",
                                e.getKey(),
                                e.getValue().size())
                        .strip())
                .collect(Collectors.joining(terms.text("list.separator")));
    }

    private static Map<String, List<StoredFinding>> grouped(
            List<StoredFinding> findings, Function<StoredFinding, String> by) {
        return findings.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
