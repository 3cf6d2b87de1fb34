package org.huizong.aggregation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.huizong.catalogue.Item;
import org.huizong.model.Months;
import org.huizong.store.FactStore;
import org.huizong.store.FactStore.Fact;
import org.huizong.store.StoredBaseline;

/** What is known of one run of months, by unit and item, as it is added unit by unit. */
final class MonthsFacts {
    private final Months months;
    private final Predicate<String> needed;
    private final Predicate<String> ofEach;
    private final Map<String, Map<String, ItemFacts>> facts = new HashMap<>();
    private final Map<Duty, Leaves> leaves = new HashMap<>();
    private boolean hasBaselines;

    /**
     * Of those months.
     *
     * @param needed tells of the code of an item whether it is kept
     * @param ofEach tells of the code of an item whether a total is too little of it
     */
    MonthsFacts(Months months, Predicate<String> needed, Predicate<String> ofEach) {
        this.months = months;
        this.needed = needed;
        this.ofEach = ofEach;
    }

    /**
     * Adds the numbers of a unit that are of these months and needed.
     *
     * @param all all that is known of the unit
     * @param same keeps one of what is equal: most are small counts, and there is one for each item of each unit
     */
    void add(String unit, List<Fact> all, Map<ItemFacts, ItemFacts> same) {
        Map<String, ItemFacts> ofUnit = new HashMap<>();
        for (Fact fact : all) {
            if (months.contain(fact.first(), fact.last()) && needed.test(fact.item())) {
                ofUnit.computeIfAbsent(fact.item(), i -> new ItemFacts(months.first(), ofEach.test(i)))
                        .add(fact);
                hasBaselines |= fact.origin() == FactStore.Origin.BASELINE;
            }
        }
        if (!ofUnit.isEmpty()) {
            ofUnit.replaceAll((item, facts) -> same.computeIfAbsent(facts, Function.identity()));
            facts.put(unit, Map.copyOf(ofUnit));
        }
    }

    /** Adds a return of a unit below that a counted one handed up, if that is of these months. */
    void add(FactStore.Counted by, FactStore.FilingBelow filing) {
        if (months.contain(by.period())) {
            leaves.computeIfAbsent(new Duty(by.unit(), by.form()), r -> new Leaves())
                    .owes(filing.part(), by.period().last(), filing.counted());
        }
    }

    /** The values of an item of a unit; empty if none was reported. */
    Optional<ItemValues> values(String unit, String item) {
        return facts(unit, item).map(ItemFacts::own).filter(own -> own.count() > 0);
    }

    private Optional<ItemFacts> facts(String unit, String code) {
        return Optional.ofNullable(facts.getOrDefault(unit, Map.of()).get(code));
    }

    /** Says what the units below a unit come to in an item, if it reports for many and says so in every month. */
    Optional<Leaves.Whole> below(String unit, Item item, Optional<YearMonth> stock) {
        return leaves(unit, item.form())
                .flatMap(below -> facts(unit, item.code())
                        .filter(f -> f.own().count() > 0)
                        .flatMap(f -> below.whole(item, f.own(), f.below(), stock)));
    }

    private Optional<Leaves> leaves(String unit, String form) {
        return hasLeaves() ? Optional.ofNullable(leaves.get(new Duty(unit, form))) : Optional.empty();
    }

    /** Tells whether a unit below one that reports for many sent its return of a month and left an item blank. */
    boolean isBlankBelow(String unit, Item item, YearMonth month) {
        int values = facts(unit, item.code()).map(f -> f.countBelow(month)).orElse(0);
        return values > 0
                && leaves(unit, item.form())
                        .filter(below -> below.counted(month) > values)
                        .isPresent();
    }

    /** Tells whether any unit reports for many. */
    boolean hasLeaves() {
        return !leaves.isEmpty();
    }

    /** The baseline figures of an item or an indicator, of a unit or, under the code of the top, of the township. */
    List<StoredBaseline> baselines(String unit, String code) {
        return facts(unit, code).map(ItemFacts::baselines).orElse(List.of());
    }

    /** Tells whether any baseline figure is within these months. */
    boolean hasBaselines() {
        return hasBaselines;
    }
}
