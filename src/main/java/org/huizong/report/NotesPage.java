package org.huizong.report;

import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Return;
import org.huizong.consolidation.FormFigures;
import org.huizong.formula.Formula;

/** 口径说明: how the figures are made, what each indicator counts, when returns are due, what a gap means. */
final class NotesPage {
    private static final int LAST = 4;
    private static final List<String> PARAGRAPHS =
            List.of("time", "units", "computed", "missing", "late", "comparison", "rounding", "checks", "sources");

    private final Book book;
    private final Page page;
    private int row;

    NotesPage(Book book, Sheet sheet) {
        this.book = book;
        this.page = new Page(book, sheet);
    }

    void write() {
        page.widths(26, 12, 40, 10, 44);
        page.wide(row++, 0, LAST, book.text("report.notes.title"), Look.TITLE);
        page.text(row++, 0, book.text("report.notes.how"), Look.SECTION);
        int number = 1;
        for (String paragraph : PARAGRAPHS) {
            page.wide(
                    row++,
                    0,
                    LAST,
                    book.text("report.notes.item", number++, book.text("report.notes." + paragraph)),
                    Look.NOTE);
        }
        row++;
        indicators();
        row++;
        returns();
        page.print(true, -1);
    }

    private void indicators() {
        page.text(row++, 0, book.text("report.notes.indicators"), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                book.text("report.head.indicator"),
                book.text("report.head.measure"),
                book.text("report.head.formula"),
                book.text("report.head.decimals"),
                book.text("report.head.note"));
        book.consolidation().indicators().forEach(i -> indicator(i.indicator()));
    }

    private void indicator(Indicator indicator) {
        String formula = Formula.parse(indicator.formula()).render(this::item);
        page.line(
                row,
                Look.CELL,
                book.wording().label(indicator),
                book.wording().measure(indicator.measure()),
                formula,
                "",
                book.wording().isChinese() ? indicator.note() : indicator.noteEn());
        page.count(row++, 3, indicator.decimals(), Look.NUMBER);
    }

    private String item(String code) {
        String form = book.catalogue()
                .item(code)
                .flatMap(i -> book.catalogue().form(i.form(), book.period().last()))
                .map(book::shortLabel)
                .orElse("");
        return book.text("report.notes.operand", form, book.label(code).strip());
    }

    private void returns() {
        page.text(row++, 0, book.text("report.notes.returns"), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                book.text("report.head.return"),
                book.text("report.head.frequency"),
                book.text("report.head.duerule"),
                book.text("report.head.version"),
                book.text("report.head.issuer"));
        for (FormFigures figures : book.consolidation().forms()) {
            Return form = figures.form();
            page.line(
                    row++,
                    Look.CELL,
                    book.wording().label(form),
                    book.text("report.frequency." + form.frequency().code()),
                    book.text("report.duerule." + form.frequency().code(), form.dueDay()),
                    form.version(),
                    book.wording().isChinese() ? form.issuer() : form.issuerEn());
        }
    }
}
