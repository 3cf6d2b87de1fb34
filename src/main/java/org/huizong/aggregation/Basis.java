package org.huizong.aggregation;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huizong.store.StoredBaseline;

/**
 * What stands behind a figure.
 *
 * @param counted how many of the owed returns are in it
 * @param gaps what it lacks: returns that are not there, not due yet, lack somebody below or left it blank; by period
 * @param baseline the baseline figures in it that stand in for what was never collected; those owe no returns
 * @param idle returns that are owed and not there, but do not touch it: of other months than the one a stock stands for
 */
public record Basis(int counted, List<MissingFiling> gaps, List<StoredBaseline> baseline, List<MissingFiling> idle) {
    /** Nobody owes anything. */
    public static final Basis NONE = new Basis(0, List.of());

    public Basis {
        gaps = List.copyOf(gaps);
        baseline = List.copyOf(baseline);
        idle = List.copyOf(idle);
    }

    /** Returns alone. */
    public Basis(int counted, List<MissingFiling> gaps) {
        this(counted, gaps, List.of(), List.of());
    }

    /** Everything that is not there, whether it touches the figure or not. */
    public List<MissingFiling> all() {
        return either(gaps, idle);
    }

    /** How many returns are owed by now. */
    public int owed() {
        return counted + count(MissingFiling.Why.OPEN) + count(MissingFiling.Why.NEVER_RUN);
    }

    /** How many more will be owed that are not due yet. */
    public int notDue() {
        return count(MissingFiling.Why.NOT_DUE);
    }

    /**
     * Codes of the units of which at least one owed return is not there, or not wholly, each once, in the order of the list
     * of units.
     */
    public List<String> missing() {
        return all().stream()
                .filter(g -> g.why() != MissingFiling.Why.NOT_DUE && g.why() != MissingFiling.Why.BLANK)
                .sorted(Comparator.comparingInt(MissingFiling::unit))
                .map(g -> g.owed().unit())
                .distinct()
                .toList();
    }

    private int count(MissingFiling.Why why) {
        return (int) all().stream().filter(g -> g.why() == why).count();
    }

    /** The same of which only these gaps touch the figure. */
    Basis touching(Predicate<MissingFiling> touches) {
        if (gaps.stream().allMatch(touches)) {
            return this;
        }
        List<MissingFiling> others = gaps.stream().filter(touches.negate()).toList();
        return new Basis(counted, gaps.stream().filter(touches).toList(), baseline, either(idle, others));
    }

    /** The same with more gaps. */
    Basis lacking(List<MissingFiling> more) {
        return more.isEmpty() ? this : new Basis(counted, either(gaps, more), baseline, idle);
    }

    /** Whether the same returns are lacking in both, each in the same month of its run of months. */
    boolean lacksTheSameAs(Basis other) {
        return gaps.size() == other.gaps.size() && places().equals(other.places());
    }

    /** Tells whether the same returns of the same months are lacking in both, whichever returns these are of. */
    boolean lacksTheSameReturnsAs(Basis other) {
        return lacking().equals(other.lacking());
    }

    /** Who lacks which month; of what is lacking below a unit, in which return. */
    private Set<List<Object>> lacking() {
        Set<List<Object>> lacking = new HashSet<>();
        gaps.forEach(g -> lacking.add(List.of(
                g.owed().unit(),
                g.owed().period(),
                g.why() == MissingFiling.Why.BELOW ? g.owed().form() : "")));
        return lacking;
    }

    private Set<Place> places() {
        Set<Place> places = new HashSet<>();
        gaps.forEach(g -> places.add(new Place(g.owed().unit(), g.owed().form(), g.place())));
        return places;
    }

    /** The two together. */
    public Basis and(Basis other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        return new Basis(
                counted + other.counted,
                joined(gaps, other.gaps),
                union(baseline, other.baseline),
                joined(idle, other.idle));
    }

    /** The two together, of two items of one return: a gap is one if either has it. */
    Basis alongside(Basis other) {
        if (equals(other) || other.equals(NONE)) {
            return this;
        }
        List<MissingFiling> both = either(gaps, other.gaps);
        Set<MissingFiling> touching = new HashSet<>(both);
        return equals(NONE)
                ? other
                : new Basis(
                        counted,
                        both,
                        union(baseline, other.baseline),
                        either(idle, other.idle).stream()
                                .filter(g -> !touching.contains(g))
                                .toList());
    }

    /** With baseline figures that stand in for everything owed within these months. */
    Basis filled(List<StoredBaseline> by, Collection<YearMonth> months) {
        Predicate<MissingFiling> left =
                g -> !months.containsAll(g.owed().period().months());
        return new Basis(
                counted,
                gaps.stream().filter(left).toList(),
                union(baseline, by),
                idle.stream().filter(left).toList());
    }

    /** All that is lacking in two figures of different returns or units, in its order. */
    private static List<MissingFiling> joined(List<MissingFiling> some, List<MissingFiling> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        return Stream.concat(some.stream(), others.stream()).sorted().toList();
    }

    /** What is lacking in either of two figures, each once, in its order. */
    private static List<MissingFiling> either(List<MissingFiling> some, List<MissingFiling> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
    }

    private static List<StoredBaseline> union(List<StoredBaseline> some, List<StoredBaseline> others) {
        return others.isEmpty()
                ? some
                : Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private record Place(String unit, String form, int month) {}
}
