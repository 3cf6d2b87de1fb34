package org.huizong.aggregation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huizong.aggregation.Figure.Reserve;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Portion;
import org.huizong.catalogue.Unit;
import org.huizong.model.Months;
import org.huizong.validation.Calculator;

/**
 * Works out the figures of a run of months: first over the months within each unit, then over the units.
 *
 * <p>A period's own figures are made of what was reported alone. Those it is compared with may have baseline figures in
 * them, which stand in for months of which nothing was collected.
 */
final class PeriodAggregator {
    private final Catalogue catalogue;
    private final ReportingObligations duties;
    private final FormulaFigures formulas;
    private final UnitAggregator units;
    private final MonthsFacts facts;
    private final Map<String, BigDecimal> sums;
    private final Optional<BaselineFill> baselines;
    private final Months months;
    private final Map<String, Figure> collected = new HashMap<>();
    private final Map<String, Figure> totals = new HashMap<>();

    private PeriodAggregator(
            Catalogue catalogue,
            Calculator calculator,
            Facts facts,
            Schedule schedule,
            Months months,
            Optional<BaselineFill> baselines) {
        this.catalogue = catalogue;
        this.months = months;
        this.formulas = new FormulaFigures(catalogue, calculator, months.last());
        this.duties = ReportingObligations.of(catalogue, schedule, facts, months);
        this.facts = facts.of(months);
        this.units = new UnitAggregator(catalogue, formulas, this.facts, duties);
        this.sums = facts.sums(months);
        this.baselines = baselines.filter(b -> !b.isEmpty());
    }

    /** The figures of these months from what was reported alone. */
    static PeriodAggregator collected(
            Catalogue catalogue, Calculator calculator, Facts facts, Schedule schedule, Months months) {
        return new PeriodAggregator(catalogue, calculator, facts, schedule, months, Optional.empty());
    }

    /** The figures of these months as others are compared with them, from baselines too. */
    static PeriodAggregator compared(
            Catalogue catalogue, Calculator calculator, Facts facts, Schedule schedule, Months months) {
        return new PeriodAggregator(
                catalogue,
                calculator,
                facts,
                schedule,
                months,
                Optional.of(new BaselineFill(catalogue, facts, months)));
    }

    /** How formulas are worked out over these months. */
    FormulaFigures formulas() {
        return formulas;
    }

    /** The returns that anybody owes in these months. */
    List<String> forms() {
        return duties.forms();
    }

    /** Numbers of the counted submissions of these months that nobody owes, which are in no figure. */
    List<Long> notOwed() {
        return duties.notOwed();
    }

    /**
     * Codes of the units that owe a return in these months, in the order of the catalogue; where it was not owed yet and
     * a baseline may stand in, of those of whom a figure is needed.
     */
    List<String> units(String form) {
        List<String> owing = duties.units(form);
        return owing.isEmpty() && baselines.isPresent()
                ? catalogue.units().stream()
                        .filter(u -> u.owes(form, months.last()))
                        .map(Unit::code)
                        .toList()
                : owing;
    }

    /** Tells whether a unit owes a return for every period for which anybody does. */
    boolean owesAlways(String unit, String form) {
        return duties.owesAlways(unit, form);
    }

    /** One unit's figure of an item. */
    Figure unit(String unit, Item item) {
        return filled(unit, item, TemporalAggregation.ofUnit(catalogue, item), () -> units.figure(unit, item))
                .or(() -> made(item, operand -> unit(unit, operand)))
                .orElseGet(() -> units.figure(unit, item));
    }

    /**
     * Says what a unit's figure of an item is made of, to be taken together with later months: the value of each month,
     * or the figure of all, if a baseline stands in or units below make it.
     *
     * @param periods how many times the unit was asked for it
     * @return none if it was not asked; empty if the figure is not known or lacks something
     */
    Optional<List<Portion>> portions(String unit, Item item, int periods) {
        Figure figure = unit(unit, item);
        Optional<BigDecimal> value = figure.value().filter(v -> figure.isComplete());
        if (value.isEmpty()) {
            return periods == 0 || !figure.isOwed() ? Optional.of(List.of()) : Optional.empty();
        }
        boolean isOfMonths = !figure.isBaseline() && units.below(unit, item).isEmpty();
        return facts.values(unit, item.code())
                .filter(v -> isOfMonths && !catalogue.isRecalculated(item))
                .map(ItemValues::portions)
                .or(() -> value.map(v -> List.of(new Portion(v, periods))));
    }

    /** One unit's figure of a formula over items; not owed if it owes none of them. */
    Figure unit(String unit, String formula) {
        return formulas.of(formula, item -> unit(unit, item));
    }

    /** The township's figure of an item. */
    Figure total(Item item) {
        Figure known = totals.get(item.code());
        if (known == null) {
            String top = catalogue.top().code();
            known = filled(top, item, TemporalAggregation.ofTownship(catalogue, item), () -> collected(item))
                    .or(() -> made(item, this::total))
                    .or(() -> ofUnits(item))
                    .orElseGet(() -> collected(item));
            totals.put(item.code(), known);
        }
        return known;
    }

    /** The township's figure of an indicator's formula. */
    Figure total(String formula) {
        return formulas.of(formula, this::total);
    }

    /** The township's figure of an indicator: its own baseline, else that of the items it is made of. */
    Figure total(Indicator indicator) {
        String formula = indicator.formula();
        return baselines
                .flatMap(b -> b.fill(
                        catalogue.top().code(),
                        indicator.code(),
                        TemporalAggregation.of(catalogue, indicator),
                        formulas.items(formula)))
                .map(fill -> fill.onto(formulas.of(formula, this::collected)))
                .orElseGet(() -> total(formula));
    }

    /** What was reported, with a baseline that stands in beside it. */
    private Optional<Figure> filled(String unit, Item item, Item.Time joining, Supplier<Figure> reported) {
        return baselines
                .flatMap(b -> b.fill(unit, item.code(), joining, List.of(item)))
                .map(fill -> fill.onto(reported.get()));
    }

    /** What a formula comes to, if a baseline is in it. */
    private Optional<Figure> made(Item item, Function<Item, Figure> figures) {
        return baselines
                .filter(b -> catalogue.isRecalculated(item))
                .map(b -> formulas.of(item.formula(), figures))
                .filter(Figure::isBaseline);
    }

    /** What the units' figures come to, if a baseline is in one of them. */
    private Optional<Figure> ofUnits(Item item) {
        if (baselines.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = units(item.form());
        List<Figure> figures = all.stream().map(u -> unit(u, item)).toList();
        boolean any = figures.stream().anyMatch(Figure::isBaseline);
        boolean enough =
                !duties.units(item.form()).isEmpty() || figures.stream().allMatch(Figure::isBaseline);
        return any && enough
                ? Optional.of(together(item, all, this::unit, this::total, () -> basis(item, all)))
                : Optional.empty();
    }

    /** The township's figure of an item from what was reported alone. */
    private Figure collected(Item item) {
        Figure known = collected.get(item.code());
        if (known == null) {
            known = summed(
                    item,
                    together(item, duties.units(item.form()), units::figure, this::collected, () -> units.basis(item)));
            collected.put(item.code(), known);
        }
        return known;
    }

    /**
     * What is added up comes from the store's own sum where the workbook has the units' figures, whose sum is a second way
     * to it.
     */
    private Figure summed(Item item, Figure made) {
        BigDecimal sum = sums.get(item.code());
        boolean isSum = item.across() == Item.Across.SUM
                && item.time() == Item.Time.SUM
                && item.formula().isEmpty();
        return isSum && sum != null && made.value().isPresent() ? made.with(sum) : made;
    }

    /** Says what an item comes to over some units. */
    Figure together(Item item, Collection<String> some) {
        return together(item, some, this::unit, operand -> together(operand, some), () -> basis(item, some));
    }

    /**
     * Says what an item comes to over some units.
     *
     * @param figures each unit's figure
     * @param operands the figures that a computed item is worked out from
     * @param basis what stands behind it
     */
    private Figure together(
            Item item,
            Collection<String> some,
            BiFunction<String, Item, Figure> figures,
            Function<Item, Figure> operands,
            Supplier<Basis> basis) {
        Map<String, Figure> each = new LinkedHashMap<>();
        some.forEach(u -> each.put(u, figures.apply(u, item)));
        if (each.values().stream().noneMatch(Figure::isOwed)) {
            return Figure.NOT_OWED;
        }
        if (item.across() == Item.Across.NONE) {
            return Figure.unknown(Reserve.NO_AGGREGATE, basis.get());
        }
        if (each.values().stream().anyMatch(f -> f.reserve().equals(Optional.of(Reserve.NO_MEANING)))) {
            return Figure.unknown(Reserve.NO_MEANING, basis.get());
        }
        if (catalogue.isRecalculated(item)) {
            return formulas.of(item.formula(), operands);
        }
        List<String> leftOut = Stream.concat(
                        some.stream().filter(u -> isLeftOut(u, item)),
                        each.values().stream().flatMap(f -> f.leftOut().stream()))
                .distinct()
                .toList();
        List<BigDecimal> values = some.stream()
                .filter(u -> !isLeftOut(u, item))
                .flatMap(u -> values(u, item, each.getOrDefault(u, Figure.NOT_OWED)).stream())
                .toList();
        return new Figure(item.across().of(values), basis.get(), formulas.earliest(each.values()))
                .without(leftOut)
                .of(values.size());
    }

    /** The values that a unit adds to a total. */
    private List<BigDecimal> values(String unit, Item item, Figure figure) {
        return units.below(unit, item)
                .filter(below -> !figure.isBaseline())
                .map(Leaves.Whole::values)
                .orElseGet(() -> figure.value().stream().toList());
    }

    /** Says what stands behind an item over some units. */
    private Basis basis(Item item, Collection<String> some) {
        return some.stream()
                .map(u -> isLeftOut(u, item)
                        ? unit(u, item).basis().touching(gap -> false)
                        : unit(u, item).basis())
                .reduce(Basis.NONE, Basis::and);
    }

    private boolean isLeftOut(String unit, Item item) {
        return item.across().isExtreme() && !owesAlways(unit, item.form());
    }
}
