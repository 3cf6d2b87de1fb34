package org.huizong.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.consolidation.Figure;
import org.huizong.consolidation.IndicatorFigures;
import org.huizong.formula.Formula;
import org.huizong.layout.Address;

/** 分单位 or 分村: a row a unit, a column an indicator, live from the blocks of the returns. Only timeliness is ranked. */
final class UnitPage {
    private static final int HEAD_ROW = 2;
    private static final int FIRST_INDICATOR = 4;
    private static final Pattern CALL = Pattern.compile("[A-Za-z]\\(");

    private final Book book;
    private final Page page;
    private final String key;
    private final States states;
    private final List<Unit> units;
    private final List<IndicatorFigures> indicators;
    private final Map<String, Integer> ranks;

    UnitPage(Book book, String key, Predicate<Unit> which) {
        this.book = book;
        this.key = key;
        this.page = new Page(book, book.sheet(key));
        this.states = book.states();
        this.units = ordered(book.catalogue().units().stream()
                .filter(which)
                .filter(u -> !states.of(u.code()).all().isEmpty())
                .toList());
        this.indicators = book.consolidation().indicators().stream()
                .filter(i -> units.stream().anyMatch(u -> i.byUnit().containsKey(u.code())))
                .toList();
        this.ranks = ranks();
    }

    /** Predecessors stand right under their successor. */
    private static List<Unit> ordered(List<Unit> units) {
        Set<String> codes = units.stream().map(Unit::code).collect(Collectors.toSet());
        Map<String, List<Unit>> predecessors = units.stream()
                .filter(u -> u.mergedInto().isPresent())
                .collect(Collectors.groupingBy(u -> u.mergedInto().orElseThrow()));
        Set<Unit> ordered = new LinkedHashSet<>();
        for (Unit unit : units) {
            if (unit.mergedInto().filter(codes::contains).isEmpty()) {
                ordered.add(unit);
                ordered.addAll(predecessors.getOrDefault(unit.code(), List.of()));
            }
        }
        ordered.addAll(units);
        return List.copyOf(ordered);
    }

    void write() {
        int last = FIRST_INDICATOR + indicators.size() - 1;
        widths();
        page.wide(0, 0, Math.max(last, FIRST_INDICATOR - 1), book.text("report.units.title." + key), Look.TITLE);
        page.wide(
                1,
                0,
                Math.max(last, FIRST_INDICATOR - 1),
                book.text("report.units.note", book.wording().period(book.period())),
                Look.SUBTITLE);
        heads();
        int row = HEAD_ROW + 1;
        for (Unit unit : units) {
            row(row++, unit);
        }
        if (!units.isEmpty()) {
            page.filter(HEAD_ROW, row - 1, last);
        }
        totals(row);
        page.sheet().createFreezePane(1, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
    }

    private void widths() {
        double[] widths = new double[FIRST_INDICATOR + indicators.size()];
        java.util.Arrays.fill(widths, 12);
        widths[0] = 24;
        widths[1] = 16;
        page.widths(widths);
    }

    private void heads() {
        List<String> heads = new ArrayList<>(List.of(
                book.text("report.head.unit"),
                book.text("report.head.state"),
                book.text("report.head.dayslate"),
                book.text("report.head.rank")));
        indicators.forEach(i -> heads.add(book.text(
                "report.head.withmeasure",
                book.wording().label(i.indicator()),
                book.wording().measure(i.indicator().measure()))));
        page.line(HEAD_ROW, Look.HEAD, heads.toArray(String[]::new));
    }

    private void row(int row, Unit unit) {
        Standings standings = states.of(unit.code());
        String label = book.wording().label(unit);
        boolean merged = unit.mergedInto().isPresent();
        page.text(row, 0, merged ? book.text("report.units.merged", label) : label, Look.CELL);
        page.text(row, 1, states.text(standings), states.look(standings));
        if (ranks.containsKey(unit.code())) {
            page.count(row, 2, standings.daysLate(), Look.NUMBER);
            page.count(row, 3, ranks.getOrDefault(unit.code(), 0), Look.NUMBER);
        } else {
            page.text(row, 2, Page.NONE, Look.CENTRE);
            page.text(row, 3, Page.NONE, Look.CENTRE);
        }
        for (int i = 0; i < indicators.size(); i++) {
            value(row, FIRST_INDICATOR + i, unit, indicators.get(i));
        }
        page.fit(row, label, states.text(standings));
    }

    private void value(int row, int column, Unit unit, IndicatorFigures figures) {
        Optional<BigDecimal> value =
                Optional.ofNullable(figures.byUnit().get(unit.code())).flatMap(Figure::value);
        Indicator indicator = figures.indicator();
        if (value.isEmpty()) {
            page.blank(row, column, Look.NUMBER);
            return;
        }
        String formula = Formula.parse(indicator.formula()).render(item -> operand(unit, item, indicator));
        page.formula(row, column, formula, indicator.decimals(), Look.NUMBER, indicator.code(), value.get());
    }

    /** What a unit does not owe adds nothing; inside a function it must be a blank, because MIN ignores blanks only. */
    private String operand(Unit unit, String item, Indicator indicator) {
        String nothing = CALL.matcher(indicator.formula()).find()
                ? book.cells(item)
                        .map(c -> Book.reference(c.sheet(), c.blank()))
                        .orElse("0")
                : "0";
        return book.cells(item).flatMap(c -> c.unit(unit.code(), item)).orElse(nothing);
    }

    /** 1 for the most timely; equal ones share a rank, and who has reported nothing has none. */
    private Map<String, Integer> ranks() {
        Comparator<Timeliness> order = Comparator.comparingDouble(Timeliness::inTime)
                .thenComparingDouble(Timeliness::counted)
                .reversed()
                .thenComparingLong(Timeliness::daysLate);
        List<Timeliness> sorted = units.stream()
                .filter(u -> states.of(u.code()).counted() > 0)
                .map(u -> Timeliness.of(u, states.of(u.code())))
                .sorted(order)
                .toList();
        Map<String, Integer> ranks = new HashMap<>();
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            rank = i > 0 && order.compare(sorted.get(i - 1), sorted.get(i)) == 0 ? rank : i + 1;
            ranks.put(sorted.get(i).unit(), rank);
        }
        return ranks;
    }

    /** What timeliness is ranked by: the part that came in time, the part that came at all, days late. */
    private record Timeliness(String unit, double inTime, double counted, long daysLate) {
        static Timeliness of(Unit unit, Standings all) {
            return new Timeliness(
                    unit.code(),
                    (double) all.inTime() / all.owed(),
                    (double) all.counted() / all.owed(),
                    all.daysLate());
        }
    }

    private void totals(int row) {
        page.text(row, 0, book.text("report.units.subtotal"), Look.TOTAL_LABEL);
        page.text(row + 1, 0, book.text("report.units.township"), Look.TOTAL_LABEL);
        for (int r = row; r <= row + 1; r++) {
            page.blank(r, 1, Look.CELL);
            page.blank(r, 2, Look.CELL);
            page.blank(r, 3, Look.CELL);
        }
        for (int i = 0; i < indicators.size(); i++) {
            IndicatorFigures figures = indicators.get(i);
            int column = FIRST_INDICATOR + i;
            subtotal(row, column, figures);
            township(row + 1, column, figures);
        }
    }

    private void subtotal(int row, int column, IndicatorFigures figures) {
        List<BigDecimal> values = units.stream()
                .flatMap(u -> Optional.ofNullable(figures.byUnit().get(u.code())).flatMap(Figure::value).stream())
                .toList();
        if (values.isEmpty() || !addsUp(figures.indicator().formula())) {
            page.text(row, column, Page.NONE, Look.CENTRE);
            return;
        }
        String range = new Address(HEAD_ROW + 1, column).pinned() + ':' + new Address(row - 1, column).pinned();
        page.formula(
                row,
                column,
                "SUM(" + range + ')',
                figures.indicator().decimals(),
                Look.TOTAL,
                figures.indicator().code(),
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void township(int row, int column, IndicatorFigures figures) {
        Indicator indicator = figures.indicator();
        Optional<String> cell = book.indicator(indicator.code());
        if (cell.isEmpty()) {
            page.text(row, column, Page.NONE, Look.CENTRE);
            return;
        }
        page.formula(
                row,
                column,
                cell.get(),
                indicator.decimals(),
                Look.TOTAL,
                indicator.code(),
                figures.now().value().orElseThrow());
    }

    /** Whether the units' figures add up to the total: ratios and smallest values do not. */
    private boolean addsUp(String formula) {
        Formula parsed = Formula.parse(formula);
        return parsed.addsUp()
                && parsed.operands().stream()
                        .allMatch(code -> book.catalogue()
                                .item(code)
                                .filter(UnitPage::addsUp)
                                .isPresent());
    }

    private static boolean addsUp(Item item) {
        return item.across() == Item.Across.SUM
                && (!item.isComputed() || Formula.parse(item.formula()).addsUp());
    }
}
