package org.huizong.publish.workbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.aggregation.Figure;
import org.huizong.publish.chart.BarChart;
import org.huizong.publish.chart.Frame;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.jspecify.annotations.Nullable;

/** A chart of 首页 and the small table it draws. */
interface Chart {
    /** Height of a table's head. */
    double HEAD = 33;

    /** Whether there is anything to draw: nobody is shown an empty chart. */
    boolean hasAnything();

    /** Writes the table from a row on; the row after it. */
    int write(int row);

    /** Draws it, once the table is there. */
    void draw(XSSFSheet onto, Frame place);

    /** A label with how much of what was owed is in the figures drawn beside it, if that is not all: 3月 11/12. */
    static String partly(Terms terms, String label, List<Figure> figures) {
        List<String> counted = figures.stream()
                .filter(f -> f.counted() < f.owed())
                .map(f -> f.counted() + "/" + f.owed())
                .distinct()
                .toList();
        return counted.isEmpty() ? label : label + ' ' + terms.list(counted);
    }

    /** The places of figures that do not hold all that was owed. */
    static Set<Integer> partial(List<Figure> figures) {
        return IntStream.range(0, figures.size())
                .filter(i -> figures.get(i).isPartial())
                .boxed()
                .collect(Collectors.toSet());
    }

    /** The labels of a table of 主要指标, in its first column. */
    static BarChart.Column<String> labels(Book book, int row, int rows) {
        return texts(book, SheetKey.INDICATORS, new CellRangeAddress(row, row + rows - 1, 0, 0));
    }

    /** The numbers in a column of a table of 主要指标. */
    static BarChart.Column<@Nullable Double> values(Book book, int row, int column, int rows) {
        return numbers(book, SheetKey.INDICATORS, new CellRangeAddress(row, row + rows - 1, column, column));
    }

    /** The texts of a part of a column or row. */
    static BarChart.Column<String> texts(Book book, String key, CellRangeAddress part) {
        return new BarChart.Column<>(where(book, key, part), book.grid().texts(book.index(key), part));
    }

    /** The numbers of a part of a column or row. */
    static BarChart.Column<@Nullable Double> numbers(Book book, String key, CellRangeAddress part) {
        return new BarChart.Column<>(where(book, key, part), book.grid().numbers(book.index(key), part));
    }

    private static String where(Book book, String key, CellRangeAddress part) {
        return part.formatAsString(book.name(key).orElseThrow(), true);
    }
}
