package org.huizong.publish.workbook;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Indicator;
import org.huizong.publish.chart.BarChart;
import org.huizong.publish.chart.Frame;
import org.huizong.publish.narrative.Fields;
import org.huizong.publish.narrative.Terms;

/**
 * How the first two indicators that bring fields together went month by month, inspections and what they corrected; if
 * there are none, the first of all.
 */
final class CourseChart implements Chart {
    private static final int LINES = 2;
    private static final List<String> COLOURS = List.of(BarChart.DARK, BarChart.LIGHT);

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final Map<YearMonth, MonthlyTrend.Part> months;
    private final List<Indicator> shown;
    private int first;

    CourseChart(Book book, Page page) {
        this.book = book;
        this.terms = book.terms();
        this.page = page;
        this.months = terms.consolidation().course().months();
        List<IndicatorFigures> across = Fields.across(terms);
        this.shown = (across.isEmpty()
                        ? terms.consolidation().indicators().stream().limit(1)
                        : across.stream())
                .map(IndicatorFigures::indicator)
                .limit(LINES)
                .toList();
    }

    /** One month alone makes no course. */
    @Override
    public boolean hasAnything() {
        return months.values().stream()
                        .filter(part -> shown.stream()
                                .anyMatch(i -> part.total(i.code()).value().isPresent()))
                        .count()
                > 1;
    }

    @Override
    public int write(int top) {
        page.height(top, HEAD);
        page.texts(top, 0, Look.HEAD, terms.text("report.charts.month"), "");
        for (int i = 0; i < shown.size(); i++) {
            page.text(top, 2 + i, label(shown.get(i)), Look.HEAD);
        }
        first = top + 1;
        int row = first;
        for (Map.Entry<YearMonth, MonthlyTrend.Part> month : months.entrySet()) {
            page.text(
                    row,
                    0,
                    Chart.partly(
                            terms,
                            terms.text(
                                    "report.charts.month.short", month.getKey().getMonthValue()),
                            shown.stream()
                                    .map(i -> month.getValue().total(i.code()))
                                    .toList()),
                    Look.CELL);
            page.blank(row, 1, Look.CELL);
            for (int i = 0; i < shown.size(); i++) {
                Indicator indicator = shown.get(i);
                page.figure(row, 2 + i, month.getValue().total(indicator.code()), indicator.decimals(), Look.NUMBER);
            }
            row++;
        }
        return row;
    }

    private String label(Indicator indicator) {
        return terms.text(
                "report.charts.series",
                terms.wording().label(indicator),
                terms.wording().measure(indicator.measure()));
    }

    @Override
    public void draw(XSSFSheet onto, Frame place) {
        List<BarChart.Series> series = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String code = shown.get(i).code();
            series.add(new BarChart.Series(
                    label(shown.get(i)),
                    Chart.values(book, first, 2 + i, months.size()),
                    COLOURS.get(i),
                    Chart.partial(
                            months.values().stream().map(m -> m.total(code)).toList())));
        }
        new BarChart(
                        onto,
                        place,
                        terms.text("report.charts.course", terms.period().last().getYear()))
                .columns(Chart.labels(book, first, months.size()), series);
    }
}
