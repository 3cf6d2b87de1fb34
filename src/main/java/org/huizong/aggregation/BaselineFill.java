package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Portion;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.store.StoredBaseline;

/**
 * Tells which baseline figures stand in for months of which nothing was collected.
 *
 * <p>Those months are filled wholly or not at all; a longer figure is never split.
 */
final class BaselineFill {
    private static final Comparator<StoredBaseline> LONGEST = Comparator.comparing(
                    (StoredBaseline s) -> s.figure().period().frequency().months())
            .reversed();

    private final MonthsFacts facts;
    private final Months months;
    private final YearMonth first;
    private final YearMonth last;
    private final CollectedMonths collected;

    BaselineFill(Catalogue catalogue, Facts facts, Months months) {
        this.facts = facts.of(months);
        this.months = months;
        this.first = months.first();
        this.last = months.last();
        this.collected = new CollectedMonths(catalogue, isEmpty() ? List.of() : facts.counted(months));
    }

    /** Tells whether there are none. */
    boolean isEmpty() {
        return !facts.hasBaselines();
    }

    /**
     * What stands in for the months of which nothing was collected; empty if none are left to fill, or if they cannot be
     * filled.
     *
     * @param unit code of the unit; that of the top for the township
     * @param code of the item or indicator
     * @param joining how its figures of shorter periods make a longer one
     * @param items what it is collected with
     */
    Optional<Fill> fill(String unit, String code, Item.Time joining, Collection<Item> items) {
        List<StoredBaseline> known = facts.baselines(unit, code);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Set<YearMonth> open = new HashSet<>(months.all());
        open.removeIf(month -> collected.any(items, List.of(month)));
        List<StoredBaseline> fitting = known.stream()
                .filter(s -> open.containsAll(s.figure().period().months()))
                .sorted(LONGEST)
                .toList();
        return fitting.stream()
                .filter(this::isWhole)
                .findFirst()
                .map(s -> new Fill(joining, s.figure().value(), List.of(s), open))
                .or(() -> switch (joining.stands()) {
                    case ALL ->
                        tiles(fitting, open)
                                .flatMap(t -> joining.of(portions(t)).map(v -> new Fill(joining, v, t, open)));
                    case FIRST ->
                        earliest(fitting).map(s -> new Fill(joining, s.figure().value(), List.of(s), open));
                    case LAST ->
                        latest(fitting).map(s -> new Fill(joining, s.figure().value(), List.of(s), open));
                    case ONE -> Optional.empty();
                });
    }

    private boolean isWhole(StoredBaseline stored) {
        Period period = stored.figure().period();
        return period.first().equals(first) && period.last().equals(last);
    }

    private Optional<StoredBaseline> earliest(List<StoredBaseline> fitting) {
        return fitting.stream()
                .filter(s -> s.figure().period().first().equals(first))
                .reduce((a, b) -> b);
    }

    private Optional<StoredBaseline> latest(List<StoredBaseline> fitting) {
        return fitting.stream()
                .filter(s -> s.figure().period().last().equals(last))
                .reduce((a, b) -> b);
    }

    /** Figures side by side that cover the open months, each month once, the longest first; in order of time. */
    private static Optional<List<StoredBaseline>> tiles(List<StoredBaseline> fitting, Set<YearMonth> open) {
        Set<YearMonth> left = new HashSet<>(open);
        List<StoredBaseline> tiles = new ArrayList<>();
        for (StoredBaseline stored : fitting) {
            List<YearMonth> covered = stored.figure().period().months();
            if (left.containsAll(covered)) {
                covered.forEach(left::remove);
                tiles.add(stored);
            }
        }
        tiles.sort(Comparator.comparing(s -> s.figure().period()));
        return left.isEmpty() && !tiles.isEmpty() ? Optional.of(tiles) : Optional.empty();
    }

    private static List<Portion> portions(List<StoredBaseline> tiles) {
        return tiles.stream().map(s -> new Portion(s.figure().value(), 0)).toList();
    }

    /**
     * What stands in.
     *
     * @param joining how it joins what was collected
     * @param value what the baseline figures come to
     * @param by the baseline figures, in order of time
     * @param open the months of which nothing was collected
     */
    record Fill(Item.Time joining, BigDecimal value, List<StoredBaseline> by, Set<YearMonth> open) {
        /** The figure with it. */
        Figure onto(Figure figure) {
            boolean isJoined = joining.stands() == Item.Time.Stands.ALL;
            if (isJoined && figure.value().isEmpty() && figure.counted() > 0) {
                // what was collected comes to no figure: a baseline beside it would pass for all of it
                return figure.on(figure.basis().filled(by, open));
            }
            Optional<BigDecimal> both = figure.value()
                    .flatMap(collected -> isJoined
                            ? joining.of(List.of(new Portion(collected, 0), new Portion(value, 0)))
                            : Optional.of(value))
                    .or(() -> Optional.of(value));
            boolean partMissing = figure.reserve().equals(Optional.of(Figure.Reserve.PART_MISSING));
            return new Figure(
                    both,
                    figure.basis().filled(by, open),
                    Optional.empty(),
                    partMissing ? figure.reserve() : Optional.empty(),
                    figure.leftOut(),
                    1);
        }
    }
}
