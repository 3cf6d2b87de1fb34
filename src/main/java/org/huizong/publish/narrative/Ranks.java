package org.huizong.publish.narrative;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Unit;

/** Who reports how timely: 1 for the most timely; equal ones share a rank, and who has reported nothing has none. */
public final class Ranks {
    private final Map<String, Integer> ranks = new HashMap<>();

    public Ranks(List<Unit> units, States states) {
        Comparator<Timeliness> order = Comparator.comparingDouble(Timeliness::inTime)
                .thenComparingDouble(Timeliness::counted)
                .reversed()
                .thenComparingLong(Timeliness::daysLate);
        List<Timeliness> sorted = units.stream()
                .filter(u -> states.of(u.code()).counted() > 0)
                .map(u -> Timeliness.of(u, states.of(u.code())))
                .sorted(order)
                .toList();
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            rank = i > 0 && order.compare(sorted.get(i - 1), sorted.get(i)) == 0 ? rank : i + 1;
            ranks.put(sorted.get(i).unit(), rank);
        }
    }

    /** A unit's rank. */
    public Optional<Integer> of(Unit unit) {
        return Optional.ofNullable(ranks.get(unit.code()));
    }

    /** What timeliness is ranked by: the part that came in time, the part that came at all, days late. */
    private record Timeliness(String unit, double inTime, double counted, long daysLate) {
        static Timeliness of(Unit unit, Standings all) {
            return new Timeliness(
                    unit.code(),
                    (double) all.inTime() / all.owed(),
                    (double) all.counted() / all.owed(),
                    all.daysLate());
        }
    }
}
