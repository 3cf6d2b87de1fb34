package org.huizong.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Criterion;
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

    /** The criteria by which anybody is assessed. */
    public List<Criterion> criteria() {
        return criteria(units);
    }

    private static List<Criterion> criteria(List<OfUnit> some) {
        return some.stream()
                .flatMap(u -> u.scores().stream())
                .map(Score::criterion)
                .distinct()
                .toList();
    }

    /**
     * The units in the groups that are ranked together: departments, then villages and communities; none without units.
     *
     * @param order all criteria in the order in which they are shown
     */
    public List<Block> blocks(List<Criterion> order) {
        return Stream.of(false, true)
                .map(villages -> units.stream()
                        .filter(u -> u.unit().kind().isVillage() == villages)
                        .toList())
                .filter(some -> !some.isEmpty())
                .map(some -> new Block(
                        order.stream().filter(criteria(some)::contains).toList(), some))
                .toList();
    }

    /**
     * Units that are ranked together.
     *
     * @param criteria those by which any of them is assessed
     */
    public record Block(List<Criterion> criteria, List<OfUnit> units) {
        public Block {
            criteria = List.copyOf(criteria);
            units = List.copyOf(units);
        }

        /** Whether they are villages and communities. */
        public boolean isVillages() {
            return units.get(0).unit().kind().isVillage();
        }

        /** The full score of a criterion among them. */
        public BigDecimal full(Criterion criterion) {
            return units.stream()
                    .flatMap(u -> u.by(criterion).stream())
                    .map(Score::full)
                    .max(Comparator.naturalOrder())
                    .orElseGet(criterion::full);
        }
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

        /** Its score by a criterion; empty if it is not assessed by that. */
        public Optional<Score> by(Criterion criterion) {
            return scores.stream().filter(s -> s.criterion().equals(criterion)).findFirst();
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
