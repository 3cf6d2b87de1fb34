package org.huizong.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizong.catalogue.Rule;
import org.huizong.model.Finding;
import org.huizong.model.Repair;
import org.huizong.model.Severity;
import org.huizong.store.StoredFinding;

/** 审核问题: every finding as a sentence with its figures and its place, the gravest first. */
final class FindingPage {
    private static final int HEAD_ROW = 2;
    private static final int LAST = 10;

    private final Book book;
    private final Page page;

    FindingPage(Book book) {
        this.book = book;
        this.page = Page.list(book, Book.FINDINGS);
    }

    void write() {
        List<StoredFinding> findings = book.publication().findings().stream()
                .sorted(Comparator.comparing((StoredFinding f) -> f.finding().outcome())
                        .thenComparing(f -> f.finding().severity()))
                .toList();
        page.widths(8, 11, 14, 20, 36, 34, 18, 10, 8, 20, 10);
        page.wide(0, 0, LAST, book.text("report.findings.title"), Look.TITLE);
        page.wide(1, 0, LAST, counts(findings) + repairs(findings) + baseline(findings), Look.NOTE);
        page.line(
                HEAD_ROW,
                Look.HEAD,
                book.text("report.head.severity"),
                book.text("report.head.period"),
                book.text("report.head.unit"),
                book.text("report.head.return"),
                book.text("report.head.finding"),
                book.text("report.head.relation"),
                book.text("report.head.file"),
                book.text("report.head.sheet"),
                book.text("report.head.cell"),
                book.text("report.head.explanation"),
                book.text("report.head.rule"));
        int row = HEAD_ROW + 1;
        for (StoredFinding finding : findings) {
            line(row++, finding);
        }
        if (findings.isEmpty()) {
            page.text(row, 0, book.text("report.findings.none"), Look.PLAIN);
        } else {
            page.filter(HEAD_ROW, row - 1, LAST);
        }
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        page.done();
    }

    private String counts(List<StoredFinding> findings) {
        long undecided = findings.stream().filter(f -> !f.finding().hasFailed()).count();
        String failed = book.text(
                "report.findings.counts",
                count(findings, Severity.ERROR),
                count(findings, Severity.QUERY),
                count(findings, Severity.NOTICE));
        return undecided == 0 ? failed : failed + book.text("report.findings.undecided", undecided);
    }

    /** How many values were not written as they should be, if any. */
    private String repairs(List<StoredFinding> findings) {
        Map<Repair, Long> counts = findings.stream()
                .flatMap(f -> Repair.of(f.finding()).stream())
                .collect(Collectors.groupingBy(r -> r, Collectors.counting()));
        return counts.isEmpty()
                ? ""
                : book.text(
                        "report.findings.repairs",
                        counts.getOrDefault(Repair.REPAIRED, 0L),
                        counts.getOrDefault(Repair.DOUBTFUL, 0L),
                        counts.getOrDefault(Repair.REFUSED, 0L));
    }

    /** What the mark means, if any figure bears it. */
    private String baseline(List<StoredFinding> findings) {
        boolean any = findings.stream().anyMatch(f -> f.finding().hasBaseline());
        return any ? book.text("report.findings.baseline", Marks.BASELINE) : "";
    }

    private static long count(List<StoredFinding> findings, Severity severity) {
        return findings.stream()
                .filter(f -> f.finding().hasFailed() && f.finding().severity() == severity)
                .count();
    }

    private String form(StoredFinding stored) {
        return book.catalogue()
                .form(stored.form(), stored.period().last())
                .map(book::shortLabel)
                .orElse(stored.form());
    }

    private void line(int row, StoredFinding stored) {
        Finding finding = stored.finding();
        page.line(
                row,
                Look.CELL,
                book.text(
                        finding.hasFailed()
                                ? "report.severity." + finding.severity().code()
                                : "report.severity.undecided"),
                book.wording().period(stored.period()),
                book.label(stored.unit()),
                form(stored),
                book.wording().sentence(finding, stored.period()),
                book.wording().relation(finding, stored.period()),
                finding.where().file(),
                finding.where().sheet(),
                finding.where().cell(),
                stored.explanation(),
                book.catalogue().rules().stream()
                        .map(Rule::id)
                        .filter(finding.rule()::equals)
                        .findFirst()
                        .orElse(""));
        if (finding.sendsBack()) {
            page.text(row, 0, book.text("report.severity.error"), Look.POOR);
        }
    }
}
