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
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.validation.Calculator;

/**
 * The figures of a run of months: first over the months within each unit, then over the units.
 *
 * <p>A submission that is not owed is in no figure. A stock is that of the units that live in the month it stands for;
 * the least and the largest are those of the units that live in all the months.
 */
final class PeriodAggregator extends UnitFigures {
    private final Catalogue catalogue;
    private final ReportingObligations duties;
    private final Facts facts;
    private final Months months;
    private final Map<String, Optional<Period>> standing = new HashMap<>();
    private final Map<String, Boolean> asked = new HashMap<>();
    private final Parts parts;
    private final Map<String, BigDecimal> sums;
    private final Map<String, Figure> totals = new HashMap<>();

    PeriodAggregator(Catalogue catalogue, Calculator calculator, Facts facts, Schedule schedule, Months months) {
        super(catalogue, new FormulaFigures(catalogue, calculator, months.last()));
        this.catalogue = catalogue;
        this.facts = facts;
        this.months = months;
        this.duties = ReportingObligations.of(catalogue, schedule, facts, months);
        this.parts = facts.parts(months);
        this.sums = facts.sums(months);
    }

    @Override
    List<String> units(String form) {
        return duties.units(form);
    }

    /** The returns that anybody owes in these months. */
    List<String> forms() {
        return duties.forms();
    }

    /** Numbers of the counted submissions of these months that nobody owes, which are in no figure. */
    List<Long> notOwed() {
        return duties.notOwed();
    }

    @Override
    Figure unit(String unit, Item item) {
        return duties.basis(unit, item.form())
                .filter(basis -> isAsked(item))
                .map(basis -> unit(unit, item, touching(basis, item).lacking(blanks(unit, item))))
                .orElse(Figure.NOT_OWED);
    }

    private Figure unit(String unit, Item item, Basis basis) {
        if (hasNoMeaning(item)) {
            return Figure.unknown(Reserve.NO_MEANING, basis);
        }
        if (catalogue.isRecalculated(item)) {
            return formulas().of(item.formula(), operand -> unit(unit, operand));
        }
        if (!stands(unit, item)) {
            return Figure.unknown(Reserve.NOT_REPORTED, basis.touching(gap -> false))
                    .without(List.of(unit));
        }
        Optional<ItemValues> fact = facts.values(months, unit, item.code());
        Optional<Parts.Whole> whole = below(unit, item);
        Optional<BigDecimal> value = whole.isPresent()
                ? item.across().of(whole.get().values())
                : fact.filter(f -> reaches(item, f)).map(f -> f.over(item.time()));
        Optional<YearMonth> asAt = whole.map(Parts.Whole::asAt)
                .or(() -> fact.map(ItemValues::lastMonth))
                .filter(m -> item.time() == Item.Time.LAST && value.isPresent())
                .filter(m -> month(item).map(m::isBefore).orElse(false));
        Figure figure = new Figure(value, basis, asAt);
        return whole.map(w -> figure.of(w.values().size())).orElse(figure);
    }

    /** Says what stands behind the township's figure of an item. */
    private Basis basis(Item item) {
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
                && (!item.across().isExtreme() || owesAlways(g.owed().unit(), item.form())));
    }

    /** The counted returns of a unit in which an item is blank, as gaps of it. */
    private List<MissingFiling> blanks(String unit, Item item) {
        if (catalogue.isRecalculated(item) || !item.type().isNumeric()) {
            return List.of();
        }
        int values =
                facts.values(months, unit, item.code()).map(ItemValues::count).orElse(0);
        return duties.counted(unit, item.form()) == values
                ? List.of()
                : duties.blanks(unit, item.form(), p -> isTouched(item, p) && !reported(item, unit, p));
    }

    private boolean isTouched(Item item, Period period) {
        return standing(item).map(period::equals).orElse(true) && catalogue.isAsked(item.code(), period.last());
    }

    private boolean reported(Item item, String unit, Period period) {
        return facts.values(months, unit, item.code())
                .filter(v -> v.has(period.last()))
                .isPresent();
    }

    /** Says what the units below a unit reported of an item, if it reports for many and says so. */
    private Optional<Parts.Whole> below(String unit, Item item) {
        return parts.isEmpty()
                ? Optional.empty()
                : facts.values(months, unit, item.code()).flatMap(f -> parts.whole(item, unit, f, month(item)));
    }

    /** Whether the item says nothing over more than one period of its return. */
    private boolean hasNoMeaning(Item item) {
        return item.time() == Item.Time.NONE && duties.areSeveral(item.form());
    }

    /** The month that a stock stands for, the first or the last of a period of its return; empty for all else. */
    private Optional<YearMonth> month(Item item) {
        return standing(item).map(Period::last);
    }

    private Optional<Period> standing(Item item) {
        return standing.computeIfAbsent(item.code(), code -> switch (item.time()) {
            case FIRST -> duties.earliest(item.form());
            case LAST -> duties.latest(item.form());
            case SUM, MAX, MEAN, NONE -> Optional.empty();
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

    /**
     * Tells whether a fact holds the month that a stock stands for: a later opening is never taken, an earlier closing
     * is.
     */
    private boolean reaches(Item item, ItemValues fact) {
        return item.time() != Item.Time.FIRST
                || month(item).map(m -> m.equals(fact.firstMonth())).orElse(false);
    }

    @Override
    boolean owesAlways(String unit, String form) {
        return duties.owesAlways(unit, form);
    }

    /** Those of the units below, if it reports for many: the mean of all is not the mean of the townships' means. */
    @Override
    List<BigDecimal> values(String unit, Item item) {
        return parts.isEmpty()
                ? super.values(unit, item)
                : below(unit, item).map(Parts.Whole::values).orElseGet(() -> super.values(unit, item));
    }

    /** The township's figure of an item. */
    Figure total(Item item) {
        Figure known = totals.get(item.code());
        if (known == null) {
            known = summed(item, together(item, units(item.form()), this::total, () -> basis(item)));
            totals.put(item.code(), known);
        }
        return known;
    }

    /**
     * What is added up comes from the store's own sum, so that the workbook's sum of units is a second way to it.
     */
    private Figure summed(Item item, Figure made) {
        BigDecimal sum = sums.get(item.code());
        boolean isSum = item.across() == Item.Across.SUM
                && item.time() == Item.Time.SUM
                && item.formula().isEmpty();
        return isSum && sum != null && made.value().isPresent() ? made.with(sum) : made;
    }

    /** The township's figure of an indicator's formula. */
    Figure total(String formula) {
        return formulas().of(formula, this::total);
    }
}
