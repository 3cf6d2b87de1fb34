package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huizong.aggregation.Figure.Reserve;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.formula.Formula;
import org.huizong.model.Value;
import org.huizong.validation.Calculator;

/**
 * Works out formulas over figures, in which an unknown is never computed with.
 *
 * <p>A part that is only added is left out if nobody has reported it, and the figure is partial; it is unknown if none
 * of them was reported. Wherever else one operand is unknown the figure is, and what meets there must lack the same
 * returns. An operand that has no meaning over the months, or no aggregate, is never left out.
 */
final class FormulaFigures {
    private final Catalogue catalogue;
    private final Calculator calculator;
    private final YearMonth last;

    /** Over the items as they are asked in a month. */
    FormulaFigures(Catalogue catalogue, Calculator calculator, YearMonth last) {
        this.catalogue = catalogue;
        this.calculator = calculator;
        this.last = last;
    }

    /** Tells whether a unit lives in the last of the months. */
    boolean isAlive(Unit unit) {
        return unit.validity().covers(last);
    }

    /** The items in a formula, in the order in which they are evaluated. */
    List<Item> items(String formula) {
        return calculator.operands(formula).stream().map(this::item).toList();
    }

    /** The item of a code. */
    Item item(String code) {
        return catalogue.item(code, last).orElseThrow();
    }

    /** Says what a formula comes to, given the figures of its items; not owed if nobody owes any of them. */
    Figure of(String formula, Function<Item, Figure> figures) {
        Map<String, Figure> all = new LinkedHashMap<>();
        Map<String, Basis> bases = new LinkedHashMap<>();
        for (Item item : items(formula)) {
            Figure figure = figures.apply(item);
            all.put(item.code(), figure);
            bases.merge(item.form(), figure.basis(), Basis::alongside);
        }
        Basis basis = bases.values().stream().reduce(Basis.NONE, Basis::and);
        List<String> leftOut = all.values().stream()
                .flatMap(f -> f.leftOut().stream())
                .distinct()
                .toList();
        Optional<Reserve> unknown = unknown(calculator.formula(formula), all);
        if (unknown.isPresent()) {
            return Figure.unknown(unknown.get(), basis).without(leftOut);
        }
        Optional<BigDecimal> value = calculator.number(
                formula, code -> figure(all, code).value().<Value>map(Value::of).orElse(Value.Gap.BLANK));
        if (value.isEmpty()) {
            return Figure.unknown(Reserve.UNDEFINED, basis).without(leftOut);
        }
        boolean whole = all.values().stream()
                .filter(Figure::isOwed)
                .allMatch(f -> f.value().isPresent() && f.reserve().isEmpty());
        return new Figure(
                value,
                basis,
                earliest(all.values()),
                whole ? Optional.empty() : Optional.of(Reserve.PART_MISSING),
                leftOut,
                1);
    }

    /** The first month up to which any of them reaches, if it is before the last. */
    Optional<YearMonth> earliest(Collection<Figure> figures) {
        return figures.stream()
                .flatMap(f -> f.asAt().stream())
                .min(YearMonth::compareTo)
                .filter(m -> m.isBefore(last));
    }

    private static Optional<Reserve> unknown(Formula formula, Map<String, Figure> all) {
        Optional<Reserve> never = all.values().stream()
                .filter(f -> f.value().isEmpty() && f.isOwed())
                .flatMap(f -> f.reserve().stream())
                .filter(why -> why != Reserve.NOT_REPORTED)
                .findFirst();
        if (never.isPresent()) {
            return never;
        }
        if (all.values().stream().allMatch(f -> f.value().isEmpty())) {
            return Optional.of(Reserve.NOT_REPORTED);
        }
        for (Set<String> meeting : formula.meetings()) {
            List<Figure> met = meeting.stream().map(code -> figure(all, code)).toList();
            if (met.stream().anyMatch(f -> f.value().isEmpty())) {
                return Optional.of(Reserve.NOT_REPORTED);
            }
            if (met.stream()
                    .anyMatch(f -> !f.basis().lacksTheSameReturnsAs(met.get(0).basis()))) {
                return Optional.of(Reserve.UNLIKE);
            }
        }
        return Optional.empty();
    }

    private static Figure figure(Map<String, Figure> all, String code) {
        return all.getOrDefault(code, Figure.NOT_OWED);
    }
}
