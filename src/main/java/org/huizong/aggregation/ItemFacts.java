package org.huizong.aggregation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.store.FactStore.Fact;
import org.huizong.store.StoredBaseline;

/** What is known of one item of one unit over a run of months, whichever way it came. */
final class ItemFacts {
    private final YearMonth start;
    private final boolean ofEach;
    private final ItemValues own;
    private Map<YearMonth, Integer> counts = Map.of();
    private Map<String, ItemValues> below = Map.of();
    private List<StoredBaseline> baselines = List.of();

    /**
     * Of periods that end in that month or later.
     *
     * @param ofEach whether the values of each unit below are kept; else they are only counted, a total is enough
     */
    ItemFacts(YearMonth start, boolean ofEach) {
        this.start = start;
        this.ofEach = ofEach;
        this.own = new ItemValues(start);
    }

    /** Adds a number. */
    void add(Fact fact) {
        switch (fact.origin()) {
            case RETURN, MEASURE -> own.add(fact.value(), fact.last());
            case ROLLUP -> {
                counts = counts.isEmpty() ? new HashMap<>() : counts;
                counts.merge(fact.last(), 1, Integer::sum);
                if (ofEach) {
                    below = below.isEmpty() ? new LinkedHashMap<>() : below;
                    below.computeIfAbsent(fact.part(), p -> new ItemValues(start))
                            .add(fact.value(), fact.last());
                }
            }
            case BASELINE -> {
                baselines = baselines.isEmpty() ? new ArrayList<>() : baselines;
                fact.baseline().ifPresent(baselines::add);
            }
        }
    }

    /** What the unit reported itself, or its registers were counted for. */
    ItemValues own() {
        return own;
    }

    /** What each unit below it reported, if it reports for many. */
    Map<String, ItemValues> below() {
        return below;
    }

    /** How many units below it have a value in a month. */
    int countBelow(YearMonth month) {
        return counts.getOrDefault(month, 0);
    }

    /** The baseline figures, by their last month. */
    List<StoredBaseline> baselines() {
        return baselines;
    }

    /** Facts with nothing but the same values of their own are the same; what came from below or as a baseline is one's own. */
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof ItemFacts facts && sharesWith(facts));
    }

    @Override
    public int hashCode() {
        return own.hashCode();
    }

    private boolean sharesWith(ItemFacts other) {
        return isOwnAlone() && other.isOwnAlone() && own.equals(other.own);
    }

    private boolean isOwnAlone() {
        return counts.isEmpty() && below.isEmpty() && baselines.isEmpty();
    }
}
