package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Basis;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.formula.Formula;
import org.huizong.formula.MissingPolicy;
import org.huizong.formula.OperandState;
import org.huizong.model.CellAddress;
import org.huizong.model.Frequency;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Ranks;
import org.huizong.publish.narrative.Standings;
import org.huizong.publish.narrative.States;
import org.huizong.publish.narrative.Terms;
import org.huizong.spreadsheet.write.TextWidth;

/**
 * 分单位 or 分村: a row a unit, by area with their sums, a column an indicator, in bands of at most twelve below each other, live from the blocks of the
 * returns. Only timeliness is ranked.
 */
final class UnitPage implements Bands.Writer<IndicatorFigures> {
    private static final int HEAD_ROW = 2;
    private static final int FIRST_INDICATOR = 4;
    private static final int MOST_INDICATORS = 12;
    /** English heads are broader. */
    private static final int MOST_IN_ENGLISH = 9;

    /** Places for the names of units: at least, and before they break. */
    private static final double NAME = 14;

    private static final double LONG_NAME = 24;
    private final Book book;
    private final Terms terms;
    private final Page page;
    private final String key;
    private final States states;
    private final Areas areas;
    private final List<Unit> units;
    private final List<IndicatorFigures> indicators;
    private final Ranks ranks;
    /** In which row of the band a unit stands, and in which the sums of its areas. */
    private final Map<String, Integer> rows = new HashMap<>();

    private final List<Integer> sums = new ArrayList<>();

    UnitPage(Book book, String key, Predicate<Unit> which) {
        this.book = book;
        this.terms = book.terms();
        this.key = key;
        this.page = Page.live(book, key);
        this.states = terms.states();
        this.areas = new Areas(terms.catalogue().units().stream()
                .filter(which)
                .filter(u -> !states.of(u.code()).all().isEmpty())
                .toList());
        this.units = areas.units();
        boolean monthly = terms.consolidation().indicators().stream().anyMatch(this::isMonthly);
        this.indicators = terms.consolidation().indicators().stream()
                .filter(i -> !monthly || isMonthly(i))
                .filter(i -> units.stream().anyMatch(u -> i.byUnit().containsKey(u.code())))
                .toList();
        this.ranks = new Ranks(units, states);
    }

    /** What is reported by the half-year comes from one office, whose figures stand on 台账统计. */
    private boolean isMonthly(IndicatorFigures figures) {
        return terms.catalogue().isReported(figures.indicator(), Frequency.MONTH);
    }

    void write() {
        List<List<IndicatorFigures>> bands = indicators.isEmpty()
                ? List.of(List.of())
                : Bands.even(indicators, terms.wording().isChinese() ? MOST_INDICATORS : MOST_IN_ENGLISH);
        int last = FIRST_INDICATOR + bands.get(0).size() - 1;
        widths(last);
        page.title(0, last, terms.text("report.units.title." + key));
        page.wide(1, 0, last, note(), Look.SUBTITLE);
        Paper paper = new Paper(page.sheet(), true, page.places(0, last));
        paper.together(0, 1);
        List<Bands.Rows> places = new Bands<>(bands, units, paper, this).write(HEAD_ROW);
        if (places.size() == 1 && !units.isEmpty() && !areas.areSeveral()) {
            page.filter(HEAD_ROW, places.get(0).last(), last);
            page.sheet().createFreezePane(1, HEAD_ROW + 1);
        } else {
            page.sheet().createFreezePane(1, 0);
        }
        page.print(paper);
        book.pages(key, paper.pages());
        page.done();
    }

    private String note() {
        String note = terms.text("report.units.note", terms.wording().period(terms.period()));
        Stream<Figure> shown = indicators.stream()
                .flatMap(i -> Stream.concat(
                        Stream.of(i.now()),
                        units.stream()
                                .flatMap(u -> Optional.ofNullable(i.byUnit().get(u.code())).stream())));
        return new Marks(terms).note(shown).map(marks -> note + " " + marks).orElse(note);
    }

    private void widths(int last) {
        double[] widths = new double[last + 1];
        // English heads are words that must not be broken
        boolean chinese = terms.wording().isChinese();
        Arrays.fill(widths, chinese ? 9.2 : 11);
        widths[0] = units.stream()
                .mapToDouble(u -> TextWidth.of(terms.wording().label(u)) + 1)
                .reduce(NAME, Math::max);
        widths[0] = Math.min(LONG_NAME, widths[0]);
        widths[1] = 13;
        widths[2] = 7;
        widths[3] = chinese ? 7 : 11;
        page.widths(widths);
    }

    @Override
    public int heads(int row, List<IndicatorFigures> band, int number, int all) {
        List<String> heads = new ArrayList<>(List.of(
                terms.text("report.head.unit"),
                terms.text("report.head.state"),
                terms.text("report.head.dayslate"),
                terms.text("report.head.rank")));
        band.forEach(i -> heads.add(terms.text(
                "report.head.withmeasure",
                terms.wording().label(i.indicator()),
                terms.wording().measure(i.indicator().measure()))));
        page.line(row, Look.HEAD, heads.toArray(String[]::new));
        return 1;
    }

    @Override
    public void unit(int row, Unit unit, List<IndicatorFigures> band) {
        Standings standings = states.of(unit.code());
        String label = terms.wording().label(unit);
        boolean merged = unit.mergedInto().isPresent();
        page.text(row, 0, merged ? terms.text("report.units.merged", label) : label, Look.CELL);
        page.text(row, 1, states.text(standings), Look.of(states.tone(standings)));
        ranks.of(unit)
                .ifPresentOrElse(
                        rank -> {
                            page.count(row, 2, standings.daysLate(), Look.NUMBER);
                            page.count(row, 3, rank, Look.NUMBER);
                        },
                        () -> page.texts(row, 2, Look.CENTRE, Terms.NONE, Terms.NONE));
        for (int i = 0; i < band.size(); i++) {
            value(row, FIRST_INDICATOR + i, unit, band.get(i));
        }
        page.height(row, height(unit));
        rows.put(unit.code(), row);
    }

    @Override
    public double height(Unit unit) {
        return page.heightOf(terms.wording().label(unit), states.text(states.of(unit.code())));
    }

    @Override
    public int after(int row, Unit unit, List<IndicatorFigures> band) {
        List<Unit> area = areas.endingWith(unit);
        if (area.isEmpty()) {
            return 0;
        }
        String label = Areas.code(area)
                .map(code -> terms.wording().choice(Unit.AREAS, code))
                .orElse(terms.text("report.units.area.none"));
        page.line(row, Look.TOTAL_LABEL, terms.text("report.units.area", label));
        blanks(row);
        for (int i = 0; i < band.size(); i++) {
            int column = FIRST_INDICATOR + i;
            int first = Objects.requireNonNull(rows.get(area.get(0).code()));
            subtotal(row, column, band.get(i), Book.column(column, first, row - 1), area);
        }
        sums.add(row);
        return 1;
    }

    @Override
    public double heightAfter(Unit unit) {
        return areas.endingWith(unit).isEmpty() ? 0 : page.heightOf("");
    }

    private void value(int row, int column, Unit unit, IndicatorFigures figures) {
        Figure figure = figures.byUnit().getOrDefault(unit.code(), Figure.NOT_OWED);
        Indicator indicator = figures.indicator();
        if (!figure.isOwed()) {
            page.blank(row, column, Look.NUMBER);
            return;
        }
        String formula = terms.catalogue()
                .formula(indicator.formula())
                .renderKnown(item -> book.cells(item).flatMap(c -> c.unit(unit.code(), item)));
        page.formula(row, column, formula, indicator.decimals(), Look.NUMBER, indicator.code(), figure);
    }

    @Override
    public int foot(int row, List<IndicatorFigures> band, int first, int last) {
        page.line(row, Look.TOTAL_LABEL, terms.text("report.units.subtotal"));
        page.line(row + 1, Look.TOTAL_LABEL, terms.whole());
        blanks(row);
        blanks(row + 1);
        for (int i = 0; i < band.size(); i++) {
            int column = FIRST_INDICATOR + i;
            String added = sums.isEmpty()
                    ? Book.column(column, first, last)
                    : sums.stream()
                            .map(sum -> new CellAddress(sum, column).pinned())
                            .collect(Collectors.joining(","));
            subtotal(row, column, band.get(i), added, units);
            township(row + 1, column, band.get(i));
        }
        sums.clear();
        return 2;
    }

    private void blanks(int row) {
        for (int column = 1; column < FIRST_INDICATOR; column++) {
            page.blank(row, column, Look.CELL);
        }
    }

    private void subtotal(int row, int column, IndicatorFigures figures, String added, List<Unit> some) {
        List<Figure> shown = some.stream()
                .flatMap(u -> Optional.ofNullable(figures.byUnit().get(u.code())).stream())
                .toList();
        if (shown.isEmpty()) {
            page.blank(row, column, Look.TOTAL);
            return;
        }
        Optional<BigDecimal> sum = shown.stream()
                .flatMap(f -> f.value().stream())
                .reduce(BigDecimal::add)
                .filter(s -> addsUp(figures.indicator().formula()))
                .filter(s -> isAdded(figures.indicator().formula())
                        || shown.stream().allMatch(f -> f.value().isPresent()))
                .filter(s -> shown.stream().noneMatch(f -> f.asOperand() == OperandState.UNKNOWABLE));
        Basis basis = shown.stream().map(Figure::basis).reduce(Basis.NONE, Basis::and);
        Indicator indicator = figures.indicator();
        Optional<YearMonth> asAt =
                shown.stream().flatMap(f -> f.asAt().stream()).min(YearMonth::compareTo);
        Figure subtotal = new Figure(sum, basis, asAt);
        page.formula(row, column, "SUM(" + added + ')', indicator.decimals(), Look.TOTAL, indicator.code(), subtotal);
    }

    /** Tells whether a part that nobody has reported may be left out of it. */
    private boolean isAdded(String formula) {
        return MissingPolicy.ADD.needs(terms.catalogue().formula(formula)).isEmpty();
    }

    private void township(int row, int column, IndicatorFigures figures) {
        Indicator indicator = figures.indicator();
        Optional<String> cell = book.indicator(indicator.code());
        if (cell.isEmpty()) {
            page.text(row, column, Terms.NONE, Look.CENTRE);
            return;
        }
        page.formula(row, column, cell.get(), indicator.decimals(), Look.TOTAL, indicator.code(), figures.now());
    }

    /** Whether the units' figures add up to the total: ratios and smallest values do not. */
    private boolean addsUp(String formula) {
        Formula parsed = terms.catalogue().formula(formula);
        return parsed.addsUp()
                && parsed.operands().stream()
                        .allMatch(code -> terms.catalogue()
                                .item(code)
                                .filter(this::addsUp)
                                .isPresent());
    }

    private boolean addsUp(Item item) {
        return item.across() == Item.Across.SUM
                && (!terms.catalogue().isRecalculated(item)
                        || terms.catalogue().formula(item.formula()).addsUp());
    }
}
