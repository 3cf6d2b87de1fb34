package org.huizong.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;

/**
 * How the units of a township score in a period.
 *
 * @param units those that are assessed, in the order of the catalogue; none if nobody is
 */
public record Assessment(Period period, List<OfUnit> units) {
    public Assessment {
        units = List.copyOf(units);
    }

    /** Nobody is assessed. */
    public static Assessment none(Period period) {
        return new Assessment(period, List.of());
    }

    /** Whether nobody is assessed. */
    public boolean isEmpty() {
        return units.isEmpty();
    }

    /** All scores, unit by unit. */
    public List<Score> scores() {
        return units.stream().flatMap(u -> u.scores().stream()).toList();
    }

    /**
     * How one unit scores.
     *
     * @param scores one for each criterion of its kind, in the order of the catalogue
     */
    public record OfUnit(Unit unit, List<Score> scores) {
        public OfUnit {
            scores = List.copyOf(scores);
        }

        /** Its points, of those criteria that are assessed. */
        public BigDecimal score() {
            return scores.stream().map(Score::score).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The full score of what is assessed. */
        public BigDecimal full() {
            return sum(scores.stream().filter(Score::isAssessed).toList());
        }

        /** The full score of what is not assessed because something is not known. */
        public BigDecimal open() {
            return sum(scores.stream().filter(Score::isOpen).toList());
        }

        /** Its points in proportion to the full score of what is assessed; empty if nothing is. */
        public Optional<BigDecimal> rate() {
            return Optional.of(full()).filter(f -> f.signum() > 0).map(f -> score().divide(f, MathContext.DECIMAL64));
        }

        private static BigDecimal sum(List<Score> some) {
            return some.stream().map(Score::full).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** The place of a unit among those of its kind, by the proportion of points; equal ones share it. Empty if it has none. */
    public Optional<Integer> rank(OfUnit of) {
        return of.rate()
                .map(rate -> 1
                        + (int) units.stream()
                                .filter(other -> other.unit().kind().isVillage()
                                        == of.unit().kind().isVillage())
                                .flatMap(other -> other.rate().stream())
                                .filter(r -> r.compareTo(rate) > 0)
                                .count());
    }
}
