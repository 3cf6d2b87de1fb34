package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.store.FactStore;
import org.huizong.store.FactStore.Fact;
import org.huizong.store.Store;
import org.huizong.store.StoredBaseline;

/**
 * What is known of the runs of months that a period is shown with, read from the store once, however many these are.
 *
 * <p>A counted submission that nobody owes is in no figure.
 */
final class Facts {
    private final List<FactStore.Counted> counted;
    private final Set<Long> lackingBelow;
    private final Set<Long> notOwed;
    private final List<FactStore.Sum> sums;
    private final Map<Months, Map<String, Map<String, ItemFacts>>> facts = new LinkedHashMap<>();
    private final Map<Months, Map<Duty, Leaves>> leaves = new HashMap<>();
    private final Set<Months> withBaselines = new HashSet<>();
    /** The codes of items of which a total is too little. */
    private final Set<String> ofEach;

    /**
     * Reads them.
     *
     * @param whole runs of months of which every item is needed
     * @param some runs of months of which some items are
     * @param needed the codes of these
     */
    Facts(
            Catalogue catalogue,
            Store store,
            Collection<Months> whole,
            Collection<Months> some,
            Predicate<String> needed) {
        Set<Months> all = new HashSet<>(whole);
        all.addAll(some);
        YearMonth first =
                all.stream().map(Months::first).min(YearMonth::compareTo).orElseThrow();
        YearMonth last =
                all.stream().map(Months::last).max(YearMonth::compareTo).orElseThrow();
        this.ofEach = catalogue.items().stream()
                .filter(catalogue::needsUnits)
                .map(Item::code)
                .collect(Collectors.toSet());
        FactStore known = store.facts();
        this.counted = known.counted(first, last);
        this.lackingBelow = catalogue.isOfMany() ? known.lackingBelow(first, last) : Set.of();
        this.notOwed = notOwed(catalogue, counted);
        this.sums = known.sums(first, last, notOwed);
        whole.forEach(months -> facts.put(months, new HashMap<>()));
        some.forEach(months -> facts.putIfAbsent(months, new HashMap<>()));
        known.each(first, last, fact -> {
            if (fact.submission().filter(notOwed::contains).isEmpty()) {
                facts.keySet().stream()
                        .filter(months -> months.contain(fact.first(), fact.last()))
                        .filter(months -> whole.contains(months) || needed.test(fact.item()))
                        .forEach(months -> add(months, fact));
            }
        });
        if (catalogue.isOfMany()) {
            leaves(known.filingsBelow(first, last));
        }
    }

    /** Reads every item of these runs of months. */
    Facts(Catalogue catalogue, Store store, Collection<Months> all) {
        this(catalogue, store, all, List.of(), item -> false);
    }

    private void add(Months months, Fact fact) {
        of(months)
                .computeIfAbsent(fact.unit(), u -> new HashMap<>())
                .computeIfAbsent(fact.item(), i -> new ItemFacts(months.first(), ofEach.contains(i)))
                .add(fact);
        if (fact.origin() == FactStore.Origin.BASELINE) {
            withBaselines.add(months);
        }
    }

    private void leaves(List<FactStore.FilingBelow> filings) {
        Map<Long, FactStore.Counted> returns =
                counted.stream().collect(Collectors.toMap(FactStore.Counted::submission, Function.identity()));
        for (FactStore.FilingBelow filing : filings) {
            FactStore.Counted of = returns.get(filing.submission());
            if (of != null && !notOwed.contains(filing.submission())) {
                facts.keySet().stream()
                        .filter(months -> months.contain(of.period()))
                        .forEach(months -> leaves.computeIfAbsent(months, m -> new HashMap<>())
                                .computeIfAbsent(new Duty(of.unit(), of.form()), r -> new Leaves())
                                .owes(filing.part(), of.period().last(), filing.counted()));
            }
        }
    }

    /** Numbers of those submissions that nobody owes. */
    static Set<Long> notOwed(Catalogue catalogue, Collection<FactStore.Counted> counted) {
        Map<Period, Set<Obligation>> owed = new HashMap<>();
        return counted.stream()
                .filter(c -> !owed.computeIfAbsent(c.period(), p -> new HashSet<>(catalogue.owed(p)))
                        .contains(new Obligation(c.unit(), c.form(), c.period())))
                .map(FactStore.Counted::submission)
                .collect(Collectors.toSet());
    }

    /** The values of an item of a unit; empty if none was reported. */
    Optional<ItemValues> values(Months months, String unit, String item) {
        return facts(months, unit, item).map(ItemFacts::own).filter(own -> own.count() > 0);
    }

    private Optional<ItemFacts> facts(Months months, String unit, String code) {
        return Optional.ofNullable(of(months).getOrDefault(unit, Map.of()).get(code));
    }

    private Map<String, Map<String, ItemFacts>> of(Months months) {
        Map<String, Map<String, ItemFacts>> of = facts.get(months);
        if (of == null) {
            throw new IllegalArgumentException("nobody asked for the facts of " + months);
        }
        return of;
    }

    /** Says what the units below a unit come to in an item, if it reports for many and says so in every month. */
    Optional<Leaves.Whole> below(Months months, String unit, Item item, Optional<YearMonth> stock) {
        return leaves(months, unit, item.form())
                .flatMap(below -> facts(months, unit, item.code())
                        .filter(f -> f.own().count() > 0)
                        .flatMap(f -> below.whole(item, f.own(), f.below(), stock)));
    }

    private Optional<Leaves> leaves(Months months, String unit, String form) {
        return leaves.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(leaves.getOrDefault(months, Map.of()).get(new Duty(unit, form)));
    }

    /** Tells whether a unit below one that reports for many sent its return of a month and left an item blank. */
    boolean isBlankBelow(Months months, String unit, Item item, YearMonth month) {
        int values =
                facts(months, unit, item.code()).map(f -> f.countBelow(month)).orElse(0);
        return values > 0
                && leaves(months, unit, item.form())
                        .filter(below -> below.counted(month) > values)
                        .isPresent();
    }

    /** Tells whether any unit reports for many. */
    boolean hasLeaves() {
        return !leaves.isEmpty();
    }

    /** The baseline figures of an item or an indicator, of a unit or, under the code of the top, of the township. */
    List<StoredBaseline> baselines(Months months, String unit, String code) {
        return facts(months, unit, code).map(ItemFacts::baselines).orElse(List.of());
    }

    /** Tells whether any baseline figure is within these months. */
    boolean hasBaselines(Months months) {
        return withBaselines.contains(months);
    }

    /** The sum of each item over all units, by another way than through the units' values. */
    Map<String, BigDecimal> sums(Months months) {
        Map<String, BigDecimal> added = new HashMap<>();
        sums.stream()
                .filter(s -> months.contain(s.first(), s.last()))
                .forEach(s -> added.merge(s.item(), s.value(), BigDecimal::add));
        return added;
    }

    /** The counted submissions. */
    List<FactStore.Counted> counted(Months months) {
        return counted.stream().filter(c -> months.contain(c.period())).toList();
    }

    /** Numbers of the counted submissions that lack somebody below. */
    Set<Long> lackingBelow() {
        return lackingBelow;
    }
}
