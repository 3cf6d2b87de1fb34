package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.formula.Formula;
import org.huizong.model.Months;
import org.huizong.validation.Calculator;

/**
 * The figures of a run of months that others are compared with: what was collected, and a baseline where nothing was.
 */
final class FilledSpan extends UnitFigures {
    private final Catalogue catalogue;
    private final PeriodAggregator span;
    private final Baselines baselines;
    private final YearMonth last;
    private final Map<String, Figure> totals = new HashMap<>();

    FilledSpan(Catalogue catalogue, PeriodAggregator span, Baselines baselines, YearMonth last) {
        super(catalogue, span.formulas());
        this.catalogue = catalogue;
        this.span = span;
        this.baselines = baselines;
        this.last = last;
    }

    /** The figures of these months. */
    static FilledSpan of(Catalogue catalogue, Calculator calculator, Facts facts, Schedule schedule, Months months) {
        PeriodAggregator span = new PeriodAggregator(catalogue, calculator, facts, schedule, months);
        return new FilledSpan(catalogue, span, new Baselines(catalogue, facts, months), months.last());
    }

    /** Numbers of the counted submissions of these months that nobody owes, which are in no figure. */
    List<Long> notOwed() {
        return span.notOwed();
    }

    @Override
    List<String> units(String form) {
        List<String> owing = span.units(form);
        return owing.isEmpty() ? expected(form) : owing;
    }

    @Override
    boolean owesAlways(String unit, String form) {
        return span.units(form).isEmpty() || span.owesAlways(unit, form);
    }

    @Override
    List<BigDecimal> values(String unit, Item item) {
        Figure figure = unit(unit, item);
        return figure.isBaseline() ? figure.value().stream().toList() : span.values(unit, item);
    }

    @Override
    Figure unit(String unit, Item item) {
        if (baselines.isEmpty()) {
            return span.unit(unit, item);
        }
        return baselines
                .fill(unit, item.code(), TemporalAggregation.ofUnit(catalogue, item), List.of(item))
                .map(fill -> fill.onto(span.unit(unit, item)))
                .or(() -> made(item, operand -> unit(unit, operand)))
                .orElseGet(() -> span.unit(unit, item));
    }

    /** The township's figure of an item. */
    Figure total(Item item) {
        if (baselines.isEmpty()) {
            return span.total(item);
        }
        Figure known = totals.get(item.code());
        if (known == null) {
            known = fill(item)
                    .or(() -> made(item, this::total))
                    .or(() -> ofUnits(item))
                    .orElseGet(() -> span.total(item));
            totals.put(item.code(), known);
        }
        return known;
    }

    private Optional<Figure> fill(Item item) {
        return baselines
                .fill(
                        catalogue.top().code(),
                        item.code(),
                        TemporalAggregation.ofTownship(catalogue, item),
                        List.of(item))
                .map(fill -> fill.onto(span.total(item)));
    }

    /** The township's figure of an indicator's formula. */
    Figure total(String formula) {
        return baselines.isEmpty() ? span.total(formula) : formulas().of(formula, this::total);
    }

    /** The township's figure of an indicator: its own baseline, else that of the items it is made of. */
    Figure total(Indicator indicator) {
        String formula = indicator.formula();
        if (baselines.isEmpty()) {
            return span.total(formula);
        }
        List<Item> items = Formula.parse(formula).operands().stream()
                .flatMap(code -> catalogue.item(code, last).stream())
                .toList();
        return baselines
                .fill(catalogue.top().code(), indicator.code(), TemporalAggregation.of(catalogue, indicator), items)
                .map(fill -> fill.onto(span.total(formula)))
                .orElseGet(() -> total(formula));
    }

    /** What a formula comes to, if a baseline is in it. */
    private Optional<Figure> made(Item item, Function<Item, Figure> figures) {
        return Optional.of(item)
                .filter(catalogue::isRecalculated)
                .map(i -> formulas().of(i.formula(), figures))
                .filter(Figure::isBaseline);
    }

    /** What the units' figures come to, if a baseline is in one of them. */
    private Optional<Figure> ofUnits(Item item) {
        List<String> units = units(item.form());
        List<Figure> figures = units.stream().map(u -> unit(u, item)).toList();
        boolean any = figures.stream().anyMatch(Figure::isBaseline);
        boolean enough = !span.units(item.form()).isEmpty() || figures.stream().allMatch(Figure::isBaseline);
        return any && enough
                ? Optional.of(together(item, units, this::total, () -> basis(item, units)))
                : Optional.empty();
    }

    /** Those of whom a figure is needed for months in which the return was not owed yet. */
    private List<String> expected(String form) {
        return catalogue.units().stream()
                .filter(u -> u.owes(form, last))
                .map(Unit::code)
                .toList();
    }
}
