package org.huizong.publish.workbook;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.publish.chart.Frame;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;

/**
 * The charts of 首页, beside each other, and the small tables they draw, which stand below the table of 主要指标: how the
 * main figures went by month, what share each field has, who reports in time. In January, which has no course yet, and of
 * very many units the first says how each indicator changed.
 */
final class Charts {
    /** Where so many charts end across the page: the first shows up to twelve months and needs the most room. */
    private static final List<List<Double>> ENDS =
            List.of(List.of(), List.of(1.0), List.of(0.6, 1.0), List.of(0.46, 0.76, 1.0));

    private final Terms terms;
    private final Page page;
    private final List<Chart> charts;

    Charts(Book book) {
        this.terms = book.terms();
        this.page = Page.live(book, SheetKey.INDICATORS);
        Chart course = new CourseChart(book, page);
        Chart first = course.hasAnything() ? course : new IndexChart(book, page);
        this.charts = Stream.of(first, new ShareChart(book, page), new TimelyChart(book, page))
                .filter(Chart::hasAnything)
                .toList();
    }

    /** Writes the tables from a row on, below what the sheet holds. */
    void write(int top) {
        int row = top;
        page.text(row++, 0, terms.text("report.charts.data"), Look.SECTION);
        for (Chart chart : charts) {
            row = chart.write(row) + 1;
        }
        page.done();
    }

    /** Draws the charts between two rows and over these columns. */
    void draw(XSSFSheet onto, int firstRow, int lastRow, int columns) {
        List<Double> ends = ENDS.get(charts.size());
        double from = 0;
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).draw(onto, new Frame(firstRow, lastRow, columns, from, ends.get(i)));
            from = ends.get(i);
        }
    }
}
