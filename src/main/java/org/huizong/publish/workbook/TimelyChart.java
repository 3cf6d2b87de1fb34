package org.huizong.publish.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.catalogue.UnitKind;
import org.huizong.publish.chart.BarChart;
import org.huizong.publish.chart.Frame;
import org.huizong.publish.narrative.Standings;
import org.huizong.publish.narrative.Terms;

/** Who reports in time: returns by kind of unit. */
final class TimelyChart implements Chart {
    private final Book book;
    private final Terms terms;
    private final Page page;
    private final Map<UnitKind, Standings> kinds;
    private int first;

    TimelyChart(Book book, Page page) {
        this.book = book;
        this.terms = book.terms();
        this.page = page;
        this.kinds = byKind(terms);
    }

    private static Map<UnitKind, Standings> byKind(Terms terms) {
        Map<UnitKind, Standings> kinds = new LinkedHashMap<>();
        for (UnitKind kind : UnitKind.values()) {
            var all = terms.catalogue().units().stream()
                    .filter(u -> u.kind() == kind)
                    .flatMap(u -> terms.states().of(u.code()).all().stream())
                    .toList();
            if (!all.isEmpty()) {
                kinds.put(kind, new Standings(all));
            }
        }
        return kinds;
    }

    @Override
    public boolean hasAnything() {
        return !kinds.isEmpty();
    }

    @Override
    public int write(int top) {
        page.height(top, HEAD);
        page.texts(
                top,
                0,
                Look.HEAD,
                terms.text("report.charts.kind"),
                "",
                terms.text("report.state.intime"),
                terms.text("report.state.late"),
                terms.text("report.charts.open"));
        first = top + 1;
        int row = first;
        for (Map.Entry<UnitKind, Standings> kind : kinds.entrySet()) {
            Standings all = kind.getValue();
            page.text(row, 0, terms.text("report.kind." + kind.getKey().name().toLowerCase(Locale.ROOT)), Look.CELL);
            page.blank(row, 1, Look.CELL);
            page.count(row, 2, all.inTime(), Look.NUMBER);
            page.count(row, 3, all.late(), Look.NUMBER);
            page.count(row++, 4, (long) all.owed() - all.counted(), Look.NUMBER);
        }
        return row;
    }

    @Override
    public void draw(XSSFSheet onto, Frame place) {
        new BarChart(onto, place, terms.text("report.charts.timely"))
                .stacked(
                        Chart.labels(book, first, kinds.size()),
                        List.of(
                                series("report.state.intime", 2, BarChart.DARK),
                                series("report.state.late", 3, BarChart.LIGHT),
                                series("report.charts.open", 4, BarChart.WHITE)));
    }

    private BarChart.Series series(String key, int column, String colour) {
        return new BarChart.Series(terms.text(key), Chart.values(book, first, column, kinds.size()), colour);
    }
}
