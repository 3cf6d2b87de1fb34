package org.huizong.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.catalogue.UnitKind;
import org.huizong.consolidation.Comparison;
import org.huizong.consolidation.Figure;
import org.huizong.consolidation.IndicatorFigures;
import org.huizong.layout.Address;
import org.huizong.period.Frequency;

/**
 * The two charts of 首页, and the small tables they draw, which stand below the table of 主要指标.
 *
 * <p>Indicators differ by orders of magnitude, so each is drawn against its own base: what it was before is 100.
 */
final class Charts {
    private static final int MOST = 10;
    private static final double HEAD = 33;

    private final Book book;
    private final Page page;
    private final boolean againstYearAgo;
    private final List<IndicatorFigures> compared;
    private int indexRow;
    private int timelyRow;
    private int kinds;

    Charts(Book book) {
        this.book = book;
        this.page = new Page(book, book.sheet(Book.INDICATORS));
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

    /** Writes the tables below what the sheet holds. */
    void write() {
        int row = page.sheet().getLastRowNum() + 2;
        page.text(row++, 0, book.text("report.charts.data"), Look.SECTION);
        if (!compared.isEmpty()) {
            page.height(row, HEAD);
            page.texts(
                    row++,
                    0,
                    Look.HEAD,
                    book.text("report.head.indicator"),
                    "",
                    base(),
                    book.text("report.charts.now"));
            indexRow = row;
            for (IndicatorFigures figures : compared) {
                index(row++, figures);
            }
            row++;
        }
        page.height(row, HEAD);
        page.texts(
                row++,
                0,
                Look.HEAD,
                book.text("report.charts.kind"),
                "",
                book.text("report.state.intime"),
                book.text("report.state.late"),
                book.text("report.charts.open"));
        timelyRow = row;
        for (Map.Entry<UnitKind, Standings> kind : byKind().entrySet()) {
            Standings all = kind.getValue();
            page.text(row, 0, book.text("report.kind." + kind.getKey().name().toLowerCase(Locale.ROOT)), Look.CELL);
            page.blank(row, 1, Look.CELL);
            page.count(row, 2, all.inTime(), Look.NUMBER);
            page.count(row, 3, all.late(), Look.NUMBER);
            page.count(row++, 4, (long) all.owed() - all.counted(), Look.NUMBER);
        }
        kinds = row - timelyRow;
    }

    private String base() {
        return book.text("report.charts.base", baseName());
    }

    /** What the bars are held against, marked if a baseline is among it. */
    private String baseName() {
        String name = book.textOfPeriod("report.base." + (againstYearAgo ? "yearago" : "prior"));
        boolean marked = compared.stream().map(i -> base(i, againstYearAgo)).anyMatch(Figure::isBaseline);
        return marked ? name + Marks.MARK : name;
    }

    private void index(int row, IndicatorFigures figures) {

        page.text(row, 0, book.wording().label(figures.indicator()), Look.CELL);
        page.blank(row, 1, Look.CELL);
        page.count(row, 2, 100, Look.NUMBER);
        page.madeOf(row, 3, Optional.of(index(figures)), base(figures, againstYearAgo), 1, Look.NUMBER);
    }

    private BigDecimal index(IndicatorFigures figures) {
        BigDecimal base = base(figures, againstYearAgo).value().orElseThrow();
        return figures.now().value().orElseThrow().movePointRight(2).divide(base, MathContext.DECIMAL64);
    }

    private Map<UnitKind, Standings> byKind() {
        Map<UnitKind, Standings> kinds = new LinkedHashMap<>();
        for (UnitKind kind : UnitKind.values()) {
            var all = book.catalogue().units().stream()
                    .filter(u -> u.kind() == kind)
                    .flatMap(u -> book.states().of(u.code()).all().stream())
                    .toList();
            if (!all.isEmpty()) {
                kinds.put(kind, new Standings(all));
            }
        }
        return kinds;
    }

    /** Draws the charts beside each other between two rows. */
    void draw(Sheet onto, int firstRow, int lastRow, int columns) {
        XSSFSheet sheet = (XSSFSheet) onto;
        int middle = compared.isEmpty() ? 0 : columns / 2;
        if (!compared.isEmpty()) {
            String base = baseName();
            new BarChart(
                            sheet,
                            new CellRangeAddress(firstRow, lastRow, 0, middle),
                            book.text("report.charts.index", base))
                    .beside(
                            data(),
                            column(indexRow, 0, compared.size()),
                            List.of(
                                    new BarChart.Series(base, column(indexRow, 2, compared.size()), BarChart.LIGHT),
                                    new BarChart.Series(
                                            book.textOfPeriod("report.head.now"),
                                            column(indexRow, 3, compared.size()),
                                            BarChart.DARK)),
                            step());
        }
        List<BarChart.Series> states = new ArrayList<>();
        states.add(new BarChart.Series(book.text("report.state.intime"), column(timelyRow, 2, kinds), BarChart.DARK));
        states.add(new BarChart.Series(book.text("report.state.late"), column(timelyRow, 3, kinds), BarChart.LIGHT));
        states.add(new BarChart.Series(book.text("report.charts.open"), column(timelyRow, 4, kinds), BarChart.WHITE));
        new BarChart(sheet, new CellRangeAddress(firstRow, lastRow, middle, columns), book.text("report.charts.timely"))
                .stacked(data(), column(timelyRow, 0, kinds), states);
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

    private XSSFSheet data() {
        return book.sheet(Book.INDICATORS);
    }

    private static CellRangeAddress column(int row, int column, int rows) {
        Address first = new Address(row, column);
        return new CellRangeAddress(first.row(), first.row() + rows - 1, first.column(), first.column());
    }
}
