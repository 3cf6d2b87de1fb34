package org.huizong.aggregation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.store.FactStore.Fact;
import org.huizong.store.StoredBaseline;

/** What is known of one item of one unit over a run of months, whichever way it came. */
final class ItemFacts {
    private final YearMonth start;
    private final ItemValues own;
    private Map<String, ItemValues> below = Map.of();
    private List<StoredBaseline> baselines = List.of();

    /** Of periods that end in that month or later. */
    ItemFacts(YearMonth start) {
        this.start = start;
        this.own = new ItemValues(start);
    }

    /** Adds a number. */
    void add(Fact fact) {
        switch (fact.origin()) {
            case RETURN, MEASURE -> own.add(fact.value(), fact.last());
            case ROLLUP -> {
                below = below.isEmpty() ? new LinkedHashMap<>() : below;
                below.computeIfAbsent(fact.part(), p -> new ItemValues(start)).add(fact.value(), fact.last());
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

    /** The baseline figures, by their last month. */
    List<StoredBaseline> baselines() {
        return baselines;
    }
}
