package org.huizong.aggregation;

import java.math.BigDecimal;
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
 * @param target the township's target of the year; empty if there is none
 * @param unitTargets how far those units have come that have a target of this year or the next, by unit code
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
        Map<String, Figure> byUnit,
        Optional<BigDecimal> target,
        Map<String, TargetProgress> unitTargets) {
    /** The figures that this period is shown with. */
    public Stream<Figure> compared() {
        return Stream.of(prior, yearAgo, yearToDate, yearToDateAgo);
    }

    /** How far the year to date has come towards the township's target. */
    public TargetProgress towards() {
        return new TargetProgress(indicator, target, yearToDate);
    }
}
