package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Owed;
import org.huizong.catalogue.Unit;
import org.huizong.period.Frequency;
import org.huizong.period.Period;
import org.huizong.period.Validity;
import org.huizong.store.FactStore;
import org.huizong.submission.Value;
import org.huizong.validation.Calculator;

/**
 * The figures of a run of months: first over the months within each unit, then over the units.
 *
 * <p>What is owed is every period of every return's own length that lies wholly inside; a submission that is not owed is
 * in no figure. A stock of a unit that was merged before the last month is its successor's from then on.
 */
final class Span {
    private final Catalogue catalogue;
    private final Calculator calculator;
    private final YearMonth last;
    private final Map<String, Map<String, FactStore.Fact>> facts = new HashMap<>();
    private final Map<String, BigDecimal> sums;
    private final Map<Duty, Tally> duties = new LinkedHashMap<>();
    private final Map<String, Set<String>> unitsByForm = new LinkedHashMap<>();
    private final Map<String, Set<Period>> periodsByForm = new HashMap<>();
    private final Map<String, Figure> totals = new HashMap<>();

    Span(Catalogue catalogue, Calculator calculator, FactStore store, YearMonth first, YearMonth last) {
        this.catalogue = catalogue;
        this.calculator = calculator;
        this.last = last;
        Set<Owed> owed = new HashSet<>();
        for (Owed duty : owed(catalogue, first, last)) {
            owed.add(duty);
            Tally tally = duties.computeIfAbsent(new Duty(duty.unit(), duty.form()), d -> new Tally());
            tally.owed++;
            tally.lastOwed = duty.period().last();
            unitsByForm.computeIfAbsent(duty.form(), f -> new LinkedHashSet<>()).add(duty.unit());
            periodsByForm.computeIfAbsent(duty.form(), f -> new HashSet<>()).add(duty.period());
        }
        List<Long> notOwed = new ArrayList<>();
        for (FactStore.Counted counted : store.counted(first, last)) {
            if (owed.contains(new Owed(counted.unit(), counted.form(), Period.parse(counted.period())))) {
                tally(counted.unit(), counted.form()).ifPresent(t -> t.counted++);
            } else {
                notOwed.add(counted.submission());
            }
        }
        store.each(
                first,
                last,
                notOwed,
                f -> facts.computeIfAbsent(f.unit(), u -> new HashMap<>()).put(f.item(), f));
        this.sums = store.sums(first, last, notOwed);
    }

    private static List<Owed> owed(Catalogue catalogue, YearMonth first, YearMonth last) {
        return Stream.of(Frequency.values())
                .flatMap(f -> Stream.iterate(first, m -> !m.isAfter(last), m -> m.plusMonths(1))
                        .map(m -> Period.holding(m, f)))
                .distinct()
                .filter(p -> !p.first().isBefore(first) && !p.last().isAfter(last))
                .sorted()
                .flatMap(p -> catalogue.owed(p).stream())
                .toList();
    }

    /** The units that owe a return in these months. */
    List<String> units(String form) {
        return List.copyOf(unitsByForm.getOrDefault(form, Set.of()));
    }

    /** The returns that anybody owes in these months. */
    List<String> forms() {
        return List.copyOf(unitsByForm.keySet());
    }

    /** One unit's figure of an item. */
    Figure unit(String unit, Item item) {
        return tally(unit, item.form()).map(tally -> unit(unit, item, tally)).orElse(Figure.NOT_OWED);
    }

    private Figure unit(String unit, Item item, Tally tally) {
        Optional<BigDecimal> value = Optional.empty();
        Optional<YearMonth> asAt = Optional.empty();
        Optional<FactStore.Fact> fact =
                Optional.ofNullable(facts.getOrDefault(unit, Map.of()).get(item.code()));
        if (hasNoMeaning(item) || isSuccessors(unit, item)) {
            value = Optional.empty();
        } else if (item.isRecalculated()) {
            value = tally.counted == 0 ? Optional.empty() : calculate(item.formula(), code -> unit(unit, item(code)));
        } else if (fact.isPresent()) {
            value = Optional.of(
                    switch (item.time()) {
                        case SUM -> fact.get().sum();
                        case MAX -> fact.get().max();
                        case LAST, NONE -> fact.get().last();
                    });
            asAt = fact.map(FactStore.Fact::lastMonth)
                    .filter(m -> item.time() == Item.Time.LAST && m.isBefore(tally.lastOwed));
        }
        List<String> missing = tally.counted < tally.owed ? List.of(unit) : List.of();
        return new Figure(value, tally.owed, tally.counted, missing, asAt);
    }

    /** Whether the item says nothing over more than one period of its return. */
    private boolean hasNoMeaning(Item item) {
        return item.time() == Item.Time.NONE
                && periodsByForm.getOrDefault(item.form(), Set.of()).size() > 1;
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
            value = item.isRecalculated()
                    ? calculate(item.formula(), code -> total(item(code)))
                    : Optional.of(across(item, values));
        }
        return with(gather(figures), value);
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

    private Figure formula(String formula, Function<Item, Figure> figures) {
        List<Item> items = calculator.operands(formula).stream().map(this::item).toList();
        List<Figure> standings = items.stream()
                .collect(Collectors.toMap(Item::form, figures, Span::fuller, LinkedHashMap::new))
                .values()
                .stream()
                .filter(Figure::isOwed)
                .toList();
        boolean any = items.stream().anyMatch(i -> figures.apply(i).value().isPresent());
        return with(gather(standings), any ? calculate(formula, code -> figures.apply(item(code))) : Optional.empty());
    }

    /** Of two items of one return the standing is the same; the one that is provisional tells more. */
    private static Figure fuller(Figure a, Figure b) {
        return a.asAt().isPresent() ? a : b;
    }

    /** Owed, counted and missing of all of them together, without a value. */
    private Figure gather(List<Figure> figures) {
        return new Figure(
                Optional.empty(),
                figures.stream().mapToInt(Figure::owed).sum(),
                figures.stream().mapToInt(Figure::counted).sum(),
                figures.stream().flatMap(f -> f.missing().stream()).distinct().toList(),
                figures.stream()
                        .flatMap(f -> f.asAt().stream())
                        .min(YearMonth::compareTo)
                        .filter(m -> m.isBefore(last)));
    }

    private static Figure with(Figure standing, Optional<BigDecimal> value) {
        return new Figure(value, standing.owed(), standing.counted(), standing.missing(), standing.asAt());
    }

    private Optional<BigDecimal> calculate(String formula, Function<String, Figure> figures) {
        return calculator.number(
                formula,
                code -> figures.apply(code).value().<Value>map(Value::of).orElse(Value.Gap.BLANK));
    }

    private Item item(String code) {
        return catalogue.item(code, last).orElseThrow();
    }

    private Optional<Tally> tally(String unit, String form) {
        return Optional.ofNullable(duties.get(new Duty(unit, form)));
    }

    private record Duty(String unit, String form) {}

    /** How many a unit owes of one return, how many are counted, and the last month it owes. */
    private static final class Tally {
        private int owed;
        private int counted;
        private YearMonth lastOwed = YearMonth.of(1, 1);
    }
}
