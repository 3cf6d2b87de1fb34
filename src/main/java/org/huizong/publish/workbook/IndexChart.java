package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.model.Frequency;
import org.huizong.publish.chart.BarChart;
import org.huizong.publish.chart.Frame;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Terms;

/**
 * How each indicator changed. They differ by orders of magnitude, so each is drawn against its own base: what it was
 * before is 100.
 */
final class IndexChart implements Chart {
    private static final int MOST = 10;

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final boolean againstYearAgo;
    private final List<IndicatorFigures> compared;
    private int first;

    IndexChart(Book book, Page page) {
        this.book = book;
        this.terms = book.terms();
        this.page = page;
        List<IndicatorFigures> prior = comparable(false);
        this.againstYearAgo = terms.period().frequency() == Frequency.YEAR || prior.isEmpty();
        this.compared = againstYearAgo ? comparable(true) : prior;
    }

    private List<IndicatorFigures> comparable(boolean yearAgo) {
        return terms.consolidation().indicators().stream()
                .filter(i -> comparison(i, yearAgo).difference().isPresent())
                .filter(i -> then(i, yearAgo).signum() > 0)
                .limit(MOST)
                .toList();
    }

    private static Comparison comparison(IndicatorFigures figures, boolean yearAgo) {
        return yearAgo ? figures.againstYearAgo() : figures.againstPrior();
    }

    private static Figure base(IndicatorFigures figures, boolean yearAgo) {
        return yearAgo ? figures.yearAgo() : figures.prior();
    }

    /** Gives what is 100: the earlier figure, or that of the units which both have in common. */
    private static BigDecimal then(IndicatorFigures figures, boolean yearAgo) {
        return comparison(figures, yearAgo)
                .common()
                .map(Comparison.Common::then)
                .or(() -> base(figures, yearAgo).value())
                .orElse(BigDecimal.ZERO);
    }

    @Override
    public boolean hasAnything() {
        return !compared.isEmpty();
    }

    @Override
    public int write(int top) {
        page.height(top, HEAD);
        String base = terms.text("report.charts.base", baseName());
        page.texts(top, 0, Look.HEAD, terms.text("report.head.indicator"), "", base, terms.text("report.charts.now"));
        first = top + 1;
        int row = first;
        for (IndicatorFigures figures : compared) {
            page.text(row, 0, label(figures), Look.CELL);
            page.blank(row, 1, Look.CELL);
            page.count(row, 2, 100, Look.NUMBER);
            page.madeOf(row++, 3, Optional.of(index(figures)), marked(figures), 1, Look.NUMBER);
        }
        return row;
    }

    private String label(IndicatorFigures figures) {
        String label = terms.wording().label(figures.indicator());
        return comparison(figures, againstYearAgo)
                .common()
                .map(c -> label + terms.text("report.charts.common", c.units()))
                .orElseGet(() -> Chart.partly(terms, label, List.of(figures.now())));
    }

    /** What the bars are held against, marked if a baseline is among it. */
    private String baseName() {
        String name = terms.base(againstYearAgo ? "yearago" : "prior");
        boolean marked = compared.stream().map(i -> base(i, againstYearAgo)).anyMatch(Figure::isBaseline);
        return marked ? name + Marks.BASELINE : name;
    }

    private BigDecimal index(IndicatorFigures figures) {
        BigDecimal now = comparison(figures, againstYearAgo)
                .common()
                .map(Comparison.Common::now)
                .or(() -> figures.now().value())
                .orElseThrow();
        return now.movePointRight(2).divide(then(figures, againstYearAgo), MathContext.DECIMAL64);
    }

    /** The figure whose marks an index carries. */
    private Figure marked(IndicatorFigures figures) {
        Figure base = base(figures, againstYearAgo);
        return base.isBaseline() ? base : drawn(figures);
    }

    /** The figure of which a bar is drawn; not owed, and so whole, where the bar is that of the common units. */
    private Figure drawn(IndicatorFigures figures) {
        boolean all = comparison(figures, againstYearAgo).common().isEmpty();
        return all ? figures.now() : Figure.NOT_OWED;
    }

    @Override
    public void draw(XSSFSheet onto, Frame place) {
        String base = baseName();
        List<BarChart.Series> series = List.of(
                new BarChart.Series(base, Chart.values(book, first, 2, compared.size()), BarChart.LIGHT),
                new BarChart.Series(
                        terms.textOfPeriod("report.head.now"),
                        Chart.values(book, first, 3, compared.size()),
                        BarChart.DARK,
                        Chart.partial(compared.stream().map(this::drawn).toList())));
        new BarChart(onto, place, terms.text("report.charts.index", base))
                .beside(Chart.labels(book, first, compared.size()), series, step());
    }

    /** At most five marks on the axis. */
    private double step() {
        BigDecimal most =
                compared.stream().map(this::index).max(BigDecimal::compareTo).orElse(BigDecimal.valueOf(100));
        long step = 50;
        while (most.compareTo(BigDecimal.valueOf(step * 5)) > 0) {
            step *= 2;
        }
        return step;
    }
}
