package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.model.Repair;
import org.huizong.model.Severity;
import org.huizong.model.TellingOrder;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Undecided;
import org.huizong.publish.table.FindingList;
import org.huizong.publish.table.Listing;
import org.huizong.store.StoredFinding;

/**
 * 审核问题: every finding as a sentence with its figures and its place, unit by unit, what must be done first before the
 * rest. Above it who has to do something, below it what could not be decided, a line a reason.
 */
final class FindingPage {
    /** Units that the line of what to do first names. */
    private static final int MOST_NAMED = 10;

    /** Row of the first finding. */
    static final int FIRST_ROW = 3;

    private final Terms terms;
    private final Page page;

    FindingPage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.FINDINGS);
    }

    void write() {
        List<StoredFinding> findings = terms.publication().findings();
        Listing<StoredFinding> list = FindingList.of(terms);
        Map<String, List<StoredFinding>> byUnit = byUnit(findings);
        List<StoredFinding> failed = listed(findings);
        int end = page.write(
                terms.text("report.findings.title"),
                first(byUnit) + counts(findings) + repairs(findings) + baseline(findings),
                list,
                failed,
                terms.text("report.findings.none"));
        // a row apart, or a spreadsheet program would filter the lines with the list
        int row = end + 1;
        for (String line : new Undecided(terms.catalogue(), terms.wording()).lines(findings)) {
            page.wide(row++, 0, list.columns().size() - 1, line, Look.NOTE);
        }
        page.done();
    }

    /** What failed, in the order in which the page lists it. */
    static List<StoredFinding> listed(List<StoredFinding> findings) {
        return byUnit(findings).values().stream().flatMap(List::stream).toList();
    }

    /** What failed, the unit that has the gravest to do first; of each what must be done before what is explained already. */
    private static Map<String, List<StoredFinding>> byUnit(List<StoredFinding> findings) {
        return findings.stream()
                .filter(f -> f.finding().hasFailed())
                .sorted(Comparator.comparing(StoredFinding::finding, TellingOrder.BY_GRAVITY)
                        .thenComparing(f -> f.finding().asks() && !f.isUnexplained())
                        .thenComparing(StoredFinding.TELLING_ORDER))
                .collect(Collectors.groupingBy(StoredFinding::unit, LinkedHashMap::new, Collectors.toList()));
    }

    /** Who has to do something, in a line. */
    private String first(Map<String, List<StoredFinding>> byUnit) {
        List<String> parts = new ArrayList<>();
        add(parts, byUnit, "report.findings.correct", f -> f.finding().sendsBack());
        add(parts, byUnit, "report.findings.explain", StoredFinding::isUnexplained);
        return parts.isEmpty()
                ? ""
                : terms.text(
                        "report.findings.first", String.join(terms.text("report.findings.first.separator"), parts));
    }

    private void add(
            List<String> parts, Map<String, List<StoredFinding>> byUnit, String key, Predicate<StoredFinding> which) {
        List<String> units = new ArrayList<>();
        byUnit.forEach((unit, found) -> {
            long count = found.stream().filter(which).count();
            if (count > 0) {
                String whose = unit.isEmpty() ? terms.text("report.findings.nobody") : terms.label(unit);
                units.add(terms.text("report.findings.unit", whose, count));
            }
        });
        if (!units.isEmpty()) {
            parts.add(terms.text(key, terms.wording().list(units, MOST_NAMED)));
        }
    }

    private String counts(List<StoredFinding> findings) {
        long undecided = findings.stream().filter(f -> !f.finding().hasFailed()).count();
        String failed = terms.text(
                "report.findings.counts",
                count(findings, Severity.ERROR),
                count(findings, Severity.QUERY),
                count(findings, Severity.NOTICE));
        return undecided == 0 ? failed : failed + terms.text("report.findings.undecided", undecided);
    }

    /** How many values were not written as they should be, if any. */
    private String repairs(List<StoredFinding> findings) {
        Map<Repair, Long> counts = findings.stream()
                .flatMap(f -> Repair.of(f.finding()).stream())
                .collect(Collectors.groupingBy(r -> r, Collectors.counting()));
        return counts.isEmpty()
                ? ""
                : terms.text(
                        "report.findings.repairs",
                        counts.getOrDefault(Repair.REPAIRED, 0L),
                        counts.getOrDefault(Repair.DOUBTFUL, 0L),
                        counts.getOrDefault(Repair.REFUSED, 0L));
    }

    /** What the mark means, if any figure bears it. */
    private String baseline(List<StoredFinding> findings) {
        boolean any = findings.stream().anyMatch(f -> f.finding().hasBaseline());
        return any ? terms.text("report.findings.baseline", Marks.BASELINE) : "";
    }

    private static long count(List<StoredFinding> findings, Severity severity) {
        return findings.stream()
                .filter(f -> f.finding().hasFailed() && f.finding().severity() == severity)
                .count();
    }
}
