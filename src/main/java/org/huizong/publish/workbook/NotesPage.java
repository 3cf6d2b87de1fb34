package org.huizong.publish.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Return;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Pace;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.ValueLists;
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

    private final Terms terms;
    private final Page page;
    private int row;

    NotesPage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.NOTES);
    }

    void write() {
        page.widths(26, 12, 40, 11, 44);
        page.title(row++, LAST, terms.text("report.notes.title"));
        page.text(row++, 0, terms.text("report.notes.how"), Look.SECTION);
        int number = 1;
        for (String paragraph : paragraphs()) {
            page.wide(row++, 0, LAST, terms.text("report.notes.item", number++, paragraph), Look.NOTE);
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
        CalendarWords calendar = terms.wording().calendar();
        Period period = terms.period();
        return Stream.of(
                        PARAGRAPHS.stream().map(p -> terms.text("report.notes." + p, Pace.NEAR)),
                        calendar.known().stream(),
                        calendar
                                .unlisted(
                                        period.first().getYear(), period.last().getYear())
                                .stream())
                .flatMap(p -> p)
                .toList();
    }

    private void indicators() {
        page.text(row++, 0, terms.text("report.notes.indicators"), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                terms.text("report.head.indicator"),
                terms.text("report.head.measure"),
                terms.text("report.head.formula"),
                terms.text("report.head.decimals"),
                terms.text("report.head.note"));
        terms.consolidation().indicators().forEach(i -> indicator(i.indicator()));
    }

    private void indicator(Indicator indicator) {
        String formula = terms.catalogue().formula(indicator.formula()).relabelled(terms::words);
        page.line(
                row,
                Look.CELL,
                terms.wording().label(indicator),
                terms.wording().measure(indicator.measure()),
                formula,
                "",
                terms.wording().isChinese() ? indicator.note() : indicator.noteEn());
        page.count(row++, 3, indicator.decimals(), Look.NUMBER);
    }

    /** Where the baseline figures come from, one line for each source and file. */
    private void baseline() {
        Map<List<String>, List<StoredBaseline>> bySource = terms.consolidation().baseline().stream()
                .collect(Collectors.groupingBy(
                        b -> List.of(b.figure().source(), b.file(), day(b)), LinkedHashMap::new, Collectors.toList()));
        if (bySource.isEmpty()) {
            return;
        }
        row++;
        page.text(row++, 0, terms.text("report.notes.baselines", Marks.BASELINE), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                terms.text("report.head.source"),
                terms.text("report.head.figures"),
                terms.text("report.head.period"),
                terms.text("report.head.recorded"),
                terms.text("report.head.file"));
        bySource.forEach((source, figures) -> {
            String periods = terms.list(figures.stream()
                    .map(b -> terms.wording().period(b.figure().period()))
                    .distinct()
                    .toList());
            page.line(row, Look.CELL, source.get(0), "", periods, source.get(2), source.get(1));
            page.count(row++, 1, figures.size(), Look.NUMBER);
        });
    }

    private static String day(StoredBaseline stored) {
        return ValueLists.local(stored.recorded()).substring(0, DAY);
    }

    private void returns() {
        page.text(row++, 0, terms.text("report.notes.returns"), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                terms.text("report.head.return"),
                terms.text("report.head.frequency"),
                terms.text("report.head.duerule"),
                terms.text("report.head.version"),
                terms.text("report.head.issuer"));
        for (FormFigures figures : terms.consolidation().forms()) {
            Return form = figures.form();
            page.line(
                    row++,
                    Look.CELL,
                    terms.wording().label(form),
                    terms.text("report.frequency." + form.frequency().code()),
                    terms.text("report.duerule." + form.frequency().code(), form.dueDay()),
                    form.version(),
                    terms.wording().isChinese() ? form.issuer() : form.issuerEn());
        }
    }
}
