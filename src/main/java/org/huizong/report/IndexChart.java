package org.huizong.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.consolidation.Comparison;
import org.huizong.consolidation.Figure;
import org.huizong.consolidation.IndicatorFigures;
import org.huizong.period.Frequency;

/**
 * How each indicator changed. They differ by orders of magnitude, so each is drawn against its own base: what it was
 * before is 100.
 */
final class IndexChart implements Chart {
    private static final int MOST = 10;

    private final Book book;
    private final Page page;
    private final boolean againstYearAgo;
    private final List<IndicatorFigures> compared;
    private int first;

    IndexChart(Book book, Page page) {
        this.book = book;
        this.page = page;
        List<IndicatorFigures> prior = comparable(false);
        this.againstYearAgo = book.period().frequency() == Frequency.YEAR || prior.isEmpty();
        this.compared = againstYearAgo ? comparable(true) : prior;
    }

    private List<IndicatorFigures> comparable(boolean yearAgo) {
        return book.consolidation().indicators().stream()
                .filter(i -> isComparable(yearAgo ? i.againstYearAgo() : i.againstPrior()))
                .filter(i -> base(i, yearAgo).value().map(b -> b.signum() > 0).orElse(false))
                .limit(MOST)
                .toList();
    }

    private static boolean isComparable(Comparison comparison) {
        return comparison.difference().isPresent();
    }

    private static Figure base(IndicatorFigures figures, boolean yearAgo) {
        return yearAgo ? figures.yearAgo() : figures.prior();
    }

    @Override
    public boolean hasAnything() {
        return !compared.isEmpty();
    }

    @Override
    public int write(int top) {
        page.height(top, HEAD);
        String base = book.text("report.charts.base", baseName());
        page.texts(top, 0, Look.HEAD, book.text("report.head.indicator"), "", base, book.text("report.charts.now"));
        first = top + 1;
        int row = first;
        for (IndicatorFigures figures : compared) {
            page.text(row, 0, book.wording().label(figures.indicator()), Look.CELL);
            page.blank(row, 1, Look.CELL);
            page.count(row, 2, 100, Look.NUMBER);
            page.madeOf(row++, 3, Optional.of(index(figures)), base(figures, againstYearAgo), 1, Look.NUMBER);
        }
        return row;
    }

    /** What the bars are held against, marked if a baseline is among it. */
    private String baseName() {
        String name = book.base(againstYearAgo ? "yearago" : "prior");
        boolean marked = compared.stream().map(i -> base(i, againstYearAgo)).anyMatch(Figure::isBaseline);
        return marked ? name + Marks.MARK : name;
    }

    private BigDecimal index(IndicatorFigures figures) {
        BigDecimal base = base(figures, againstYearAgo).value().orElseThrow();
        return figures.now().value().orElseThrow().movePointRight(2).divide(base, MathContext.DECIMAL64);
    }

    @Override
    public void draw(XSSFSheet onto, CellRangeAddress place) {
        String base = baseName();
        List<BarChart.Series> series = List.of(
                new BarChart.Series(base, Chart.column(first, 2, compared.size()), BarChart.LIGHT),
                new BarChart.Series(
                        book.textOfPeriod("report.head.now"), Chart.column(first, 3, compared.size()), BarChart.DARK));
        new BarChart(onto, place, book.text("report.charts.index", base))
                .beside(book.sheet(Book.INDICATORS), Chart.column(first, 0, compared.size()), series, step());
    }

    /** At most five marks on the axis. */
    private double step() {
        double most = compared.stream()
                .map(this::index)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(100);
        double step = 50;
        while (most > step * 5) {
            step *= 2;
        }
        return step;
    }
}
