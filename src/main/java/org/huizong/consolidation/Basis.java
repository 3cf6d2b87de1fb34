package org.huizong.consolidation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.store.StoredBaseline;

/**
 * What stands behind a figure.
 *
 * @param counted how many of the owed returns are in it
 * @param gaps those that are not, those that are not due yet and those that lack somebody below, by period
 * @param baseline the baseline figures in it that stand in for what was never collected; those owe no returns
 */
public record Basis(int counted, List<Gap> gaps, List<StoredBaseline> baseline) {
    /** Nobody owes anything. */
    public static final Basis NONE = new Basis(0, List.of());

    public Basis {
        gaps = List.copyOf(gaps);
        baseline = List.copyOf(baseline);
    }

    /** Returns alone. */
    public Basis(int counted, List<Gap> gaps) {
        this(counted, gaps, List.of());
    }

    /** How many returns are owed by now. */
    public int owed() {
        return counted + count(Gap.Why.OPEN) + count(Gap.Why.NEVER_RUN);
    }

    /** How many more will be owed that are not due yet. */
    public int notDue() {
        return count(Gap.Why.NOT_DUE);
    }

    /** Codes of the units of which at least one owed return is not there, or not wholly, each once. */
    public List<String> missing() {
        return gaps.stream()
                .filter(g -> g.why() != Gap.Why.NOT_DUE)
                .map(g -> g.owed().unit())
                .distinct()
                .toList();
    }

    private int count(Gap.Why why) {
        return (int) gaps.stream().filter(g -> g.why() == why).count();
    }

    /** Whether the same returns are lacking in both, each in the same month of its run of months. */
    boolean lacksTheSameAs(Basis other) {
        return gaps.size() == other.gaps.size() && places().equals(other.places());
    }

    private Set<Place> places() {
        Set<Place> places = new HashSet<>();
        gaps.forEach(g -> places.add(new Place(g.owed().unit(), g.owed().form(), g.place())));
        return places;
    }

    /** The two together. */
    Basis and(Basis other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        List<Gap> both = new ArrayList<>(gaps);
        both.addAll(other.gaps);
        return new Basis(counted + other.counted, both, union(baseline, other.baseline));
    }

    /** The two together, of two items of one return: a gap is one if either has it. */
    Basis alongside(Basis other) {
        return equals(other) ? this : new Basis(counted, union(gaps, other.gaps), union(baseline, other.baseline));
    }

    /** With baseline figures that stand in for everything owed within these months. */
    Basis filled(List<StoredBaseline> by, Collection<YearMonth> months) {
        List<Gap> left = gaps.stream()
                .filter(g -> !months.containsAll(g.owed().period().months()))
                .toList();
        return new Basis(counted, left, union(baseline, by));
    }

    private static <T> List<T> union(List<T> some, List<T> others) {
        return others.isEmpty()
                ? some
                : Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private record Place(String unit, String form, int month) {}
}
