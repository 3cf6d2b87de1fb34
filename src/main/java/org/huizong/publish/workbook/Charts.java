package org.huizong.publish.workbook;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;

/**
 * The charts of 首页, beside each other, and the small tables they draw, which stand below the table of 主要指标: how the
 * main figures went by month, what share each field has, who reports in time. In January, which has no course yet, and of
 * very many units the first says how each indicator changed.
 */
final class Charts {
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
        for (int i = 0; i < charts.size(); i++) {
            int from = columns * i / charts.size();
            int to = columns * (i + 1) / charts.size();
            charts.get(i).draw(onto, new CellRangeAddress(firstRow, lastRow, from, to));
        }
    }
}
