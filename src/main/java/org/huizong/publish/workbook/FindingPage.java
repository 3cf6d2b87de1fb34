package org.huizong.publish.workbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizong.model.Repair;
import org.huizong.model.Severity;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.FindingList;
import org.huizong.publish.table.Listing;
import org.huizong.store.StoredFinding;

/**
 * 审核问题: every finding as a sentence with its figures and its place, what must be done first before the rest. Below it
 * what could not be decided, a line a reason.
 */
final class FindingPage {
    private final Terms terms;
    private final Page page;

    FindingPage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.FINDINGS);
    }

    void write() {
        List<StoredFinding> findings = terms.publication().findings().stream()
                .sorted(StoredFinding.TELLING_ORDER)
                .toList();
        Listing<StoredFinding> list = FindingList.of(terms);
        List<StoredFinding> failed =
                findings.stream().filter(f -> f.finding().hasFailed()).toList();
        int end = page.write(
                terms.text("report.findings.title"),
                counts(findings) + repairs(findings) + baseline(findings),
                list,
                failed,
                terms.text("report.findings.none"));
        // a row apart, or a spreadsheet program would filter the lines with the list
        int row = end + 1;
        for (String line : Undecided.lines(terms, findings)) {
            page.wide(row++, 0, list.columns().size() - 1, line, Look.NOTE);
        }
        page.done();
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
