package org.huizong.aggregation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.huizong.catalogue.Indicator;

/**
 * How far the year to date has come towards a target of the year, of the township or of a unit.
 *
 * @param indicator what is counted
 * @param target what is to be reached; empty if nothing is
 * @param yearToDate January to the period
 */
public record TargetProgress(Indicator indicator, Optional<BigDecimal> target, Figure yearToDate) {
    /**
     * The year to date in percent of the target, one decimal, half up; empty without a target above 0, and where less is
     * better.
     */
    public Optional<BigDecimal> share() {
        return target(Indicator.Direction.UP)
                .filter(t -> t.signum() > 0)
                .flatMap(t -> yearToDate.value().map(v -> v.movePointRight(2).divide(t, 1, RoundingMode.HALF_UP)));
    }

    /**
     * Tells whether the year to date is above the target although less is better; empty without such a target, and while
     * it is not above it but returns are lacking, because nobody knows then.
     */
    public Optional<Boolean> isAbove() {
        Optional<Boolean> above =
                target(Indicator.Direction.DOWN).flatMap(t -> yearToDate.value().map(v -> v.compareTo(t) > 0));
        return above.filter(a -> a || yearToDate.isComplete());
    }

    private Optional<BigDecimal> target(Indicator.Direction direction) {
        return target.filter(t -> indicator.direction() == direction);
    }
}
