package org.huizong.demo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Divides a whole number into whole parts by weight, the way seats are allotted to parties (Sainte-Laguë). */
final class Allotment {
    private Allotment() {}

    private record Claim<K extends Comparable<K>>(K key, double weight, int limit, int has) {
        double strength() {
            return weight / (2 * has + 1);
        }

        Claim<K> more() {
            return new Claim<>(key, weight, limit, has + 1);
        }

        boolean open() {
            return weight > 0 && has < limit;
        }
    }

    /**
     * Divides a total among keys; equal strength is settled by the order of the keys.
     *
     * @param weights how strongly each key pulls; one of 0 gets nothing
     * @param limits the most that a key may get; a key without an entry may get everything
     * @throws IllegalStateException if the limits leave no room for the total
     */
    static <K extends Comparable<K>> Map<K, Integer> of(int total, Map<K, Double> weights, Map<K, Integer> limits) {
        Map<K, Integer> parts = new LinkedHashMap<>();
        var claims = new PriorityQueue<Claim<K>>(
                Comparator.comparing((Claim<K> c) -> -c.strength()).thenComparing(Claim::key));
        weights.forEach((key, weight) -> {
            parts.put(key, 0);
            claims.add(new Claim<>(key, weight, limits.getOrDefault(key, total), 0));
        });
        claims.removeIf(c -> !c.open());
        for (int i = 0; i < total; i++) {
            Claim<K> strongest = claims.poll();
            if (strongest == null) {
                throw new IllegalStateException(
                        "no room for " + (total - i) + " of " + total + " in " + new TreeMap<>(limits));
            }
            parts.merge(strongest.key(), 1, Integer::sum);
            if (strongest.more().open()) {
                claims.add(strongest.more());
            }
        }
        return parts;
    }
}
