package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.TargetProgress;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Unit;

/** The targets of a year, of the township and of its units, as tables and texts tell them. */
public final class Targets {
    private Targets() {}

    /**
     * A target.
     *
     * @param unit whose it is; empty if it is the township's
     * @param next that of the year after
     */
    public record Row(Optional<Unit> unit, TargetProgress progress, Optional<BigDecimal> next) {}

    /** The targets of a publication by indicator, the township's before those of its units. */
    public static List<Row> rows(Terms terms) {
        Catalogue catalogue = terms.catalogue();
        int year = year(terms);
        List<Row> rows = new ArrayList<>();
        for (IndicatorFigures figures : terms.consolidation().indicators()) {
            Indicator indicator = figures.indicator();
            rows.add(new Row(Optional.empty(), figures.towards(), next(terms, indicator)));
            figures.unitTargets()
                    .forEach((unit, progress) -> rows.add(
                            new Row(catalogue.unit(unit), progress, catalogue.target(indicator, unit, year + 1))));
        }
        rows.removeIf(r -> r.progress().target().isEmpty() && r.next().isEmpty());
        return rows;
    }

    public static int year(Terms terms) {
        return terms.period().last().getYear();
    }

    /** The township's target of the year after, if the table of targets has it: one for every year is no news. */
    public static Optional<BigDecimal> next(Terms terms, Indicator indicator) {
        return terms.catalogue()
                .target(indicator, year(terms) + 1)
                .filter(next -> !Optional.of(next).equals(indicator.target()));
    }

    /** Tells whether the list says more than 主要指标: whether a unit has a target, or the year after has one. */
    public static boolean isWorthAPage(Terms terms) {
        return rows(terms).stream()
                .anyMatch(r -> r.unit().isPresent() || r.next().isPresent());
    }
}
