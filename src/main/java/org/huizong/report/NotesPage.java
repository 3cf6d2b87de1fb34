package org.huizong.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Return;
import org.huizong.model.Period;
import org.huizong.store.StoredBaseline;
import org.huizong.wording.CalendarWords;

/** 口径说明: how the figures are made, what each indicator counts, when returns are due, what a gap means. */
final class NotesPage {
    private static final int LAST = 4;
    /** Length of a date such as 2025-01-31. */
    private static final int DAY = 10;

    private static final List<String> PARAGRAPHS = List.of(
            "time",
            "units",
            "computed",
            "missing",
            "late",
            "comparison",
            "pace",
            "baseline",
            "rounding",
            "checks",
            "sources");

    private final Book book;
    private final Page page;
    private int row;

    NotesPage(Book book) {
        this.book = book;
        this.page = Page.list(book, Book.NOTES);
    }

    void write() {
        page.widths(26, 12, 40, 11, 44);
        page.wide(row++, 0, LAST, book.text("report.notes.title"), Look.TITLE);
        page.text(row++, 0, book.text("report.notes.how"), Look.SECTION);
        int number = 1;
        for (String paragraph : paragraphs()) {
            page.wide(row++, 0, LAST, book.text("report.notes.item", number++, paragraph), Look.NOTE);
        }
        row++;
        indicators();
        row++;
        returns();
        baseline();
        page.print(true, -1);
        page.done();
    }

    private List<String> paragraphs() {
        CalendarWords calendar = book.wording().calendar();
        Period period = book.period();
        return Stream.of(
                        PARAGRAPHS.stream().map(p -> book.text("report.notes." + p, IndicatorPage.NEAR)),
                        calendar.known().stream(),
                        calendar
                                .unlisted(
                                        period.first().getYear(), period.last().getYear())
                                .stream())
                .flatMap(p -> p)
                .toList();
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
        String formula = book.catalogue().formula(indicator.formula()).relabelled(book::words);
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

    /** Where the baseline figures come from, one line for each source and file. */
    private void baseline() {
        Map<List<String>, List<StoredBaseline>> bySource = book.consolidation().baseline().stream()
                .collect(Collectors.groupingBy(
                        b -> List.of(b.figure().source(), b.file(), day(b)), LinkedHashMap::new, Collectors.toList()));
        if (bySource.isEmpty()) {
            return;
        }
        row++;
        page.text(row++, 0, book.text("report.notes.baselines", Marks.BASELINE), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                book.text("report.head.source"),
                book.text("report.head.figures"),
                book.text("report.head.period"),
                book.text("report.head.recorded"),
                book.text("report.head.file"));
        bySource.forEach((source, figures) -> {
            String periods = figures.stream()
                    .map(b -> book.wording().period(b.figure().period()))
                    .distinct()
                    .collect(Collectors.joining(book.text("report.comma")));
            page.line(row, Look.CELL, source.get(0), "", periods, source.get(2), source.get(1));
            page.count(row++, 1, figures.size(), Look.NUMBER);
        });
    }

    private static String day(StoredBaseline stored) {
        return SourcePage.local(stored.recorded()).substring(0, DAY);
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
