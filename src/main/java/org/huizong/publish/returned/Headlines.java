package org.huizong.publish.returned;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;

/** Which share of the headline totals, the indicators, an item feeds: by itself, or through an item computed from it. */
final class Headlines {
    private final Catalogue catalogue;
    private final YearMonth month;
    private final Map<String, Integer> fed = new HashMap<>();
    private final int indicators;

    Headlines(Catalogue catalogue, YearMonth month) {
        this.catalogue = catalogue;
        this.month = month;
        List<Indicator> all = catalogue.indicators(List.of(month));
        this.indicators = Math.max(1, all.size());
        for (Indicator indicator : all) {
            Set<String> feeding = new HashSet<>();
            follow(indicator.formula(), feeding);
            feeding.forEach(item -> fed.merge(item, 1, Integer::sum));
        }
    }

    private void follow(String formula, Collection<String> feeding) {
        for (String operand : catalogue.formula(formula).operands()) {
            if (feeding.add(operand)) {
                catalogue.item(operand, month).filter(i -> i.isComputed()).ifPresent(i -> follow(i.formula(), feeding));
            }
        }
    }

    /** The share of an item, from 0 to 1; of no single item, which holds up a whole return, 1. */
    double share(String item) {
        return item.isEmpty() ? 1 : fed.getOrDefault(item, 0) / (double) indicators;
    }
}
