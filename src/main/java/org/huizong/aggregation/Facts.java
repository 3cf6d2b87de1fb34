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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.store.FactStore;
import org.huizong.store.Store;
import org.huizong.store.StoredBaseline;

/**
 * What is known of the runs of months that a period is shown with, read from the store once, however many these are.
 *
 * <p>A counted submission that nobody owes is in no figure.
 */
final class Facts {
    private final List<FactStore.Counted> counted;
    private final List<StoredBaseline> baselines;
    private final Set<Long> lackingBelow;
    private final Set<Long> notOwed;
    private final List<FactStore.Sum> sums;
    private final Map<Months, Map<String, Map<String, ItemValues>>> values = new LinkedHashMap<>();
    private final Map<Months, Parts> parts = new HashMap<>();

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
        FactStore facts = store.facts();
        this.counted = facts.counted(first, last);
        this.baselines = store.baselines().within(first, last);
        this.lackingBelow = catalogue.isOfMany() ? facts.lackingBelow(first, last) : Set.of();
        this.notOwed = notOwed(catalogue, counted);
        this.sums = facts.sums(first, last, notOwed);
        whole.forEach(months -> values.put(months, new HashMap<>()));
        some.forEach(months -> values.putIfAbsent(months, new HashMap<>()));
        facts.each(first, last, fact -> {
            if (fact.submission().filter(notOwed::contains).isEmpty()) {
                values.forEach((months, of) -> {
                    if (months.contain(fact.first(), fact.last())
                            && (whole.contains(months) || needed.test(fact.item()))) {
                        of.computeIfAbsent(fact.unit(), u -> new HashMap<>())
                                .computeIfAbsent(fact.item(), i -> new ItemValues(months.first()))
                                .add(fact.value(), fact.last());
                    }
                });
            }
        });
        if (catalogue.isOfMany()) {
            values.keySet()
                    .forEach(months -> parts.put(months, Parts.of(facts, months.first(), months.last(), notOwed)));
        }
    }

    /** Reads every item of these runs of months. */
    Facts(Catalogue catalogue, Store store, Collection<Months> all) {
        this(catalogue, store, all, List.of(), item -> false);
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
        return Optional.ofNullable(of(months).getOrDefault(unit, Map.of()).get(item));
    }

    private Map<String, Map<String, ItemValues>> of(Months months) {
        Map<String, Map<String, ItemValues>> of = values.get(months);
        if (of == null) {
            throw new IllegalArgumentException("nobody asked for the facts of " + months);
        }
        return of;
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

    /** The baseline figures. */
    List<StoredBaseline> baselines(Months months) {
        return baselines.stream()
                .filter(b -> months.contain(b.figure().period()))
                .toList();
    }

    /** Numbers of the counted submissions that lack somebody below. */
    Set<Long> lackingBelow() {
        return lackingBelow;
    }

    /** What units that report for many say of those below. */
    Parts parts(Months months) {
        return parts.getOrDefault(months, Parts.NONE);
    }
}
