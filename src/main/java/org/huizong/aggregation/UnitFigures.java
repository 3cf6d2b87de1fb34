package org.huizong.aggregation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huizong.aggregation.Figure.Reserve;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;

/** The figures of units over a run of months, and what those of several make together. */
abstract class UnitFigures {
    private final Catalogue catalogue;
    private final FormulaFigures formulas;

    UnitFigures(Catalogue catalogue, FormulaFigures formulas) {
        this.catalogue = catalogue;
        this.formulas = formulas;
    }

    /** Codes of the units that owe a return in these months, in the order of the catalogue. */
    abstract List<String> units(String form);

    /** One unit's figure of an item. */
    abstract Figure unit(String unit, Item item);

    /** Tells whether a unit owes a return for every period for which anybody does. */
    abstract boolean owesAlways(String unit, String form);

    /** The values that a unit adds to a total: its own figure, or those of the units below it. */
    List<BigDecimal> values(String unit, Item item) {
        return unit(unit, item).value().stream().toList();
    }

    /** Says what an item comes to over some units. */
    Figure together(Item item, Collection<String> units) {
        return together(item, units, operand -> together(operand, units), () -> basis(item, units));
    }

    /** Says what stands behind an item over some units. */
    Basis basis(Item item, Collection<String> units) {
        return units.stream()
                .map(u -> isLeftOut(u, item)
                        ? unit(u, item).basis().touching(gap -> false)
                        : unit(u, item).basis())
                .reduce(Basis.NONE, Basis::and);
    }

    private boolean isLeftOut(String unit, Item item) {
        return item.across().isExtreme() && !owesAlways(unit, item.form());
    }

    /**
     * Says what an item comes to over some units.
     *
     * @param operands the figures that a computed item is worked out from
     * @param basis what stands behind it
     */
    Figure together(Item item, Collection<String> units, Function<Item, Figure> operands, Supplier<Basis> basis) {
        List<Figure> figures = units.stream().map(u -> unit(u, item)).toList();
        if (figures.stream().noneMatch(Figure::isOwed)) {
            return Figure.NOT_OWED;
        }
        if (item.across() == Item.Across.NONE) {
            return Figure.unknown(Reserve.NO_AGGREGATE, basis.get());
        }
        if (figures.stream().anyMatch(f -> f.reserve().equals(Optional.of(Reserve.NO_MEANING)))) {
            return Figure.unknown(Reserve.NO_MEANING, basis.get());
        }
        if (catalogue.isRecalculated(item)) {
            return formulas.of(item.formula(), operands);
        }
        List<String> counted = units.stream().filter(u -> !isLeftOut(u, item)).toList();
        List<String> leftOut = Stream.concat(
                        units.stream().filter(u -> isLeftOut(u, item)),
                        figures.stream().flatMap(f -> f.leftOut().stream()))
                .distinct()
                .toList();
        List<BigDecimal> values =
                counted.stream().flatMap(u -> values(u, item).stream()).toList();
        return new Figure(item.across().of(values), basis.get(), formulas.earliest(figures))
                .without(leftOut)
                .of(values.size());
    }

    /** One unit's figure of a formula over items; not owed if it owes none of them. */
    Figure unit(String unit, String formula) {
        return formulas.of(formula, item -> unit(unit, item));
    }

    /** How formulas are worked out over these months. */
    FormulaFigures formulas() {
        return formulas;
    }
}
