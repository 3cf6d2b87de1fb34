package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Owed;
import org.huizong.period.Frequency;
import org.huizong.period.Period;
import org.huizong.store.FactStore;
import org.huizong.submission.Value;
import org.huizong.validation.Calculator;

/**
 * The figures of a run of months: first over the months within each unit, then over the units.
 *
 * <p>What is owed is every period of every return's own length that lies wholly inside. A computed item is evaluated from
 * aggregated operands, unless its {@code time} is last or max: then its reported values are aggregated like any other.
 */
final class Span {
    private final Catalogue catalogue;
    private final Calculator calculator;
    private final YearMonth last;
    private final Map<String, Map<String, FactStore.Fact>> facts = new HashMap<>();
    private final Map<Duty, Standing> duties = new LinkedHashMap<>();
    private final Map<String, List<String>> unitsByForm = new LinkedHashMap<>();
    private final Map<String, Figure> totals = new HashMap<>();

    Span(Catalogue catalogue, Calculator calculator, FactStore store, YearMonth first, YearMonth last) {
        this.catalogue = catalogue;
        this.calculator = calculator;
        this.last = last;
        store.each(
                first,
                last,
                f -> facts.computeIfAbsent(f.unit(), u -> new HashMap<>()).put(f.item(), f));
        for (Owed owed : owed(catalogue, first, last)) {
            Standing standing = duties.computeIfAbsent(new Duty(owed.unit(), owed.form()), d -> new Standing());
            standing.owed++;
            standing.lastOwed = owed.period().last();
            unitsByForm.computeIfAbsent(owed.form(), f -> new ArrayList<>());
            if (!unitsByForm.get(owed.form()).contains(owed.unit())) {
                unitsByForm.get(owed.form()).add(owed.unit());
            }
        }
        store.counted(first, last)
                .forEach(c -> Optional.ofNullable(duties.get(new Duty(c.unit(), c.form())))
                        .ifPresent(s -> s.counted++));
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
        return unitsByForm.getOrDefault(form, List.of());
    }

    /** The returns that anybody owes in these months. */
    List<String> forms() {
        return List.copyOf(unitsByForm.keySet());
    }

    /** One unit's figure of an item. */
    Figure unit(String unit, Item item) {
        Standing standing = duties.get(new Duty(unit, item.form()));
        if (standing == null) {
            return Figure.NOT_OWED;
        }
        Optional<BigDecimal> value = Optional.empty();
        Optional<YearMonth> asAt = Optional.empty();
        FactStore.Fact fact = facts.getOrDefault(unit, Map.of()).get(item.code());
        if (isRecalculated(item)) {
            value = standing.counted == 0 || (item.time() == Item.Time.NONE && standing.owed > 1)
                    ? Optional.empty()
                    : calculate(item.formula(), code -> unit(unit, item(code)));
        } else if (fact != null) {
            value = switch (item.time()) {
                case SUM -> Optional.of(fact.sum());
                case MAX -> Optional.of(fact.max());
                case LAST -> Optional.of(fact.last());
                case NONE -> standing.owed > 1 ? Optional.empty() : Optional.of(fact.last());
            };
            asAt = item.time() == Item.Time.LAST && fact.lastMonth().isBefore(standing.lastOwed)
                    ? Optional.of(fact.lastMonth())
                    : Optional.empty();
        }
        List<String> missing = standing.counted < standing.owed ? List.of(unit) : List.of();
        return new Figure(value, standing.owed, standing.counted, missing, asAt);
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
        Figure standing = gather(figures);
        List<BigDecimal> values =
                figures.stream().flatMap(f -> f.value().stream()).toList();
        Optional<BigDecimal> value = Optional.empty();
        if (item.across() != Item.Across.NONE && !values.isEmpty()) {
            value = isRecalculated(item)
                    ? calculate(item.formula(), code -> total(item(code)))
                    : values.stream()
                            .reduce(
                                    switch (item.across()) {
                                        case MIN -> BigDecimal::min;
                                        case MAX -> BigDecimal::max;
                                        default -> BigDecimal::add;
                                    });
        }
        return with(standing, value);
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
        List<Figure> operands = calculator.operands(formula).stream()
                .flatMap(code -> catalogue.item(code).stream())
                .collect(java.util.stream.Collectors.toMap(Item::form, figures, Span::fuller, LinkedHashMap::new))
                .values()
                .stream()
                .filter(Figure::isOwed)
                .toList();
        boolean any = calculator.operands(formula).stream()
                .flatMap(code -> catalogue.item(code).stream())
                .anyMatch(i -> figures.apply(i).value().isPresent());
        Figure standing = gather(operands);
        return with(standing, any ? calculate(formula, code -> figures.apply(item(code))) : Optional.empty());
    }

    /** Of two items of one return the standing is the same; the one that is provisional tells more. */
    private static Figure fuller(Figure a, Figure b) {
        return a.asAt().isPresent() ? a : b;
    }

    /** Owed, counted and missing of all of them together, without a value. */
    private Figure gather(List<Figure> figures) {
        List<String> missing =
                figures.stream().flatMap(f -> f.missing().stream()).distinct().toList();
        return new Figure(
                Optional.empty(),
                figures.stream().mapToInt(Figure::owed).sum(),
                figures.stream().mapToInt(Figure::counted).sum(),
                missing,
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

    private static boolean isRecalculated(Item item) {
        return item.isComputed() && (item.time() == Item.Time.SUM || item.time() == Item.Time.NONE);
    }

    private Item item(String code) {
        return catalogue.item(code).orElseThrow();
    }

    private record Duty(String unit, String form) {}

    /** How many a unit owes of one return, how many are counted, and the last month it owes. */
    private static final class Standing {
        private int owed;
        private int counted;
        private YearMonth lastOwed = YearMonth.of(1, 1);
    }
}
