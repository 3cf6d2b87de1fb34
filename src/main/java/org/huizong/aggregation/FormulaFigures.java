package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huizong.aggregation.Figure.Reserve;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.formula.Decision;
import org.huizong.formula.MissingPolicy;
import org.huizong.formula.OperandState;
import org.huizong.formula.Operands;
import org.huizong.model.Value;
import org.huizong.validation.Calculator;

/** Works out formulas over figures by {@link MissingPolicy#ADD}, so that an unknown is never computed with. */
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
        boolean isOwed = false;
        List<Item> items = items(formula);
        for (Item item : items) {
            Figure figure = figures.apply(item);
            all.put(item.code(), figure);
            bases.merge(item.form(), figure.basis(), Basis::alongside);
            isOwed |= !figure.equals(Figure.NOT_OWED);
        }
        if (!isOwed && !items.isEmpty()) {
            return Figure.NOT_OWED;
        }
        Basis basis = bases.values().stream().reduce(Basis.NONE, Basis::and);
        List<String> leftOut = all.values().stream()
                .flatMap(f -> f.leftOut().stream())
                .distinct()
                .toList();
        Decision decision = MissingPolicy.ADD.decide(calculator.formula(formula), new ByFigure(all));
        if (decision instanceof Decision.Unknown unknown) {
            return Figure.unknown(reserve(unknown, all), basis).without(leftOut);
        }
        Optional<BigDecimal> value = calculator.number(
                formula, code -> figure(all, code).value().<Value>map(Value::of).orElse(Value.Gap.BLANK));
        if (value.isEmpty()) {
            return Figure.unknown(Reserve.UNDEFINED, basis).without(leftOut);
        }
        boolean partial = decision instanceof Decision.Evaluated evaluated && evaluated.isPartial();
        return new Figure(
                value,
                basis,
                earliest(all.values()),
                partial ? Optional.of(Reserve.PART_MISSING) : Optional.empty(),
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

    /** What is known of the items, by their figures. */
    private record ByFigure(Map<String, Figure> figures) implements Operands {
        @Override
        public OperandState state(String operand) {
            return figure(figures, operand).asOperand();
        }

        @Override
        public boolean lackTheSame(String one, String other) {
            return figure(figures, other)
                    .basis()
                    .lacksTheSameReturnsAs(figure(figures, one).basis());
        }
    }

    private static Reserve reserve(Decision.Unknown unknown, Map<String, Figure> all) {
        return switch (unknown.why()) {
            case NOT_REPORTED -> Reserve.NOT_REPORTED;
            case UNLIKE -> Reserve.UNLIKE;
            case UNKNOWABLE -> figure(all, unknown.operands().get(0)).reserve().orElseThrow();
        };
    }

    private static Figure figure(Map<String, Figure> all, String code) {
        return all.getOrDefault(code, Figure.NOT_OWED);
    }
}
