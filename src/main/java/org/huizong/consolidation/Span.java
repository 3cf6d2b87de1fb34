package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.period.Validity;
import org.huizong.store.FactStore;
import org.huizong.submission.Value;
import org.huizong.validation.Calculator;

/**
 * The figures of a run of months: first over the months within each unit, then over the units.
 *
 * <p>A submission that is not owed is in no figure. A stock of a unit that was merged before the last month is its successor's from then on.
 */
final class Span {
    private final Catalogue catalogue;
    private final Calculator calculator;
    private final YearMonth last;
    private final Duties duties;
    private final Map<String, Map<String, FactStore.Fact>> facts = new HashMap<>();
    private final Parts parts;
    private final Map<String, BigDecimal> sums;
    private final Map<String, Figure> totals = new HashMap<>();

    Span(
            Catalogue catalogue,
            Calculator calculator,
            FactStore store,
            Schedule schedule,
            YearMonth first,
            YearMonth last) {
        this.catalogue = catalogue;
        this.calculator = calculator;
        this.last = last;
        this.duties = Duties.of(catalogue, schedule, store, first, last);
        store.each(
                first,
                last,
                duties.notOwed(),
                f -> facts.computeIfAbsent(f.unit(), u -> new HashMap<>()).put(f.item(), f));
        this.parts = catalogue.isOfMany() ? Parts.of(store, first, last, duties.notOwed()) : Parts.NONE;
        this.sums = store.sums(first, last, duties.notOwed());
    }

    /** The units that owe a return in these months. */
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

    /** One unit's figure of an item. */
    Figure unit(String unit, Item item) {
        return duties.basis(unit, item.form())
                .map(basis -> unit(unit, item, basis))
                .orElse(Figure.NOT_OWED);
    }

    private Figure unit(String unit, Item item, Basis basis) {
        Optional<BigDecimal> value = Optional.empty();
        Optional<YearMonth> asAt = Optional.empty();
        Optional<FactStore.Fact> fact =
                Optional.ofNullable(facts.getOrDefault(unit, Map.of()).get(item.code()));
        if (hasNoMeaning(item) || isSuccessors(unit, item)) {
            value = Optional.empty();
        } else if (catalogue.isRecalculated(item)) {
            value = basis.counted() == 0 ? Optional.empty() : calculate(item.formula(), code -> unit(unit, item(code)));
        } else if (fact.isPresent()) {
            Optional<Parts.Whole> whole = parts.whole(item, fact.get());
            value = Optional.of(whole.map(Parts.Whole::value).orElseGet(() -> Parts.ofMonths(item, fact.get())));
            asAt = whole.map(Parts.Whole::asAt)
                    .or(() -> fact.map(FactStore.Fact::lastMonth))
                    .filter(m -> item.time() == Item.Time.LAST)
                    .filter(m ->
                            duties.lastOwed(unit, item.form()).map(m::isBefore).orElse(false));
        }
        return new Figure(value, basis, asAt);
    }

    /** Whether the item says nothing over more than one period of its return. */
    private boolean hasNoMeaning(Item item) {
        return item.time() == Item.Time.NONE && duties.areSeveral(item.form());
    }

    /** Whether a stock has gone over to the unit's successor before the last month. */
    private boolean isSuccessors(String unit, Item item) {
        return item.time() == Item.Time.LAST
                && catalogue
                        .unit(unit)
                        .filter(u -> u.mergedInto().isPresent())
                        .map(Unit::validity)
                        .flatMap(Validity::until)
                        .map(last::isAfter)
                        .orElse(false);
    }

    /** The township's figure of an item. */
    Figure total(Item item) {
        Figure known = totals.get(item.code());
        if (known == null) {
            known = aggregate(item);
            totals.put(item.code(), known);
        }
        return known;
    }

    private Figure aggregate(Item item) {
        List<Figure> figures =
                units(item.form()).stream().map(u -> unit(u, item)).toList();
        List<BigDecimal> values =
                figures.stream().flatMap(f -> f.value().stream()).toList();
        Optional<BigDecimal> value = Optional.empty();
        if (item.across() != Item.Across.NONE && !values.isEmpty()) {
            value = catalogue.isRecalculated(item)
                    ? calculate(item.formula(), code -> total(item(code)))
                    : Optional.of(across(item, values));
        }
        return new Figure(value, duties.basis(item.form()), earliest(figures));
    }

    /** What is added up comes from the store's own sum, so that the workbook's sum of units is a second way to it. */
    private BigDecimal across(Item item, List<BigDecimal> values) {
        BigDecimal summed = sums.get(item.code());
        if (item.across() == Item.Across.SUM && item.time() == Item.Time.SUM && summed != null) {
            return summed;
        }
        return values.stream()
                .reduce(
                        switch (item.across()) {
                            case MIN -> BigDecimal::min;
                            case MAX -> BigDecimal::max;
                            default -> BigDecimal::add;
                        })
                .orElseThrow();
    }

    /** One unit's figure of a formula over items; not owed if it owes none of them. */
    Figure unit(String unit, String formula) {
        return formula(formula, item -> unit(unit, item));
    }

    /** The township's figure of a formula over items. */
    Figure total(String formula) {
        return formula(formula, this::total);
    }

    /** What a formula over items comes to, given their figures. */
    Figure formula(String formula, Function<Item, Figure> figures) {
        List<Item> items = calculator.operands(formula).stream().map(this::item).toList();
        List<Figure> all = items.stream().map(figures).toList();
        Map<String, Basis> bases = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            bases.merge(items.get(i).form(), all.get(i).basis(), Basis::alongside);
        }
        boolean any = all.stream().anyMatch(f -> f.value().isPresent());
        return new Figure(
                any ? calculate(formula, code -> figures.apply(item(code))) : Optional.empty(),
                bases.values().stream().reduce(Basis.NONE, Basis::and),
                earliest(all));
    }

    /** The first month up to which any of them reaches, if it is before the last. */
    Optional<YearMonth> earliest(List<Figure> figures) {
        return figures.stream()
                .flatMap(f -> f.asAt().stream())
                .min(YearMonth::compareTo)
                .filter(m -> m.isBefore(last));
    }

    private Optional<BigDecimal> calculate(String formula, Function<String, Figure> figures) {
        return calculator.number(
                formula,
                code -> figures.apply(code).value().<Value>map(Value::of).orElse(Value.Gap.BLANK));
    }

    private Item item(String code) {
        return catalogue.item(code, last).orElseThrow();
    }
}
