package org.huizong.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figure of some months of a unit, from which that of a longer run of months is made.
 *
 * @param value the figure
 * @param periods of how many periods of its return it is; 0 if nobody knows
 */
public record Portion(BigDecimal value, int periods) {
    /** The value of one period. */
    public static Portion of(BigDecimal value) {
        return new Portion(value, 1);
    }

    /** These portions and the value of the next period. */
    static List<Portion> with(List<Portion> portions, BigDecimal next) {
        return Stream.concat(portions.stream(), Stream.of(of(next))).toList();
    }

    /** Of how many periods these are together; empty if nobody knows. */
    static Optional<Integer> periods(List<Portion> portions) {
        return portions.stream().allMatch(p -> p.periods() > 0)
                ? Optional.of(portions.stream().mapToInt(Portion::periods).sum())
                : Optional.empty();
    }

    /** The mean over the periods; empty if there are none, or if nobody knows how many. */
    static Optional<BigDecimal> mean(List<Portion> portions) {
        return periods(portions)
                .filter(n -> n > 0)
                .map(n -> portions.stream()
                        .map(p -> p.value().multiply(BigDecimal.valueOf(p.periods())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128));
    }
}
