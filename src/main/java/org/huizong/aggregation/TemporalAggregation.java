package org.huizong.aggregation;

import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.formula.Formula;

/** How figures of shorter periods that follow each other make the figure of the longer one. */
public enum TemporalAggregation {
    /** They are added up. */
    ADD,
    /** The first one is it: an opening stock. */
    FIRST,
    /** The last one is it: a stock. */
    LAST,
    /** The largest one is it. */
    MAX,
    /** They do not: a ratio, or the smallest of the units' totals. */
    NONE;

    /** For an item as it is asked of one unit. */
    public static TemporalAggregation ofUnit(Catalogue catalogue, Item item) {
        if (catalogue.isRecalculated(item)) {
            return ofSum(catalogue, item.formula(), TemporalAggregation::ofUnit);
        }
        return switch (item.time()) {
            case SUM -> ADD;
            case FIRST -> FIRST;
            case LAST -> LAST;
            case MAX -> MAX;
            case MEAN, NONE -> NONE;
        };
    }

    /** For the township's figure of an item, which is made of the units' figures of the longer period. */
    public static TemporalAggregation ofTownship(Catalogue catalogue, Item item) {
        if (catalogue.isRecalculated(item)) {
            return ofSum(catalogue, item.formula(), TemporalAggregation::ofTownship);
        }
        return switch (item.time()) {
            case SUM -> item.across() == Item.Across.SUM ? ADD : NONE;
            case FIRST -> FIRST;
            case LAST -> LAST;
            case MAX -> item.across() == Item.Across.MAX ? MAX : NONE;
            case MEAN, NONE -> NONE;
        };
    }

    /** For an indicator. */
    public static TemporalAggregation of(Catalogue catalogue, Indicator indicator) {
        return ofSum(catalogue, indicator.formula(), TemporalAggregation::ofTownship);
    }

    /** Of the item or indicator of that code, of one unit or of the township; none if there is neither. */
    public static TemporalAggregation of(Catalogue catalogue, String unit, String code) {
        boolean whole = catalogue.top().code().equals(unit);
        Optional<Item> item = catalogue.item(code);
        return item.map(i -> whole ? ofTownship(catalogue, i) : ofUnit(catalogue, i))
                .or(() -> catalogue.indicators().stream()
                        .filter(i -> i.code().equals(code))
                        .findFirst()
                        .map(i -> of(catalogue, i)))
                .orElse(NONE);
    }

    private interface OfItem {
        TemporalAggregation of(Catalogue catalogue, Item item);
    }

    /** Sums and multiples of items join as those do, if all do alike; the largest of sums is no sum of the largest. */
    private static TemporalAggregation ofSum(Catalogue catalogue, String formula, OfItem ofItem) {
        Formula sum = catalogue.formula(formula);
        List<TemporalAggregation> parts = sum.operands().stream()
                .flatMap(code -> catalogue.item(code).stream())
                .map(item -> ofItem.of(catalogue, item))
                .distinct()
                .toList();
        if (!sum.addsUp() || parts.size() != 1) {
            return NONE;
        }
        return parts.get(0) == MAX && !sum.operands().contains(sum.text()) ? NONE : parts.get(0);
    }
}
