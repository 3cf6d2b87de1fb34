package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.huizong.aggregation.TargetProgress;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.formula.Formula;

/**
 * How the progress towards a year's target stands against the part of the year that has gone by: 序时进度.
 *
 * @param gone per cent of the year's months that are over, one decimal
 */
public record Pace(Kind kind, BigDecimal gone) {
    /** Percentage points that progress may be behind the months gone by and still be near them. */
    public static final BigDecimal NEAR = BigDecimal.TEN;

    private static final int MONTHS = 12;

    /** Where progress stands. */
    public enum Kind {
        REACHED,
        NEAR,
        BEHIND
    }

    /** That of a target; empty if it does not grow with the year, has no target, or lacks anything since January. */
    public static Optional<Pace> of(Terms terms, TargetProgress progress) {
        if (!progress.yearToDate().isComplete() || !grows(terms.catalogue(), progress.indicator())) {
            return Optional.empty();
        }
        BigDecimal gone = BigDecimal.valueOf(terms.period().last().getMonthValue())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(MONTHS), 1, RoundingMode.HALF_UP);
        return progress.share().map(done -> new Pace(kind(gone.subtract(done)), gone));
    }

    private static Kind kind(BigDecimal behind) {
        if (behind.signum() <= 0) {
            return Kind.REACHED;
        }
        return behind.compareTo(NEAR) <= 0 ? Kind.NEAR : Kind.BEHIND;
    }

    /** Tells whether it grows with the year, as ratios and stocks do not. */
    private static boolean grows(Catalogue catalogue, Indicator indicator) {
        Formula formula = catalogue.formula(indicator.formula());
        return formula.addsUp()
                && formula.operands().stream()
                        .allMatch(code -> catalogue
                                .item(code)
                                .filter(i -> i.time() == Item.Time.SUM)
                                .isPresent());
    }
}
