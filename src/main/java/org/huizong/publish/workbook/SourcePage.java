package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import org.huizong.model.Below;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.Listing;
import org.huizong.publish.table.ValueLists;
import org.huizong.store.StoredBaseline;
import org.huizong.store.StoredCount;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;

/** 数据来源: every submission with its file, and every counted value with its cell. */
final class SourcePage {
    /** More values than this are in observations.csv alone. */
    static final int MOST = 20_000;

    private static final int HEAD_ROW = 2;
    /** Row of the first submission. */
    static final int FIRST_ROW = HEAD_ROW + 1;

    /** The last column that is printed; the whole digest stands to the right of it. */
    private static final int LAST_PRINTED = 9;

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final ValueLists lists;
    private int row = HEAD_ROW;

    SourcePage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.SOURCES);
        this.lists = new ValueLists(terms);
    }

    void write() {
        Listing<StoredSubmission> submissions = lists.submissions();
        page.widthsOf(submissions);
        page.title(0, LAST_PRINTED, terms.text("report.sources.title"));
        page.wide(1, 0, LAST_PRINTED, terms.text("report.sources.note"), Look.NOTE);
        page.heads(row++, submissions);
        terms.publication().submissions().forEach(s -> page.row(row++, submissions, s));
        page.filter(HEAD_ROW, row - 1, submissions.columns().size() - 1);
        int last = row - 1;
        baseline();
        measures();
        observations();
        book.workbook().setPrintArea(book.index(SheetKey.SOURCES), 0, LAST_PRINTED, 0, last);
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        page.done();
    }

    /** The figures that stand in for what was never collected: each with the line of its file. */
    private void baseline() {
        List<StoredBaseline> used = terms.consolidation().baseline();
        if (!used.isEmpty()) {
            Listing<StoredBaseline> list = lists.baseline();
            head(list, terms.text("report.sources.baseline", Marks.BASELINE), "");
            used.forEach(b -> page.row(row++, list, b));
        }
    }

    /** Says what registers are counted for: each record with the row that it was counted from. */
    private void measures() {
        List<StoredCount> counts = new ArrayList<>();
        long[] all = {0};
        terms.publication().observations().counts(c -> {
            if (all[0]++ < MOST) {
                counts.add(c);
            }
        });
        if (!counts.isEmpty()) {
            Listing<StoredCount> list = lists.measures();
            String cut = all[0] > MOST ? terms.text("report.sources.measures.cut", all[0], MOST) : "";
            head(list, terms.text("report.sources.measures"), cut);
            counts.forEach(c -> page.row(row++, list, c));
        }
    }

    private void observations() {
        Listing<StoredObservation> list = lists.observations();
        long count = terms.publication().observations().count();
        head(
                list,
                terms.text("report.sources.cells"),
                count > MOST ? terms.text("report.sources.cut", count, MOST) : "");
        if (terms.catalogue().isOfMany() && count > MOST) {
            // what was handed up for the units below would take the place of the returns' own values
            long[] left = {MOST};
            terms.publication().observations().each(o -> {
                if (Below.item(o.observation().item()).isEmpty() && left[0]-- > 0) {
                    page.row(row++, list, o);
                }
            });
        } else {
            terms.publication().observations().first(MOST, o -> page.row(row++, list, o));
        }
    }

    /** Parts a list from what stands above: its title, what it leaves out, if anything, and its heads. */
    private void head(Listing<?> list, String title, String cut) {
        row++;
        page.text(row++, 0, title, Look.SECTION);
        if (!cut.isEmpty()) {
            page.text(row++, 0, cut, Look.PLAIN);
        }
        page.heads(row++, list);
    }
}
