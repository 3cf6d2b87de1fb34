package org.huizong.publish.workbook;

import java.util.Comparator;
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

/** 审核问题: every finding as a sentence with its figures and its place, the gravest first. */
final class FindingPage {
    private static final int HEAD_ROW = 2;

    private final Terms terms;
    private final Page page;

    FindingPage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.FINDINGS);
    }

    void write() {
        List<StoredFinding> findings = terms.publication().findings().stream()
                .sorted(Comparator.comparing((StoredFinding f) -> f.finding().outcome())
                        .thenComparing(f -> f.finding().severity()))
                .toList();
        Listing<StoredFinding> list = FindingList.of(terms);
        page.widthsOf(list);
        int last = list.columns().size() - 1;
        page.wide(0, 0, last, terms.text("report.findings.title"), Look.TITLE);
        page.wide(1, 0, last, counts(findings) + repairs(findings) + baseline(findings), Look.NOTE);
        page.heads(HEAD_ROW, list);
        int row = HEAD_ROW + 1;
        for (StoredFinding finding : findings) {
            page.row(row++, list, finding);
        }
        if (findings.isEmpty()) {
            page.text(row, 0, terms.text("report.findings.none"), Look.PLAIN);
        } else {
            page.filter(HEAD_ROW, row - 1, last);
        }
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
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
