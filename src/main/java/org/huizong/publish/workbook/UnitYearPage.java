package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Unit;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;

/**
 * 单位全年: the months of one unit, which is chosen from a list. What all units reported stands on a hidden sheet, a row
 * a unit and indicator, and is looked up there.
 */
final class UnitYearPage {
    private static final int CHOICE_ROW = 1;
    /** The chosen name stands over the columns up to here. */
    private static final int CHOICE_END = 4;

    private static final int HEAD_ROW = 3;
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
    private final List<Unit> units;
    private final List<Indicator> indicators;
    private final CellAddress choice = new CellAddress(CHOICE_ROW, 1);
    private final List<String> keys = new ArrayList<>();

    UnitYearPage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.course = terms.consolidation().course();
        this.months = List.copyOf(course.months().keySet());
        this.indicators = terms.catalogue().indicators(months).stream()
                .filter(i -> !course.toDate().units(i.code()).isEmpty())
                .toList();
        this.units = terms.catalogue().units().stream()
                .filter(u -> indicators.stream()
                        .anyMatch(i -> course.toDate().unit(u.code(), i.code()).isOwed()))
                .toList();
        this.page = Page.live(book, SheetKey.UNIT_YEAR);
        this.data = Page.live(book, book.hidden(terms.text("report.unityear.data")));
    }

    void write() {
        int last = FIRST_MONTH + months.size() + 1;
        double[] widths = new double[last + 2];
        Arrays.fill(widths, 9);
        widths[0] = 24;
        widths[1] = 14;
        page.widths(widths);
        page.title(0, last, terms.text("report.unityear.title", months.get(0).getYear()));
        if (units.isEmpty()) {
            page.wide(CHOICE_ROW, 0, last, terms.text("report.unityear.none"), Look.NOTE);
            page.print(true, -1);
            page.done();
            data.done();
            return;
        }
        data();
        page.text(CHOICE_ROW, 0, terms.text("report.unityear.choose"), Look.RIGHT);
        page.wide(CHOICE_ROW, 1, Math.min(last, CHOICE_END), terms.wording().label(units.get(0)), Look.CHOSEN);
        page.height(CHOICE_ROW, 22);
        choose();
        page.wide(CHOICE_ROW + 1, 0, last, terms.text("report.unityear.note"), Look.NOTE);
        List<String> heads =
                new ArrayList<>(List.of(terms.text("report.head.indicator"), terms.text("report.head.measure")));
        months.forEach(m -> heads.add(terms.text("report.unityear.month", m.getMonthValue())));
        heads.add(terms.text("report.head.yeartodate"));
        heads.add(terms.text("report.head.countedofowed"));
        page.line(HEAD_ROW, Look.HEAD, heads.toArray(String[]::new));
        for (int i = 0; i < indicators.size(); i++) {
            line(HEAD_ROW + 1 + i, indicators.get(i), last);
        }
        page.sheet().setColumnHidden(last + 1, true);
        page.sheet().createFreezePane(1, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        book.workbook().setPrintArea(book.index(SheetKey.UNIT_YEAR), 0, last, 0, HEAD_ROW + indicators.size());
        data.done();
        page.done();
    }

    /** The hidden sheet: keys, months, and at the right the names of the units. */
    private void data() {
        for (Unit unit : units) {
            for (Indicator indicator : indicators) {
                if (course.toDate().unit(unit.code(), indicator.code()).isOwed()) {
                    int row = keys.size();
                    keys.add(key(unit, indicator));
                    data.text(row, 0, keys.get(row), Look.PLAIN);
                    for (int i = 0; i < months.size(); i++) {
                        value(row, FIRST_VALUE + i, month(i, unit, indicator), indicator);
                    }
                    Figure toDate = course.toDate().unit(unit.code(), indicator.code());
                    value(row, FIRST_VALUE + months.size(), toDate, indicator);
                    data.text(row, counted(), toDate.counted() + "/" + toDate.owed(), Look.PLAIN);
                }
            }
        }
        for (int i = 0; i < units.size(); i++) {
            data.text(i, names(), terms.wording().label(units.get(i)), Look.PLAIN);
        }
    }

    private Figure month(int number, Unit unit, Indicator indicator) {
        return Optional.ofNullable(course.months().get(months.get(number)))
                .map(part -> part.unit(unit.code(), indicator.code()))
                .orElse(Figure.NOT_OWED);
    }

    private void value(int row, int column, Figure figure, Indicator indicator) {
        data.number(row, column, figure.value(), indicator.decimals(), Look.PLAIN);
    }

    private int counted() {
        return FIRST_VALUE + months.size() + 1;
    }

    private int names() {
        return FIRST_VALUE + months.size() + 3;
    }

    private String key(Unit unit, Indicator indicator) {
        return terms.wording().label(unit) + PARTING + (indicators.indexOf(indicator) + 1);
    }

    private void choose() {
        DataValidationHelper helper = page.sheet().getDataValidationHelper();
        CellAddress first = new CellAddress(0, names());
        CellAddress last = new CellAddress(units.size() - 1, names());
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(range(first, last)),
                new CellRangeAddressList(choice.row(), choice.row(), choice.column(), choice.column()));
        validation.setShowErrorBox(true);
        validation.createErrorBox(terms.text("report.unityear.choose"), terms.text("report.unityear.wrong"));
        page.sheet().addValidationData(validation);
    }

    private String range(CellAddress first, CellAddress last) {
        return Book.reference(data.sheet().getSheetName(), first) + ':' + last.pinned();
    }

    /** The row of the hidden sheet is looked up once for the line, to the right of it. */
    private void line(int row, Indicator indicator, int last) {
        Unit shown = units.get(0);
        page.texts(
                row,
                0,
                Look.CELL,
                terms.wording().label(indicator),
                terms.wording().measure(indicator.measure()));
        CellAddress found = new CellAddress(row, last + 1);
        String all = range(new CellAddress(0, 0), new CellAddress(keys.size() - 1, 0));
        String match = "IFERROR(MATCH(" + choice.pinned() + "&\"" + PARTING + (indicators.indexOf(indicator) + 1)
                + "\"," + all + ",0),0)";
        BigDecimal place = BigDecimal.valueOf(keys.indexOf(key(shown, indicator)) + 1L);
        page.formula(row, found.column(), match, 0, Look.PLAIN, indicator.code(), place);
        for (int i = 0; i <= months.size(); i++) {
            Figure figure = i < months.size()
                    ? month(i, shown, indicator)
                    : course.toDate().unit(shown.code(), indicator.code());
            Look look = i < months.size() ? Look.NUMBER : Look.TOTAL;
            lookUp(row, FIRST_MONTH + i, FIRST_VALUE + i, found, indicator, figure.value(), look);
        }
        lookUp(row, last, counted(), found, indicator, Optional.empty(), Look.CENTRE);
        page.fit(row);
    }

    private void lookUp(
            int row,
            int column,
            int from,
            CellAddress found,
            Indicator indicator,
            Optional<BigDecimal> value,
            Look look) {
        String values = range(new CellAddress(0, from), new CellAddress(keys.size() - 1, from));
        String place = "$" + found.text();
        String formula = "IF(" + place + "=0,\"\",INDEX(" + values + ',' + place + "))";
        page.formula(row, column, formula, indicator.decimals(), look, indicator.code(), value);
    }
}
