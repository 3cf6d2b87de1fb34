package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.model.Frequency;
import org.huizong.publish.narrative.Arrows;
import org.huizong.publish.narrative.Attention;
import org.huizong.publish.narrative.BriefingText;
import org.huizong.publish.narrative.Headlines;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Remarks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Verdict;
import org.huizong.store.Edition;

/** 首页: what a leader reads in a minute: verdict, a few sentences, headline figures, charts, what needs attention, contents. */
final class FrontPage {
    private static final int LAST = 5;
    private static final int CHART_ROWS = 14;
    /** The sheets behind this one that leaders print, in the order in which they stand. */
    private static final List<String> LEADERS =
            List.of(SheetKey.INDICATORS, SheetKey.TRENDS, SheetKey.DEPARTMENTS, SheetKey.VILLAGES);

    private static final int LEADERS_PAGES = 5;

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final Remarks remarks;
    private final Arrows arrows;
    private int row;

    FrontPage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.live(book, SheetKey.FRONT);
        this.remarks = new Remarks(terms);
        this.arrows = new Arrows(terms);
    }

    void write(Charts charts) {
        Edition edition = terms.publication().edition();
        page.widths(25, 12, 14, 17, 17, 14);
        page.wide(row++, 0, LAST, terms.title(), Look.TITLE);
        page.wide(
                row++,
                0,
                LAST,
                terms.text(
                        "report.front.edition",
                        terms.wording().period(terms.period()),
                        edition.number(),
                        terms.consolidation().asOf()),
                Look.SUBTITLE);
        Verdict verdict = new Verdict(terms);
        page.wide(row++, 0, LAST, terms.text("report.front.signed", terms.office()), Look.NOTE);
        page.wide(row++, 0, LAST, verdict.counts(), Look.VERDICT);
        page.wide(row++, 0, LAST, verdict.completeness(), Look.NOTE);
        page.height(row++, 6);
        brief();
        headlines();
        charts(charts);
        attention();
        contents();
        page.printOnOnePage(false, LAST, row - 1);
        page.sheet().setDisplayGridlines(false);
        book.workbook().setActiveSheet(book.index(SheetKey.FRONT));
        page.done();
    }

    private void brief() {
        page.text(row++, 0, terms.textOfPeriod("report.front.brief"), Look.SECTION);
        // one cell, because room that is kept for a wider type would else stand empty between the sentences
        page.wide(row++, 0, LAST, String.join("\n", new BriefingText(terms).all()), Look.SPOKEN);
        page.height(row++, 6);
    }

    private void headlines() {
        page.text(row++, 0, terms.text("report.front.headlines"), Look.SECTION);
        boolean year = terms.period().frequency() == Frequency.YEAR;
        List<String> heads = new ArrayList<>(List.of(
                terms.text("report.head.indicator"),
                terms.text("report.head.measure"),
                terms.textOfPeriod("report.head.now")));
        if (year) {
            heads.add(terms.textOfPeriod("report.head.yearago"));
        } else {
            heads.add(terms.text("report.head.againstprior"));
        }
        heads.add(terms.text("report.head.againstyearago"));
        heads.add(terms.text(
                year ? (hasTargets() ? "report.head.done" : "report.head.countedofowed") : "report.head.yeartodate"));
        page.line(row++, Look.HEAD, heads.toArray(String[]::new));
        for (IndicatorFigures figures : Headlines.of(terms)) {
            headline(row++, figures, year);
        }
        new Marks(terms)
                .note(Headlines.of(terms).stream().flatMap(f -> shown(f, year)))
                .ifPresent(note -> page.wide(row++, 0, LAST, note, Look.NOTE));
    }

    private void headline(int at, IndicatorFigures figures, boolean year) {
        Indicator indicator = figures.indicator();
        int decimals = indicator.decimals();
        Figure now = figures.now();
        String label = terms.wording().label(indicator) + reserve(now);
        page.line(at, Look.CELL, label, terms.wording().measure(indicator.measure()));
        page.height(at, Math.max(20, page.sheet().getRow(at).getHeightInPoints()));
        Optional<String> cell = book.indicator(indicator.code());
        page.formula(at, 2, cell.orElse(""), decimals, Look.TOTAL, indicator.code(), now);
        cell.ifPresent(to -> page.lead(at, 2, to));
        if (year) {
            page.figure(at, 3, figures.yearAgo(), decimals, Look.NUMBER);
        } else {
            page.text(at, 3, arrows.againstPrior(figures), Look.CENTRE);
        }
        page.text(at, 4, arrows.againstYearAgo(figures), Look.CENTRE);
        if (year && hasTargets()) {
            page.madeOf(at, 5, figures.towards().share(), figures.yearToDate(), 1, Look.NUMBER);
        } else if (year) {
            page.text(at, 5, figures.now().counted() + "/" + figures.now().owed(), Look.CENTRE);
        } else {
            page.figure(at, 5, figures.yearToDate(), decimals, Look.NUMBER);
        }
    }

    /** Says what the reader of a headline must know of its figure: （实报1/3，截至2025年2月）. */
    private String reserve(Figure now) {
        List<String> parts = new ArrayList<>();
        if (now.counted() < now.owed()) {
            parts.add(terms.text("report.partial", now.counted(), now.owed()).strip());
        }
        now.asAt().map(remarks::asAt).ifPresent(parts::add);
        return parts.isEmpty() ? "" : terms.text("report.front.asat", terms.list(parts));
    }

    /** The figures that are printed here or stand behind a change that is. */
    private static Stream<Figure> shown(IndicatorFigures f, boolean year) {
        return year
                ? Stream.of(f.now(), f.yearAgo(), f.yearToDate())
                : Stream.of(f.now(), f.prior(), f.yearAgo(), f.yearToDate());
    }

    private boolean hasTargets() {
        return terms.consolidation().indicators().stream()
                .anyMatch(i -> i.target().isPresent());
    }

    private void charts(Charts charts) {
        for (int i = 0; i < CHART_ROWS; i++) {
            page.height(row + i, 20);
        }
        charts.draw(book.workbook().getSheetAt(book.index(SheetKey.FRONT)), row, row + CHART_ROWS, LAST + 1);
        row += CHART_ROWS + 1;
    }

    private void attention() {
        page.text(row++, 0, terms.text("report.front.attention"), Look.SECTION);
        List<Attention> all = Attention.of(terms);
        if (all.isEmpty()) {
            page.wide(row++, 0, LAST, terms.text("report.attention.none"), Look.NOTE);
        }
        int number = 1;
        for (Attention one : all) {
            String sentence = terms.text("report.front.point", number++, one.sentence(terms));
            String sheet = book.name(one.sheet()).orElseThrow();
            page.link(row++, 0, LAST, sentence, target(sheet));
        }
    }

    private void contents() {
        page.height(row++, 6);
        page.text(row++, 0, terms.text("report.front.contents"), Look.SECTION);
        List<String> names = book.sheets().entrySet().stream()
                .filter(e -> !Set.of(SheetKey.FRONT, SheetKey.ROLL_UP).contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        int rows = (names.size() + 2) / 3;
        for (int i = 0; i < names.size(); i++) {
            int column = i / rows * 2;
            page.link(row + i % rows, column, column + 1, names.get(i), target(names.get(i)));
        }
        row += rows;
        print();
    }

    /** Says which pages of paper a leader asks for: the first sheets in order, each of which is one page if it can. */
    private void print() {
        List<String> names = new ArrayList<>(List.of(book.name(SheetKey.FRONT).orElseThrow()));
        int pages = 1;
        for (String key : LEADERS) {
            int more = book.pages(key).orElse(0);
            if (pages + more > LEADERS_PAGES) {
                break;
            }
            if (more > 0) {
                names.add(book.name(key).orElseThrow());
            }
            pages += more;
        }
        page.wide(row++, 0, LAST, terms.text("report.front.print", pages, terms.list(names)), Look.NOTE);
    }

    private static String target(String sheet) {
        return Book.quoted(sheet) + "!A1";
    }
}
