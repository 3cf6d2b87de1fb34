package org.huizong.publish.workbook;

import java.util.List;
import org.huizong.model.Period;
import org.huizong.publish.narrative.ChangeText;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.store.Edition;

/** 变更: what differs from the edition before and why, first what each unit's returns changed, then the totals. */
final class ChangePage {
    private static final List<String> HEADS = List.of(
            "unit", "return", "what", "period", "before", "after", "before.todate", "after.todate", "why", "source");
    private static final int BEFORE = HEADS.indexOf("before");
    private static final int TO_DATE = HEADS.indexOf("before.todate");
    private static final int LAST = HEADS.size() - 1;

    private final Terms terms;
    private final Page page;
    private final ChangeText words;
    private int row;

    ChangePage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.CHANGES);
        this.words = new ChangeText(terms.catalogue(), terms.wording(), terms.period());
    }

    void write() {
        Edition edition = terms.publication().edition();
        List<ChangeText.Row> rows = words.rows(edition.changes());
        page.widths(14, 24, 28, 13, 12, 12, 12, 12, 14, 34);
        page.title(row++, LAST, terms.text("report.changes.title"));
        page.wide(row++, 0, LAST, note(edition, rows.size()), Look.NOTE);
        edition.stale().ifPresent(why -> page.wide(row++, 0, LAST, stale(why), Look.NOTE));
        if (!terms.publication().outdated().isEmpty()) {
            String periods = terms.wording().periods(terms.publication().outdated());
            page.wide(row++, 0, LAST, terms.text("report.changes.outdated", periods), Look.NOTE);
        }
        int head = row++;
        if (!edition.changes().isEmpty()) {
            page.line(
                    head,
                    Look.HEAD,
                    HEADS.stream()
                            .map(h -> terms.text("report.changes.head." + h))
                            .toArray(String[]::new));
            rows.forEach(this::line);
            page.filter(head, row - 1, LAST);
            page.sheet().createFreezePane(0, head + 1);
        }
        page.print(true, head);
        page.done();
    }

    private String note(Edition edition, int rows) {
        if (edition.number() == 1) {
            return terms.text("report.changes.first", edition.asOf());
        }
        return edition.changes().isEmpty()
                ? terms.text("report.changes.none", edition.number(), edition.asOf())
                : terms.text("report.changes.note", edition.number(), edition.asOf(), edition.number() - 1, rows);
    }

    /** Why the edition no longer fits what is on record. */
    String stale(String why) {
        String what = Period.tryParse(why).map(terms.wording()::period).orElse(why);
        return terms.text("report.changes.stale", what);
    }

    private void line(ChangeText.Row words) {
        page.line(
                row,
                Look.CELL,
                words.unit(),
                words.form(),
                words.what(),
                words.span(),
                words.own().before().text(),
                words.own().after().text(),
                words.toDate().before().text(),
                words.toDate().after().text(),
                words.why(),
                words.source());
        number(BEFORE, words.own().before());
        number(BEFORE + 1, words.own().after());
        number(TO_DATE, words.toDate().before());
        number(TO_DATE + 1, words.toDate().after());
        row++;
    }

    private void number(int column, ChangeText.Cell cell) {
        cell.number()
                .ifPresentOrElse(
                        n -> page.number(row, column, n, cell.decimals(), Look.NUMBER),
                        () -> page.text(row, column, cell.text(), Look.CENTRE));
    }
}
