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
import org.huizong.store.Store;

/**
 * What is known of the runs of months that a period is shown with, read from the store once, however many these are.
 *
 * <p>A counted submission that nobody owes is in no figure.
 */
final class Facts {
    private final List<FactStore.Counted> counted;
    private final Set<Long> lackingBelow;
    private final Set<Long> notOwed;
    private final Optional<Months> added;
    private final Map<String, BigDecimal> sums;
    private final Map<Months, MonthsFacts> spans = new LinkedHashMap<>();

    /**
     * Reads them.
     *
     * @param added the run of months whose items are added up over all units by another way, if one is
     * @param whole runs of months of which every item is needed
     * @param some runs of months of which some items are
     * @param needed the codes of these
     */
    Facts(
            Catalogue catalogue,
            Store store,
            Optional<Months> added,
            Collection<Months> whole,
            Collection<Months> some,
            Predicate<String> needed) {
        Set<Months> all = new HashSet<>(whole);
        all.addAll(some);
        YearMonth first =
                all.stream().map(Months::first).min(YearMonth::compareTo).orElseThrow();
        YearMonth last =
                all.stream().map(Months::last).max(YearMonth::compareTo).orElseThrow();
        Set<String> ofEach = catalogue.items().stream()
                .filter(catalogue::needsUnits)
                .map(Item::code)
                .collect(Collectors.toSet());
        FactStore known = store.facts();
        this.counted = known.counted(first, last);
        this.lackingBelow = catalogue.isOfMany() ? known.lackingBelow(first, last) : Set.of();
        this.notOwed = notOwed(catalogue, counted);
        this.added = added;
        this.sums = added.map(months -> known.sums(months.first(), months.last(), notOwed))
                .orElse(Map.of());
        all.forEach(months -> spans.put(
                months, new MonthsFacts(months, whole.contains(months) ? item -> true : needed, ofEach::contains)));
        Map<ItemFacts, ItemFacts> same = new HashMap<>();
        known.each(first, last, whole.isEmpty() ? needed : item -> true, (unit, facts) -> {
            List<FactStore.Fact> owed = facts.stream()
                    .filter(fact -> fact.submission().filter(notOwed::contains).isEmpty())
                    .toList();
            spans.values().forEach(span -> span.add(unit, owed, same));
        });
        if (catalogue.isOfMany()) {
            leaves(known.filingsBelow(first, last));
        }
    }

    /** Reads every item of these runs of months. */
    Facts(Catalogue catalogue, Store store, Collection<Months> all) {
        this(catalogue, store, Optional.empty(), all, List.of(), item -> false);
    }

    private void leaves(List<FactStore.FilingBelow> filings) {
        Map<Long, FactStore.Counted> returns =
                counted.stream().collect(Collectors.toMap(FactStore.Counted::submission, Function.identity()));
        for (FactStore.FilingBelow filing : filings) {
            FactStore.Counted of = returns.get(filing.submission());
            if (of != null && !notOwed.contains(filing.submission())) {
                spans.values().forEach(span -> span.add(of, filing));
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

    /** What is known of one of the runs of months. */
    MonthsFacts of(Months months) {
        MonthsFacts of = spans.get(months);
        if (of == null) {
            throw new IllegalArgumentException("nobody asked for the facts of " + months);
        }
        return of;
    }

    /** The sum of each item over all units, by another way than through the units' values; of other months none. */
    Map<String, BigDecimal> sums(Months months) {
        return added.equals(Optional.of(months)) ? sums : Map.of();
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
