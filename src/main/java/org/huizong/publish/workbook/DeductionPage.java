package org.huizong.publish.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.assessment.Evidence;
import org.huizong.assessment.Score;
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
        Listing<Score> list = AssessmentList.of(terms);
        List<Score> told = AssessmentList.told(terms);
        int last = list.columns().size() - 1;
        page.widthsOf(list);
        page.title(0, last, terms.text("report.deductions.title"));
        page.wide(1, 0, last, terms.text("report.deductions.note"), Look.NOTE);
        page.heads(HEAD_ROW, list);
        int row = HEAD_ROW + 1;
        for (Score score : told) {
            page.row(row, list, score);
            int at = row++;
            score.deductions().stream()
                    .findFirst()
                    .flatMap(d -> target(score.unit(), d.evidence()))
                    .ifPresent(target -> page.lead(at, last, target));
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

    /** Where the evidence stands in this workbook; empty if it does not. */
    private Optional<String> target(String unit, Evidence evidence) {
        if (evidence instanceof Evidence.OfFinding found) {
            StoredFinding stored = found.stored();
            return Optional.ofNullable(findings.get(stored))
                    .flatMap(row -> cell(SheetKey.FINDINGS, row))
                    .or(() -> source(new Obligation(unit, stored.form(), stored.period())));
        }
        if (evidence instanceof Evidence.OfFiling filing) {
            return filing.submission()
                    .flatMap(s -> Optional.ofNullable(submissions.get(s.id())))
                    .flatMap(row -> cell(SheetKey.SOURCES, row))
                    .or(() -> cell(SheetKey.COVERAGE, 0));
        }
        List<Evidence.Cell> cells = ((Evidence.OfFigure) evidence).cells();
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(submissions.get(
                                cells.get(cells.size() - 1).submission().id()))
                        .flatMap(row -> cell(SheetKey.SOURCES, row));
    }

    private Optional<String> source(Obligation owed) {
        return Optional.ofNullable(counted.get(owed)).flatMap(row -> cell(SheetKey.SOURCES, row));
    }

    private Optional<String> cell(String sheet, int row) {
        return book.name(sheet).map(name -> Book.reference(name, new CellAddress(row, 0)));
    }
}
