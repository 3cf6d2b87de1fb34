package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Item;
import org.huizong.publish.chart.BarChart;
import org.huizong.publish.chart.Frame;
import org.huizong.publish.narrative.Fields;
import org.huizong.publish.narrative.Terms;

/** What each field has of the first indicator that brings fields together. */
final class ShareChart implements Chart {
    private final Book book;
    private final Terms terms;
    private final Page page;
    private final Optional<IndicatorFigures> whole;
    private final List<Item> parts;
    private int first;

    ShareChart(Book book, Page page) {
        this.book = book;
        this.terms = book.terms();
        this.page = page;
        this.whole = Fields.across(terms).stream()
                .filter(i -> i.now().value().map(BigDecimal::signum).orElse(0) > 0)
                .findFirst();
        this.parts = whole.stream()
                .flatMap(i -> terms.catalogue().formula(i.indicator().formula()).operands().stream())
                .flatMap(o -> terms.catalogue().item(o, terms.period().last()).stream())
                .filter(i -> figure(i).value().isPresent())
                .toList();
    }

    @Override
    public boolean hasAnything() {
        return !parts.isEmpty();
    }

    @Override
    public int write(int top) {
        page.height(top, HEAD);
        page.texts(top, 0, Look.HEAD, terms.text("report.charts.field"), "", title());
        first = top + 1;
        int row = first;
        for (Item item : parts) {
            Figure figure = figure(item);
            String field = terms.catalogue()
                    .form(item.form(), terms.period().months())
                    .map(terms::shortLabel)
                    .orElse(item.form());
            page.text(row, 0, Chart.partly(terms, field, List.of(figure)), Look.CELL);
            page.blank(row, 1, Look.CELL);
            page.figure(row++, 2, figure, item.type().decimals(), Look.NUMBER);
        }
        return row;
    }

    private Figure figure(Item item) {
        return terms.consolidation().total(item.code());
    }

    private String title() {
        return whole.map(i -> terms.text(
                        "report.charts.share",
                        terms.wording().label(i.indicator()),
                        terms.wording().measure(i.indicator().measure())))
                .orElse("");
    }

    @Override
    public void draw(XSSFSheet onto, Frame place) {
        new BarChart(onto, place, title())
                .numbered(
                        Chart.labels(book, first, parts.size()),
                        new BarChart.Series(
                                title(),
                                Chart.values(book, first, 2, parts.size()),
                                BarChart.DARK,
                                Chart.partial(parts.stream().map(this::figure).toList())));
    }
}
