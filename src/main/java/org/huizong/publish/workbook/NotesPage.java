package org.huizong.publish.workbook;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Return;
import org.huizong.model.Period;
import org.huizong.model.ProgramVersion;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Pace;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.ValueLists;
import org.huizong.store.StoredBaseline;
import org.huizong.wording.CalendarWords;

/** 口径说明: how the figures are made, what each indicator counts, when returns are due, what a gap means. */
final class NotesPage {
    /** Points of a row of three lines. */
    private static final double TALLEST = 48;

    /** Points below which no table is begun on a page: its title, its heads and a row. */
    private static final double LEAST = 110;

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
    private final Paper paper;
    private int row;

    NotesPage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.NOTES);
        page.widths(26, 12, 40, 11, 44);
        this.paper = new Paper(page.sheet(), true, page.places(0, LAST));
    }

    void write() {
        page.title(row++, LAST, terms.text("report.notes.title"));
        page.text(row++, 0, terms.text("report.notes.how"), Look.SECTION);
        int number = 1;
        for (String paragraph : paragraphs()) {
            page.wide(row++, 0, LAST, terms.text("report.notes.item", number++, paragraph), Look.NOTE);
        }
        paper.together(0, row - 1);
        indicators();
        returns();
        baseline();
        page.print(paper);
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
                                .stream(),
                        Stream.of(terms.text("report.notes.program", ProgramVersion.TEXT)))
                .flatMap(p -> p)
                .toList();
    }

    private void indicators() {
        table(
                terms.text("report.notes.indicators"),
                List.of("indicator", "measure", "formula", "decimals", "note"),
                terms.consolidation().indicators(),
                i -> indicator(i.indicator()));
    }

    /** A table of its own, whose heads stand again where it goes on on another page. */
    private <T> void table(String title, List<String> heads, Collection<T> all, Consumer<T> line) {
        if (paper.room() < LEAST) {
            paper.newPage(row);
        }
        int first = row++;
        page.text(row++, 0, title, Look.SECTION);
        heads(heads);
        paper.together(first, row - 1);
        for (T one : all) {
            if (paper.room() < TALLEST) {
                paper.newPage(row);
                heads(heads);
                paper.together(row - 1, row - 1);
            }
            line.accept(one);
            paper.together(row - 1, row - 1);
        }
    }

    private void heads(List<String> heads) {
        page.line(
                row++,
                Look.HEAD,
                heads.stream().map(head -> terms.text("report.head." + head)).toArray(String[]::new));
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
        table(
                terms.text("report.notes.baselines", Marks.BASELINE),
                List.of("source", "figures", "period", "recorded", "file"),
                bySource.entrySet(),
                source -> baseline(source.getKey(), source.getValue()));
    }

    private void baseline(List<String> source, List<StoredBaseline> figures) {
        String periods = terms.list(figures.stream()
                .map(b -> terms.wording().period(b.figure().period()))
                .distinct()
                .toList());
        page.line(row, Look.CELL, source.get(0), "", periods, source.get(2), source.get(1));
        page.count(row++, 1, figures.size(), Look.NUMBER);
    }

    private static String day(StoredBaseline stored) {
        return ValueLists.local(stored.recorded()).substring(0, DAY);
    }

    private void returns() {
        table(
                terms.text("report.notes.returns"),
                List.of("return", "frequency", "duerule", "version", "issuer"),
                terms.consolidation().forms(),
                figures -> form(figures.form()));
    }

    private void form(Return form) {
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
