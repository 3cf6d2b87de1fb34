package org.huizong.publish.document;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * So many times each of several things, exactly.
 *
 * @param weights how many times each; none of them 0
 */
record Sum<T extends Comparable<T>>(SortedMap<T, BigFraction> weights) {
    Sum {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    /** One thing once. */
    static <T extends Comparable<T>> Sum<T> of(T thing) {
        SortedMap<T, BigFraction> once = new TreeMap<>();
        once.put(thing, BigFraction.ONE);
        return new Sum<>(once);
    }

    /** Nothing. */
    static <T extends Comparable<T>> Sum<T> none() {
        return new Sum<>(new TreeMap<T, BigFraction>());
    }

    boolean isNothing() {
        return weights.isEmpty();
    }

    /** How many times a thing is in it. */
    BigFraction weight(T thing) {
        return weights.getOrDefault(thing, BigFraction.ZERO);
    }

    /** It and so many times another. */
    Sum<T> plus(Sum<T> other, BigFraction times) {
        SortedMap<T, BigFraction> sum = new TreeMap<>(weights);
        other.weights.forEach((thing, weight) -> sum.merge(thing, weight.multiply(times), BigFraction::add));
        sum.values().removeIf(BigFraction.ZERO::equals);
        return new Sum<>(sum);
    }

    /** So many times it. */
    Sum<T> times(BigFraction factor) {
        return Sum.<T>none().plus(this, factor);
    }

    /** Whether it is so many times the other, whatever number that is. */
    boolean isMultipleOf(Sum<T> other) {
        return weights.keySet().equals(other.weights.keySet())
                && weights.entrySet().stream()
                                .map(e -> e.getValue().divide(other.weight(e.getKey())))
                                .collect(Collectors.toSet())
                                .size()
                        <= 1;
    }
}
