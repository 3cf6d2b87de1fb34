package org.huizong.publish.workbook;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Indicator;
import org.huizong.publish.chart.BarChart;
import org.huizong.publish.chart.Frame;
import org.huizong.publish.narrative.Headlines;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;

/**
 * 各月走势: the headlines of 首页 month by month, as a table and each as a small chart with a scale of its own, on one
 * page. All twelve months have their place from the start, so that one month's page can be laid on another's.
 */
final class TrendPage {
    private static final int HEAD_ROW = 2;
    private static final int FIRST_MONTH = 2;
    private static final int MONTHS = 12;
    private static final int TO_DATE = FIRST_MONTH + MONTHS;
    private static final int ACROSS = 4;
    private static final int CHART_ROWS = 8;

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final MonthlyTrend course;
    private final List<Indicator> headlines;

    TrendPage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.live(book, SheetKey.TRENDS);
        this.course = terms.consolidation().course();
        this.headlines = headlines(terms);
    }

    /** One month alone makes no course. */
    static boolean hasAnything(Terms terms) {
        List<Indicator> headlines = headlines(terms);
        return terms.consolidation().course().months().values().stream()
                        .filter(m -> headlines.stream()
                                .anyMatch(i -> m.total(i.code()).value().isPresent()))
                        .count()
                > 1;
    }

    private static List<Indicator> headlines(Terms terms) {
        return Headlines.of(terms).stream().map(IndicatorFigures::indicator).toList();
    }

    void write() {
        double[] widths = new double[TO_DATE + 1];
        Arrays.fill(widths, 9);
        widths[0] = 22;
        widths[1] = 9;
        widths[TO_DATE] = 11;
        page.widths(widths);
        int year = terms.period().last().getYear();
        page.title(0, TO_DATE, terms.text("report.trends.title", year));
        page.wide(1, 0, TO_DATE, terms.text("report.trends.note"), Look.SUBTITLE);
        List<String> heads =
                new ArrayList<>(List.of(terms.text("report.head.indicator"), terms.text("report.head.measure")));
        IntStream.rangeClosed(1, MONTHS).forEach(m -> heads.add(terms.text("report.charts.month.short", m)));
        heads.add(terms.text("report.head.yeartodate"));
        page.line(HEAD_ROW, Look.HEAD, heads.toArray(String[]::new));
        int row = HEAD_ROW + 1;
        for (Indicator indicator : headlines) {
            line(row++, indicator);
        }
        Optional<String> marks = new Marks(terms).note(headlines.stream().flatMap(this::shown));
        if (marks.isPresent()) {
            page.wide(row++, 0, TO_DATE, marks.get(), Look.NOTE);
        }
        page.printOnOnePage(true, TO_DATE, charts(row + 1));
        book.pages(SheetKey.TRENDS, 1);
        page.done();
    }

    private Stream<Figure> shown(Indicator indicator) {
        return Stream.concat(
                course.months().values().stream().map(m -> m.total(indicator.code())),
                Stream.of(course.toDate().total(indicator.code())));
    }

    private void line(int row, Indicator indicator) {
        page.text(row, 0, terms.wording().label(indicator), Look.CELL);
        page.text(row, 1, terms.wording().measure(indicator.measure()), Look.CENTRE);
        for (int column = FIRST_MONTH; column < TO_DATE; column++) {
            page.blank(row, column, Look.NUMBER);
        }
        for (Map.Entry<YearMonth, MonthlyTrend.Part> month : course.months().entrySet()) {
            int column = FIRST_MONTH + month.getKey().getMonthValue() - 1;
            page.figure(row, column, month.getValue().total(indicator.code()), indicator.decimals(), Look.NUMBER);
        }
        page.figure(row, TO_DATE, course.toDate().total(indicator.code()), indicator.decimals(), Look.TOTAL);
        page.fit(row);
    }

    /** The charts from a row on; the row behind them. */
    private int charts(int top) {
        for (int i = 0; i < headlines.size(); i++) {
            int first = top + i / ACROSS * CHART_ROWS;
            double from = (double) (i % ACROSS) / ACROSS;
            chart(i, new Frame(first, first + CHART_ROWS, TO_DATE + 1, from, from + 1.0 / ACROSS));
        }
        int rows = (headlines.size() + ACROSS - 1) / ACROSS * CHART_ROWS;
        IntStream.range(top, top + rows).forEach(row -> page.height(row, 18));
        return top + rows;
    }

    private void chart(int number, Frame place) {
        Indicator indicator = headlines.get(number);
        int row = HEAD_ROW + 1 + number;
        String title = terms.text(
                "report.charts.series",
                terms.wording().label(indicator),
                terms.wording().measure(indicator.measure()));
        List<Figure> figures = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(m -> YearMonth.of(terms.period().last().getYear(), m))
                .map(m -> Optional.ofNullable(course.months().get(m))
                        .map(part -> part.total(indicator.code()))
                        .orElse(Figure.NOT_OWED))
                .toList();
        new BarChart(book.workbook().getSheetAt(book.index(SheetKey.TRENDS)), place, title)
                .small(
                        Chart.texts(book, SheetKey.TRENDS, months(HEAD_ROW)),
                        new BarChart.Series(
                                title,
                                Chart.numbers(book, SheetKey.TRENDS, months(row)),
                                BarChart.DARK,
                                Chart.partial(figures)));
    }

    private static CellRangeAddress months(int row) {
        return new CellRangeAddress(row, row, FIRST_MONTH, TO_DATE - 1);
    }
}
