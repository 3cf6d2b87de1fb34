package org.huizong.publish.workbook;

import java.util.List;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Targets;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.TargetList;

/** 目标进度: the targets of the township and of its units, how far the year has come, and those of the year after. */
final class TargetPage {
    private final Terms terms;
    private final Page page;

    TargetPage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.TARGETS);
    }

    void write() {
        List<Targets.Row> rows = Targets.rows(terms);
        int year = terms.period().last().getYear();
        page.write(
                terms.text("report.targets.title", year),
                terms.text("report.targets.note", terms.wording().period(terms.period()), year + 1),
                TargetList.of(terms),
                rows,
                "");
        page.done();
    }
}
