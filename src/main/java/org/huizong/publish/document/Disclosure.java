package org.huizong.publish.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Which counts may be told beside each other. One or two may point at somebody: no part of a count is told that is so few,
 * and none lets one be reckoned, alone or together with others, by adding and subtracting.
 */
final class Disclosure {
    private static final BigFraction FEWEST = new BigFraction(3);

    /** Where more can be reckoned within a count, too many parts follow from it to look at each: it is not told. */
    private static final int MOST = 12;

    private final Set<Count> told = new LinkedHashSet<>();
    private final Set<Count> parted = new HashSet<>();

    /**
     * Decides about counts, the one that adds most and is largest first; of those alike the one that is asked first.
     *
     * @param counts in the order in which they are asked to be told
     */
    Disclosure(List<Count> counts) {
        counts.stream()
                .sorted(Comparator.comparing((Count c) -> -c.sum().weights().size())
                        .thenComparing(Count::value, Comparator.reverseOrder()))
                .filter(c -> !lets(told, List.of(c)))
                .forEach(told::add);
        Set<Count> known = new LinkedHashSet<>(told);
        counts.stream().filter(c -> told.contains(c) && !c.parts().isEmpty()).forEach(whole -> {
            if (!lets(known, whole.parts())) {
                known.addAll(whole.parts());
                parted.add(whole);
            }
        });
    }

    /** Tells whether a count is told. */
    boolean isTold(Count count) {
        return told.contains(count);
    }

    /** Tells whether the parts of a count are told beside it. */
    boolean isParted(Count count) {
        return parted.contains(count);
    }

    /** Tells whether a part of one or two could be reckoned from what is told and more. */
    private static boolean lets(Collection<Count> told, List<Count> more) {
        List<Count> all = Stream.concat(told.stream(), more.stream()).toList();
        Reckoning reckoning = new Reckoning();
        all.forEach(c -> reckoning.tell(c.sum(), c.value()));
        return all.stream()
                .anyMatch(whole -> whole.breakdowns().stream()
                        .anyMatch(pieces -> isFewWithin(whole.sum(), pieces, reckoning.of(pieces))));
    }

    /** Tells whether any of these pieces together, but not all there is, come to one or two. */
    private static boolean isFewWithin(Sum<String> whole, List<Sum<String>> pieces, List<Reckoning.Result> results) {
        if (results.size() > MOST) {
            return true;
        }
        List<Reckoning.Result> all = new ArrayList<>(List.of(new Reckoning.Result(Sum.none(), BigFraction.ZERO)));
        for (Reckoning.Result result : results) {
            all.addAll(all.stream().map(result::plus).toList());
        }
        return all.stream()
                .filter(r -> isFew(r.value()))
                .filter(r -> r.pieces().weights().values().stream().allMatch(BigFraction.ONE::equals))
                .anyMatch(r -> !together(pieces, r).isMultipleOf(whole));
    }

    private static Sum<String> together(List<Sum<String>> pieces, Reckoning.Result result) {
        Sum<String> sum = Sum.none();
        for (int place : result.pieces().weights().keySet()) {
            sum = sum.plus(pieces.get(place), BigFraction.ONE);
        }
        return sum;
    }

    private static boolean isFew(BigFraction count) {
        return count.compareTo(BigFraction.ZERO) > 0 && count.compareTo(FEWEST) < 0;
    }
}
