package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huizong.catalogue.Return;
import org.huizong.publish.narrative.Ledger;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Tally;
import org.huizong.publish.narrative.Terms;

/** The records of a register counted for the leaders: petitions by the leader in charge, open, overdue, by satisfaction. */
final class TallyPage {
    private static final int HEAD_ROW = 2;
    private static final int FIRST_ENTRY = 4;

    private final Terms terms;
    private final Page page;
    private final Return register;
    private final Ledger ledger;
    private final Tally tally;

    TallyPage(Book book, Return register, Tally tally, Ledger ledger) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.tally(register));
        this.register = register;
        this.ledger = ledger;
        this.tally = tally;
    }

    void write() {
        List<Tally.Entry> entries = tally.entries();
        int last = FIRST_ENTRY + entries.size() - 1;
        double[] widths = new double[last + 1];
        Arrays.fill(widths, 12);
        widths[0] = 24;
        page.widths(widths);
        String by = terms.wording().label(tally.by()).strip();
        page.title(0, last, terms.text("report.tally.title", terms.wording().label(register), by));
        String period = terms.wording().period(terms.period());
        page.wide(1, 0, last, terms.text("report.tally.note", period, terms.shortLabel(register), by), Look.NOTE);
        List<String> heads = new ArrayList<>(List.of(
                by,
                terms.text("report.tally.records"),
                terms.text("report.tally.open"),
                terms.text("report.tally.overdue")));
        entries.forEach(e -> heads.add(terms.wording().label(e.choice())));
        page.line(HEAD_ROW, Look.HEAD, heads.toArray(String[]::new));
        List<Tally.Line> lines = tally.lines(ledger.of(register));
        int row = HEAD_ROW + 1;
        for (Tally.Line line : lines) {
            String value = line.value().isEmpty() ? terms.text("report.tally.nobody") : line.value();
            line(row++, value, line, Look.CELL, Look.NUMBER);
        }
        line(row, terms.text("report.tally.all"), tally.total(lines), Look.TOTAL_LABEL, Look.TOTAL);
        page.sheet().createFreezePane(1, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        page.done();
    }

    private void line(int row, String label, Tally.Line line, Look text, Look number) {
        page.text(row, 0, label, text);
        page.count(row, 1, line.records(), number);
        page.count(row, 2, line.open(), number);
        page.count(row, 3, line.overdue(), line.overdue() > 0 ? Look.POOR : number);
        for (int i = 0; i < line.entries().size(); i++) {
            page.count(row, FIRST_ENTRY + i, line.entries().get(i), number);
        }
        page.fit(row);
    }
}
