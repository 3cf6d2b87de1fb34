package org.huizong.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.huizong.model.Period;

/**
 * Where an event counts if some periods are closed, so that the periods always add up to the year.
 *
 * <p>A closed period counts what it counted when it was closed. An event that it counts is counted there alone,
 * wherever its day has moved; one that falls into it without being counted there is counted in the first open period
 * that reported it.
 */
final class Settlement {
    private Settlement() {}

    /**
     * Says what a record adds to a measure in each open period.
     *
     * @param byDay what it adds by its days, in open and closed periods
     * @param kept the closed periods that count it already
     * @param closed every closed period
     * @param reported the first open period whose register says that something falls into a closed one
     */
    static SortedMap<Period, BigDecimal> of(
            SortedMap<Period, BigDecimal> byDay,
            Set<Period> kept,
            Set<Period> closed,
            Function<Period, Optional<Period>> reported) {
        long moved = kept.stream().filter(p -> !byDay.containsKey(p)).count();
        List<Period> late = new ArrayList<>();
        SortedMap<Period, BigDecimal> open = new TreeMap<>();
        for (Map.Entry<Period, BigDecimal> event : byDay.entrySet()) {
            boolean isClosed = closed.contains(event.getKey());
            if (isClosed && kept.contains(event.getKey())) {
                continue;
            }
            if (moved > 0) {
                // it is the one that a closed period counts
                moved--;
            } else if (isClosed) {
                late.add(event.getKey());
            } else {
                open.put(event.getKey(), event.getValue());
            }
        }
        for (Period period : late) {
            reported.apply(period)
                    .ifPresent(by -> open.merge(by, byDay.getOrDefault(period, BigDecimal.ZERO), BigDecimal::add));
        }
        return open;
    }
}
