package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;

/** The indicators of 首页. */
public final class Headlines {
    private Headlines() {}

    /**
     * Those that have a place there, in its order; of tables that give none a place in turn from each section, in the
     * order of the report.
     */
    public static List<IndicatorFigures> of(Terms terms) {
        List<IndicatorFigures> all = terms.consolidation().indicators();
        List<IndicatorFigures> placed = all.stream()
                .filter(i -> i.indicator().headline().isPresent())
                .sorted(Comparator.comparing(i -> i.indicator().headline().orElse(0)))
                .toList();
        return placed.isEmpty() ? inTurn(all) : placed;
    }

    private static List<IndicatorFigures> inTurn(List<IndicatorFigures> all) {
        Map<String, List<IndicatorFigures>> sections = new LinkedHashMap<>();
        all.forEach(i -> sections.computeIfAbsent(i.indicator().section(), s -> new ArrayList<>())
                .add(i));
        List<IndicatorFigures> chosen = new ArrayList<>();
        for (int turn = 0; turn < all.size(); turn++) {
            for (List<IndicatorFigures> section : sections.values()) {
                if (turn < section.size() && chosen.size() < Indicator.MAX_HEADLINES) {
                    chosen.add(section.get(turn));
                }
            }
        }
        return all.stream().filter(chosen::contains).toList();
    }
}
