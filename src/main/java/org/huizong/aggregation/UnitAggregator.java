package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.Figure.Reserve;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Item.Time.Stands;
import org.huizong.model.Period;

/**
 * Works out what the months of a run make of an item within one unit.
 *
 * <p>A submission that is not owed is in no figure. A stock is that of a unit that lives in the month it stands for; the
 * least and the largest are those of units that live in all the months.
 */
final class UnitAggregator {
    private final Catalogue catalogue;
    private final ReportingObligations duties;
    private final MonthsFacts facts;
    private final FormulaFigures formulas;
    private final Map<String, Optional<Period>> standing = new HashMap<>();
    private final Map<String, Boolean> asked = new HashMap<>();

    UnitAggregator(Catalogue catalogue, FormulaFigures formulas, MonthsFacts facts, ReportingObligations duties) {
        this.catalogue = catalogue;
        this.formulas = formulas;
        this.facts = facts;
        this.duties = duties;
    }

    /** The unit's figure of an item, from what it reported. */
    Figure figure(String unit, Item item) {
        return duties.basis(unit, item.form())
                .filter(basis -> isAsked(item))
                .map(basis -> figure(unit, item, touching(basis, item).lacking(blanks(unit, item))))
                .orElse(Figure.NOT_OWED);
    }

    private Figure figure(String unit, Item item, Basis basis) {
        if (hasNoMeaning(item)) {
            return Figure.unknown(Reserve.NO_MEANING, basis);
        }
        if (catalogue.isRecalculated(item)) {
            return formulas.of(item.formula(), operand -> figure(unit, operand));
        }
        if (!stands(unit, item)) {
            return Figure.unknown(Reserve.NOT_REPORTED, basis.touching(gap -> false))
                    .without(List.of(unit));
        }
        Optional<ItemValues> fact = facts.values(unit, item.code());
        Optional<Leaves.Whole> whole = below(unit, item);
        Optional<BigDecimal> value = whole.isPresent()
                ? item.across().of(whole.get().values())
                : fact.flatMap(f -> f.over(item.time(), month(item)));
        Optional<YearMonth> asAt = whole.map(Leaves.Whole::asAt)
                .or(() -> fact.map(ItemValues::lastMonth))
                .filter(m -> item.time().stands() == Stands.LAST && value.isPresent())
                .filter(m -> month(item).map(m::isBefore).orElse(false));
        Figure figure = new Figure(value, basis, asAt);
        return whole.map(w -> figure.of(w.values().size())).orElse(figure);
    }

    /** Says what stands behind the figures of all units. */
    Basis basis(Item item) {
        List<MissingFiling> blanks = duties.units(item.form()).stream()
                .flatMap(u -> blanks(u, item).stream())
                .sorted(Comparator.comparing(g -> g.owed().period()))
                .toList();
        return touching(duties.basis(item.form()), item).lacking(blanks);
    }

    /** A stock lacks only what its month lacks, and nothing lacks an item where it was not asked. */
    private Basis touching(Basis basis, Item item) {
        Optional<Period> stands = standing(item);
        return basis.touching(g -> stands.map(p -> p.equals(g.owed().period())).orElse(true)
                && catalogue.isAsked(item.code(), g.owed().period().last())
                && (!item.across().isExtreme() || duties.owesAlways(g.owed().unit(), item.form())));
    }

    /** The counted returns of a unit in which an item is blank, or in which one below it left it blank, as gaps of it. */
    private List<MissingFiling> blanks(String unit, Item item) {
        if (catalogue.isRecalculated(item) || !item.type().isNumeric()) {
            return List.of();
        }
        int values = facts.values(unit, item.code()).map(ItemValues::count).orElse(0);
        return duties.counted(unit, item.form()) == values && !facts.hasLeaves()
                ? List.of()
                : duties.blanks(
                        unit,
                        item.form(),
                        p -> isTouched(item, p)
                                && (!reported(item, unit, p) || facts.isBlankBelow(unit, item, p.last())));
    }

    private boolean isTouched(Item item, Period period) {
        return standing(item).map(period::equals).orElse(true) && catalogue.isAsked(item.code(), period.last());
    }

    private boolean reported(Item item, String unit, Period period) {
        return facts.values(unit, item.code()).filter(v -> v.has(period.last())).isPresent();
    }

    /** Says what the units below a unit come to, if it reports for many and says so in every month. */
    Optional<Leaves.Whole> below(String unit, Item item) {
        return facts.below(unit, item, month(item));
    }

    /** Whether the item says nothing over more than one period of its return. */
    private boolean hasNoMeaning(Item item) {
        return item.time().stands() == Stands.ONE && duties.areSeveral(item.form());
    }

    /** The month that a stock stands for, the first or the last of a period of its return; empty for all else. */
    private Optional<YearMonth> month(Item item) {
        return standing(item).map(Period::last);
    }

    private Optional<Period> standing(Item item) {
        return standing.computeIfAbsent(item.code(), code -> switch (item.time().stands()) {
            case FIRST -> duties.earliest(item.form());
            case LAST -> duties.latest(item.form());
            case ALL, ONE -> Optional.empty();
        });
    }

    /** Tells whether an item is asked in these months; a stock in the month that it stands for. */
    private boolean isAsked(Item item) {
        Boolean known = asked.get(item.code());
        if (known == null) {
            Stream<YearMonth> months = month(item)
                    .map(Stream::of)
                    .orElseGet(() -> duties.periods(item.form()).stream().map(Period::last));
            known = months.anyMatch(m -> catalogue.isAsked(item.code(), m));
            asked.put(item.code(), known);
        }
        return known;
    }

    /** Tells whether a unit lives in the month that a stock stands for. */
    private boolean stands(String unit, Item item) {
        return standing(item).map(p -> duties.owes(unit, item.form(), p)).orElse(true);
    }
}
