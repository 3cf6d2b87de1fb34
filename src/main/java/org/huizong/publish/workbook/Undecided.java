package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Rule;
import org.huizong.publish.narrative.Terms;
import org.huizong.store.StoredFinding;

/** What could not be decided, a line a reason: how many findings, of which returns and rules. */
final class Undecided {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)(\\d{1,9})");

    private final Terms terms;

    private Undecided(Terms terms) {
        this.terms = terms;
    }

    /** The lines; returns and rules in the order of the catalogue. */
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
                .map(e -> (e.getKey() + ' ' + rules(e.getValue())).strip())
                .collect(Collectors.joining(terms.text("report.findings.undecided.separator")));
    }

    private static Map<String, List<StoredFinding>> grouped(
            List<StoredFinding> findings, Function<StoredFinding, String> by) {
        return findings.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    /** The rules, three and more that follow each other as a range. */
    private String rules(List<StoredFinding> findings) {
        List<String> ids =
                findings.stream().map(f -> f.finding().rule()).distinct().toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < ids.size(); ) {
            int end = i;
            while (end + 1 < ids.size() && follows(ids.get(end), ids.get(end + 1))) {
                end++;
            }
            if (end - i >= 2) {
                parts.add(terms.text("report.findings.undecided.range", ids.get(i), ids.get(end)));
            } else {
                parts.addAll(ids.subList(i, end + 1));
            }
            i = end + 1;
        }
        return terms.list(parts);
    }

    private static boolean follows(String one, String next) {
        Matcher first = NUMBERED.matcher(one);
        Matcher second = NUMBERED.matcher(next);
        return first.matches()
                && second.matches()
                && first.group(1).equals(second.group(1))
                && Integer.parseInt(first.group(2)) + 1 == Integer.parseInt(second.group(2));
    }
}
