package org.huizong.publish.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.assessment.Evidence;
import org.huizong.catalogue.Obligation;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.AssessmentList;
import org.huizong.publish.table.Listing;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;

/**
 * 考核明细: what was taken off from whom, with the return, the file and the cell that it comes from. Each line leads to the
 * first of these on 审核问题, 数据来源 or 报送情况.
 */
final class DeductionPage {
    private static final int HEAD_ROW = 2;

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final Map<StoredFinding, Integer> findings = new HashMap<>();
    private final Map<Long, Integer> submissions = new HashMap<>();
    private final Map<Obligation, Integer> counted = new HashMap<>();

    DeductionPage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.DEDUCTIONS);
        List<StoredFinding> listed = FindingPage.listed(terms.publication().findings());
        for (int i = 0; i < listed.size(); i++) {
            findings.putIfAbsent(listed.get(i), FindingPage.FIRST_ROW + i);
        }
        int row = SourcePage.FIRST_ROW;
        for (StoredSubmission submission : terms.publication().submissions()) {
            submissions.put(submission.id(), row);
            if (submission.disposition().counts()) {
                counted.put(new Obligation(submission.unit(), submission.form(), submission.period()), row);
            }
            row++;
        }
    }

    void write() {
        Listing<AssessmentList.Line> list = AssessmentList.deductions(terms, this::place);
        List<AssessmentList.Line> told = AssessmentList.told(terms);
        int last = list.columns().size() - 1;
        page.widthsOf(list);
        page.title(0, last, terms.text("report.deductions.title"));
        page.wide(1, 0, last, terms.text("report.deductions.note"), Look.NOTE);
        page.heads(HEAD_ROW, list);
        int row = HEAD_ROW + 1;
        for (AssessmentList.Line line : told) {
            page.row(row, list, line);
            int at = row++;
            line.said()
                    .evidence()
                    .flatMap(this::target)
                    .ifPresent(target -> page.lead(
                            at,
                            last,
                            Book.reference(book.name(target.sheet()).orElseThrow(), new CellAddress(target.row(), 0))));
        }
        if (told.isEmpty()) {
            page.text(row, 0, terms.text("report.deductions.none"), Look.PLAIN);
        } else {
            page.filter(HEAD_ROW, row - 1, last);
        }
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        page.done();
    }

    /** A row of a sheet, counted from 0. */
    private record Target(String sheet, int row) {}

    /** How people call the row in which evidence stands; empty if it stands in none. */
    private String place(Evidence evidence) {
        return target(evidence)
                .map(t -> terms.text(
                        "report.deductions.row", book.name(t.sheet()).orElseThrow(), String.valueOf(t.row() + 1)))
                .orElse("");
    }

    /** Where evidence stands in this workbook; empty if it does not. */
    private Optional<Target> target(Evidence evidence) {
        if (evidence instanceof Evidence.OfFinding found) {
            StoredFinding stored = found.stored();
            return Optional.ofNullable(findings.get(stored))
                    .map(row -> new Target(SheetKey.FINDINGS, row))
                    .or(() -> Optional.ofNullable(
                                    counted.get(new Obligation(stored.unit(), stored.form(), stored.period())))
                            .map(row -> new Target(SheetKey.SOURCES, row)));
        }
        if (evidence instanceof Evidence.OfFiling filing) {
            return filing.submission()
                    .flatMap(s -> source(s.id()))
                    .or(() -> Optional.of(new Target(SheetKey.COVERAGE, 0)));
        }
        List<Evidence.Cell> cells = ((Evidence.OfFigure) evidence).cells();
        return cells.isEmpty()
                ? Optional.empty()
                : source(cells.get(cells.size() - 1).submission().id());
    }

    private Optional<Target> source(long submission) {
        return Optional.ofNullable(submissions.get(submission)).map(row -> new Target(SheetKey.SOURCES, row));
    }
}
