package org.huizong.edition;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.store.EditionStore.Line;

/** Which changes of returns reach a number that a period's workbook shows. */
final class Shown {
    private final Period period;
    private final List<Line> totals;
    private final ItemsBehind operands;

    /**
     * Of the workbook of a period.
     *
     * @param lines what its edition says
     */
    Shown(Catalogue catalogue, Period period, List<Line> lines) {
        this.period = period;
        this.totals =
                lines.stream().filter(l -> LineKind.of(l.kind()).isTotal()).toList();
        this.operands = new ItemsBehind(catalogue);
    }

    /**
     * Tells whether a change is of the period itself, or reaches one of its totals, or a month of an indicator's
     * course.
     */
    boolean has(ReturnChange change) {
        return change.hasFigures()
                && (LineKind.ITEM.months(period).hold(change.owed().period())
                        || isInTheCourse(change)
                        || totals.stream().anyMatch(l -> reaches(LineKind.of(l.kind()), l.code(), change)));
    }

    /** Tells whether it shows any of these items of a period, by itself or as part of a total. */
    boolean has(Period changed, Set<String> items) {
        return LineKind.ITEM.months(period).hold(changed)
                || totals.stream()
                        .filter(l -> LineKind.of(l.kind()).months(period).hold(changed))
                        .anyMatch(l -> !Collections.disjoint(operands.of(LineKind.of(l.kind()), l.code()), items));
    }

    /** Tells whether it is of a month of the year, by each of which the workbook shows indicators. */
    boolean isInTheCourse(ReturnChange change) {
        return LineKind.YEAR_TO_DATE.months(period).hold(change.owed().period())
                && totals.stream()
                        .filter(l -> LineKind.of(l.kind()) == LineKind.INDICATOR)
                        .map(l -> operands.of(LineKind.INDICATOR, l.code()))
                        .anyMatch(of -> change.items().stream().anyMatch(i -> of.contains(i.code())));
    }

    /** Tells whether a total is worked out from what changed. */
    boolean reaches(LineKind kind, String code, ReturnChange change) {
        return change.concerns(operands.of(kind, code), kind.months(period));
    }
}
