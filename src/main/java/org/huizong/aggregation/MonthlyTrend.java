package org.huizong.aggregation;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the indicators went from January to the period's last month, from what was counted alone.
 *
 * @param months the figures of each month, in order; empty where there are more units than {@link #MOST_UNITS}
 * @param toDate the figures of all these months together
 */
public record MonthlyTrend(Map<YearMonth, Part> months, Part toDate) {
    /** With more units than this nobody picks one from a list, and the months of all would take longer than the period. */
    public static final int MOST_UNITS = 400;

    /** Nothing is told of the months. */
    static final MonthlyTrend UNTOLD = new MonthlyTrend(Map.of(), new Part(Map.of(), Map.of()));

    public MonthlyTrend {
        months = Collections.unmodifiableMap(new LinkedHashMap<>(months));
    }

    /**
     * The indicators of some months.
     *
     * @param totals the township's by indicator code
     * @param byUnit each unit's by indicator code, then unit code; only units that owe a return it is made of
     */
    public record Part(Map<String, Figure> totals, Map<String, Map<String, Figure>> byUnit) {
        /** The township's figure of an indicator; not owed if there was no such indicator. */
        public Figure total(String indicator) {
            return totals.getOrDefault(indicator, Figure.NOT_OWED);
        }

        /** A unit's figure of an indicator; not owed if it owes no return that it is made of. */
        public Figure unit(String unit, String indicator) {
            return byUnit.getOrDefault(indicator, Map.of()).getOrDefault(unit, Figure.NOT_OWED);
        }

        /** The units that owe a return which an indicator is made of. */
        public List<String> units(String indicator) {
            return List.copyOf(byUnit.getOrDefault(indicator, Map.of()).keySet());
        }
    }
}
