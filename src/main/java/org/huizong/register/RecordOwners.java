package org.huizong.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.store.Store;

/**
 * Which unit each record of a register belongs to: the one that reported its key first, by period, then by the day its
 * register came, then in the order of units.csv. A unit that was merged hands its records on to its successor.
 */
public final class RecordOwners {
    private final Catalogue catalogue;
    private final Store store;
    private final String register;
    private final Map<String, List<First>> claims = new HashMap<>();
    private final Map<String, Owner> owners = new HashMap<>();
    private final List<String> order;

    /** The first period in which a unit reported a key. */
    private record First(String unit, Period period) {}

    /**
     * Who owns a record.
     *
     * @param unit code of the unit that reported it first
     * @param since the period in which it did
     */
    public record Owner(String unit, Period since) {}

    /** Owners of the records of that register; nobody has reported any yet. */
    public RecordOwners(Catalogue catalogue, Store store, String register) {
        this.catalogue = catalogue;
        this.store = store;
        this.register = register;
        this.order = catalogue.units().stream().map(Unit::code).toList();
    }

    /** Notes that a unit's counted register of a period holds a key; the order of the calls makes no difference. */
    public void reported(String unit, Period period, String key) {
        List<First> all = claims.computeIfAbsent(key, k -> new ArrayList<>(1));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).unit().equals(unit)) {
                if (period.last().isBefore(all.get(i).period().last())) {
                    all.set(i, new First(unit, period));
                }
                return;
            }
        }
        all.add(new First(unit, period));
    }

    /** The owner of a key; empty if nobody has reported it. */
    public Optional<Owner> of(String key) {
        List<First> all = claims.getOrDefault(key, List.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(owners.computeIfAbsent(key, k -> {
            First first = all.size() == 1
                    ? all.get(0)
                    : all.stream().min(earliest(key)).orElseThrow();
            return new Owner(first.unit(), first.period());
        }));
    }

    private Comparator<First> earliest(String key) {
        return Comparator.comparing((First f) -> f.period().last())
                .thenComparing(f -> received(f, key))
                .thenComparing(f -> order.indexOf(f.unit()));
    }

    private LocalDate received(First first, String key) {
        return store.submissions()
                .firstReceived(first.unit(), register, first.period(), key)
                .orElse(LocalDate.MAX);
    }

    /**
     * Who holds a key in a period: its owner or, once that was merged, the successor. Empty if nobody has reported it.
     */
    public Optional<String> holder(String key, Period period) {
        return of(key).map(o -> successor(o.unit(), period));
    }

    /** Tells whether a unit's row of a period is the record itself, and not another unit's. */
    public boolean isHeld(String unit, String key, Period period) {
        return holder(key, period).filter(unit::equals).isPresent();
    }

    /** The unit itself or, if it was merged before the period, the one that goes on with what it had. */
    String successor(String unit, Period period) {
        return successor(unit, period, 0);
    }

    private String successor(String unit, Period period, int steps) {
        Optional<Unit> found = catalogue.unit(unit);
        boolean ended = found.flatMap(u -> u.validity().until())
                .map(period.last()::isAfter)
                .orElse(false);
        Optional<String> into = found.flatMap(Unit::mergedInto);
        // a circle of mergers leads nowhere
        return ended && into.isPresent() && steps <= order.size() ? successor(into.get(), period, steps + 1) : unit;
    }
}
