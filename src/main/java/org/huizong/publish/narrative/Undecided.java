package org.huizong.publish.narrative;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Rule;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/** What could not be decided, a line a reason: how many findings, of which returns. */
public final class Undecided {
    private final Catalogue catalogue;
    private final Wording wording;

    /** In those words about that catalogue. */
    public Undecided(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
    }

    /** The lines; returns in the order of the catalogue. */
    public List<String> lines(List<StoredFinding> findings) {
        List<Rule> rules = catalogue.rules();
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
                        f -> wording.kindOfReason(f.finding(), f.period()))
                .entrySet()
                .stream()
                .map(e -> wording.text(
                        "report.findings.undecided.line", e.getValue().size(), e.getKey(), concerned(e.getValue())))
                .toList();
    }

    private String concerned(List<StoredFinding> findings) {
        return grouped(findings, f -> Terms.shortLabel(catalogue, wording, f.form(), f.period())).entrySet().stream()
                .map(e -> wording.text(
                                "report.findings.undecided.return",
                                e.getKey(),
                                e.getValue().size())
                        .strip())
                .collect(Collectors.joining(wording.text("list.separator")));
    }

    private static Map<String, List<StoredFinding>> grouped(
            List<StoredFinding> findings, Function<StoredFinding, String> by) {
        return findings.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
