package org.huizong.aggregation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Indicator;

/**
 * One indicator: a line of 主要指标.
 *
 * @param indicator what it is
 * @param now this period
 * @param prior the period before
 * @param yearAgo the same period a year ago
 * @param yearToDate January to this period
 * @param yearToDateAgo the same months a year ago
 * @param againstPrior this period against the one before: 环比
 * @param againstYearAgo this period against the same a year ago: 同比
 * @param yearAgainstYearAgo the year to date against the same months a year ago: 累计同比
 * @param byUnit this period by unit code; only units that owe a return it is made of
 */
public record IndicatorFigures(
        Indicator indicator,
        Figure now,
        Figure prior,
        Figure yearAgo,
        Figure yearToDate,
        Figure yearToDateAgo,
        Comparison againstPrior,
        Comparison againstYearAgo,
        Comparison yearAgainstYearAgo,
        Map<String, Figure> byUnit) {
    /** The figures that this period is shown with. */
    public Stream<Figure> compared() {
        return Stream.of(prior, yearAgo, yearToDate, yearToDateAgo);
    }

    /**
     * The year to date in percent of the year's target, one decimal, half up; empty without a target above 0, and where
     * less is better.
     */
    public Optional<BigDecimal> progress() {
        return target(Indicator.Direction.UP)
                .filter(t -> t.signum() > 0)
                .flatMap(t -> yearToDate.value().map(v -> v.movePointRight(2).divide(t, 1, RoundingMode.HALF_UP)));
    }

    /**
     * Tells whether the year to date is above the year's target although less is better; empty without such a target,
     * and while it is not above it but returns are lacking, because nobody knows then.
     */
    public Optional<Boolean> isAboveTarget() {
        Optional<Boolean> above =
                target(Indicator.Direction.DOWN).flatMap(t -> yearToDate.value().map(v -> v.compareTo(t) > 0));
        return above.filter(a -> a || yearToDate.isComplete());
    }

    private Optional<BigDecimal> target(Indicator.Direction direction) {
        return indicator.target().filter(t -> indicator.direction() == direction);
    }
}
