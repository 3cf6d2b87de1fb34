package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Unit;
import org.huizong.model.CellAddress;
import org.huizong.model.Frequency;
import org.huizong.publish.chart.BarChart;
import org.huizong.publish.chart.Frame;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;

/**
 * 单位全年: the months of one unit or of the whole township, which is chosen from a list, and beneath them as a chart those
 * of one indicator, which is chosen from another. What all reported stands on a hidden sheet, a row a unit and indicator,
 * and is looked up there.
 */
final class UnitYearPage {
    private static final int CHOICE_ROW = 1;
    /** The chosen name stands over the columns up to here. */
    private static final int CHOICE_END = 4;

    private static final int HEAD_ROW = 4;
    private static final int CHART_ROWS = 12;
    private static final int FIRST_MONTH = 2;
    /** On the hidden sheet: the key, then the months, then the year to date. */
    private static final int FIRST_VALUE = 1;

    private static final String PARTING = "|";

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final Page data;
    private final MonthlyTrend course;
    private final List<YearMonth> months;
    private final List<Reporter> reporters;
    private final List<Indicator> indicators;
    private final CellAddress choice = new CellAddress(CHOICE_ROW, 1);
    private final CellAddress indicator = new CellAddress(CHOICE_ROW + 1, 1);
    private final List<String> keys = new ArrayList<>();

    /** A unit or the whole township by its label, and how its figure of an indicator is found. */
    private record Reporter(String label, BiFunction<MonthlyTrend.Part, Indicator, Figure> figure) {
        Figure of(MonthlyTrend.Part part, Indicator indicator) {
            return figure.apply(part, indicator);
        }
    }

    UnitYearPage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.course = terms.consolidation().course();
        this.months = List.copyOf(course.months().keySet());
        this.indicators = terms.catalogue().indicators(months).stream()
                .filter(i -> terms.catalogue().isReported(i, Frequency.MONTH))
                .filter(i -> !course.toDate().units(i.code()).isEmpty())
                .toList();
        this.reporters = Stream.concat(
                        Stream.of(new Reporter(terms.whole(), (part, of) -> part.total(of.code()))),
                        terms.catalogue().units().stream().map(this::reporter))
                .filter(r -> indicators.stream()
                        .anyMatch(i -> r.of(course.toDate(), i).isOwed()))
                .toList();
        this.page = Page.live(book, SheetKey.UNIT_YEAR);
        this.data = Page.live(book, book.hidden(terms.text("report.unityear.data")));
    }

    private Reporter reporter(Unit unit) {
        return new Reporter(terms.wording().label(unit), (part, of) -> part.unit(unit.code(), of.code()));
    }

    void write() {
        int last = FIRST_MONTH + months.size() + 1;
        double[] widths = new double[last + 2];
        Arrays.fill(widths, 9);
        widths[0] = 24;
        widths[1] = 14;
        page.widths(widths);
        page.title(0, last, terms.text("report.unityear.title", months.get(0).getYear()));
        if (reporters.isEmpty()) {
            page.wide(CHOICE_ROW, 0, last, terms.text("report.unityear.none"), Look.NOTE);
            page.print(true, -1);
            page.done();
            data.done();
            return;
        }
        data();
        choose(choice, last, "report.unityear.choose", reporters.get(0).label(), range(names(), reporters.size()));
        String labels = shown(0);
        choose(
                indicator,
                last,
                "report.unityear.choose.indicator",
                terms.wording().label(indicators.get(0)),
                labels);
        page.wide(CHOICE_ROW + 2, 0, last, terms.text("report.unityear.note"), Look.NOTE);
        List<String> heads =
                new ArrayList<>(List.of(terms.text("report.head.indicator"), terms.text("report.head.measure")));
        months.forEach(m -> heads.add(terms.text("report.charts.month.short", m.getMonthValue())));
        heads.add(terms.text("report.head.yeartodate"));
        heads.add(terms.text("report.head.countedofowed"));
        page.line(HEAD_ROW, Look.HEAD, heads.toArray(String[]::new));
        for (int i = 0; i < indicators.size(); i++) {
            line(HEAD_ROW + 1 + i, indicators.get(i), last);
        }
        int below = HEAD_ROW + indicators.size() + 2;
        chosen(below, labels);
        page.sheet().setColumnHidden(last + 1, true);
        page.sheet().createFreezePane(1, HEAD_ROW + 1);
        page.printOnOnePage(true, last, below + CHART_ROWS);
        data.done();
        page.done();
        draw(below, last);
    }

    /** The hidden sheet: keys, months, and at the right the names that can be chosen. */
    private void data() {
        for (Reporter reporter : reporters) {
            for (Indicator of : indicators) {
                Figure toDate = reporter.of(course.toDate(), of);
                if (toDate.isOwed()) {
                    int row = keys.size();
                    keys.add(key(reporter, of));
                    data.text(row, 0, keys.get(row), Look.PLAIN);
                    for (int i = 0; i < months.size(); i++) {
                        value(row, FIRST_VALUE + i, month(i, reporter, of), of);
                    }
                    value(row, FIRST_VALUE + months.size(), toDate, of);
                    data.text(row, counted(), toDate.counted() + "/" + toDate.owed(), Look.PLAIN);
                }
            }
        }
        for (int i = 0; i < reporters.size(); i++) {
            data.text(i, names(), reporters.get(i).label(), Look.PLAIN);
        }
    }

    private Figure month(int number, Reporter reporter, Indicator of) {
        return Optional.ofNullable(course.months().get(months.get(number)))
                .map(part -> reporter.of(part, of))
                .orElse(Figure.NOT_OWED);
    }

    private void value(int row, int column, Figure figure, Indicator of) {
        data.number(row, column, figure.value(), of.decimals(), Look.PLAIN);
    }

    private int counted() {
        return FIRST_VALUE + months.size() + 1;
    }

    private int names() {
        return FIRST_VALUE + months.size() + 3;
    }

    private String key(Reporter reporter, Indicator of) {
        return reporter.label() + PARTING + (indicators.indexOf(of) + 1);
    }

    /** A tinted cell with what is chosen first and the list that can be chosen from. */
    private void choose(CellAddress cell, int last, String asked, String first, String list) {
        page.text(cell.row(), 0, terms.text(asked), Look.RIGHT);
        page.wide(cell.row(), cell.column(), Math.min(last, CHOICE_END), first, Look.CHOSEN);
        page.height(cell.row(), 22);
        DataValidationHelper helper = page.sheet().getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(list),
                new CellRangeAddressList(cell.row(), cell.row(), cell.column(), cell.column()));
        validation.setShowErrorBox(true);
        validation.createErrorBox(terms.text(asked), terms.text("report.unityear.wrong"));
        page.sheet().addValidationData(validation);
    }

    /** Cells of a column of the hidden sheet from its top. */
    private String range(int column, int rows) {
        return Book.quoted(data.sheet().getSheetName()) + '!' + Book.column(column, 0, rows - 1);
    }

    /** Cells of a column of the table of indicators. */
    private String shown(int column) {
        return Book.column(column, HEAD_ROW + 1, HEAD_ROW + indicators.size());
    }

    /** The months of the chosen indicator, which the chart draws, and in front of them whose and of what they are. */
    private void chosen(int row, String labels) {
        Indicator first = indicators.get(0);
        String place = "MATCH(" + indicator.pinned() + ',' + labels + ",0)";
        page.formula(
                row,
                1,
                "IFERROR(INDEX(" + shown(1) + ',' + place + "),\"\")",
                0,
                Look.CELL,
                first.code(),
                Optional.empty());
        page.formula(
                row,
                0,
                choice.pinned() + "&\"　\"&" + indicator.pinned(),
                0,
                Look.TOTAL_LABEL,
                first.code(),
                Optional.empty());
        for (int i = 0; i < months.size(); i++) {
            int column = FIRST_MONTH + i;
            page.formula(
                    row,
                    column,
                    "IFERROR(INDEX(" + shown(column) + ',' + place + "),\"\")",
                    first.decimals(),
                    Look.NUMBER,
                    first.code(),
                    month(i, reporters.get(0), first).value());
        }
        page.height(row, 33);
    }

    private void draw(int row, int last) {
        String key = SheetKey.UNIT_YEAR;
        int end = FIRST_MONTH + months.size() - 1;
        String title = terms.text("report.unityear.chart");
        new BarChart(
                        book.workbook().getSheetAt(book.index(key)),
                        new Frame(row + 1, row + CHART_ROWS, last + 1, 0, 1),
                        title)
                .plain(
                        Chart.texts(book, key, new CellRangeAddress(HEAD_ROW, HEAD_ROW, FIRST_MONTH, end)),
                        new BarChart.Series(
                                title,
                                Chart.numbers(book, key, new CellRangeAddress(row, row, FIRST_MONTH, end)),
                                BarChart.DARK));
    }

    /** The row of the hidden sheet is looked up once for the line, to the right of it. */
    private void line(int row, Indicator of, int last) {
        Reporter shown = reporters.get(0);
        page.texts(row, 0, Look.CELL, terms.wording().label(of), terms.wording().measure(of.measure()));
        CellAddress found = new CellAddress(row, last + 1);
        String all = range(0, keys.size());
        String match = "IFERROR(MATCH(" + choice.pinned() + "&\"" + PARTING + (indicators.indexOf(of) + 1) + "\"," + all
                + ",0),0)";
        BigDecimal place = BigDecimal.valueOf(keys.indexOf(key(shown, of)) + 1L);
        page.formula(row, found.column(), match, 0, Look.PLAIN, of.code(), place);
        for (int i = 0; i <= months.size(); i++) {
            Figure figure = i < months.size() ? month(i, shown, of) : shown.of(course.toDate(), of);
            Look look = i < months.size() ? Look.NUMBER : Look.TOTAL;
            lookUp(row, FIRST_MONTH + i, FIRST_VALUE + i, found, of, figure.value(), look);
        }
        lookUp(row, last, counted(), found, of, Optional.empty(), Look.CENTRE);
        page.fit(row);
    }

    private void lookUp(
            int row, int column, int from, CellAddress found, Indicator of, Optional<BigDecimal> value, Look look) {
        String values = range(from, keys.size());
        String place = "$" + found.text();
        String formula = "IF(" + place + "=0,\"\",INDEX(" + values + ',' + place + "))";
        page.formula(row, column, formula, of.decimals(), look, of.code(), value);
    }
}
