package org.huizong.publish.workbook;

import java.util.List;
import org.huizong.publish.narrative.Pillars;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.Listing;
import org.huizong.publish.table.PillarList;

/** 五落实三到位: whether the work stands, a unit a row, with what lacks in words and in colour. */
final class PillarPage {
    private static final int GROUP_ROW = 2;
    /** With more units the type would be too small to read. */
    private static final int MOST_ON_A_PAGE = 40;

    private final Terms terms;
    private final Page page;
    private final Pillars pillars;

    PillarPage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.PILLARS);
        this.pillars = new Pillars(terms);
    }

    void write() {
        Listing<Pillars.Row> list = PillarList.of(terms, pillars);
        int last = list.columns().size() - 1;
        page.widthsOf(list);
        page.title(0, last, terms.text("report.pillars.title"));
        page.wide(1, 0, last, terms.text("report.pillars.note", terms.wording().period(terms.period())), Look.NOTE);
        groups(last);
        page.heads(GROUP_ROW + 1, list);
        int row = GROUP_ROW + 2;
        for (Pillars.Row one : pillars.rows()) {
            page.row(row++, list, one);
        }
        page.sheet().createFreezePane(1, GROUP_ROW + 2);
        if (pillars.rows().size() <= MOST_ON_A_PAGE) {
            page.printOnOnePage(true, last, row - 1);
        } else {
            page.print(true, GROUP_ROW + 1);
        }
        page.done();
    }

    /** What columns beside each other belong to, over their heads. */
    private void groups(int last) {
        for (int column = 0; column <= last; column++) {
            page.text(GROUP_ROW, column, "", Look.HEAD);
        }
        List<Pillars.Column> columns = pillars.columns();
        int first = 0;
        for (int i = 1; i <= columns.size(); i++) {
            if (i == columns.size()
                    || !columns.get(i).group().equals(columns.get(first).group())) {
                page.text(
                        GROUP_ROW,
                        PillarList.FIRST_PILLAR + first,
                        columns.get(first).group(),
                        Look.HEAD);
                page.merge(GROUP_ROW, PillarList.FIRST_PILLAR + first, PillarList.FIRST_PILLAR + i - 1);
                first = i;
            }
        }
    }
}
