package org.huizong.aggregation;

import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Item.Time;
import org.huizong.formula.Formula;

/** Tells how figures of shorter periods that follow each other make the figure of the longer one. */
public final class TemporalAggregation {
    private TemporalAggregation() {}

    /** For an item as it is asked of one unit. */
    public static Time ofUnit(Catalogue catalogue, Item item) {
        return catalogue.isRecalculated(item)
                ? ofSum(catalogue, item.formula(), TemporalAggregation::ofUnit)
                : item.time().ofLonger();
    }

    /** For the township's figure of an item, which is made of the units' figures of the longer period. */
    public static Time ofTownship(Catalogue catalogue, Item item) {
        return catalogue.isRecalculated(item)
                ? ofSum(catalogue, item.formula(), TemporalAggregation::ofTownship)
                : item.time().ofTotals(item.across());
    }

    /** For an indicator. */
    public static Time of(Catalogue catalogue, Indicator indicator) {
        return ofSum(catalogue, indicator.formula(), TemporalAggregation::ofTownship);
    }

    /** Of the item or indicator of that code, of one unit or of the township; none if there is neither. */
    public static Time of(Catalogue catalogue, String unit, String code) {
        boolean whole = catalogue.top().code().equals(unit);
        Optional<Item> item = catalogue.item(code);
        return item.map(i -> whole ? ofTownship(catalogue, i) : ofUnit(catalogue, i))
                .or(() -> catalogue.indicator(code).map(i -> of(catalogue, i)))
                .orElse(Time.NONE);
    }

    private interface OfItem {
        Time of(Catalogue catalogue, Item item);
    }

    /** Sums and multiples of items join as those do, if all do alike; the largest of sums is no sum of the largest. */
    private static Time ofSum(Catalogue catalogue, String formula, OfItem ofItem) {
        Formula sum = catalogue.formula(formula);
        List<Time> parts = sum.operands().stream()
                .flatMap(code -> catalogue.item(code).stream())
                .map(item -> ofItem.of(catalogue, item))
                .distinct()
                .toList();
        if (!sum.addsUp() || parts.size() != 1) {
            return Time.NONE;
        }
        return parts.get(0) == Time.MAX && !sum.operands().contains(sum.text()) ? Time.NONE : parts.get(0);
    }
}
