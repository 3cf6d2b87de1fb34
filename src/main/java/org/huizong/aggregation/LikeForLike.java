package org.huizong.aggregation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Comparison.Common;
import org.huizong.aggregation.Comparison.Kind;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;

/**
 * Compares an indicator over two runs of months; where other returns stand behind the two figures, on the units that
 * are counted in every owed month of both, a predecessor together with its successor.
 */
final class LikeForLike {
    private final Catalogue catalogue;
    private final PeriodAggregator now;
    private final PeriodAggregator then;
    private final Map<String, String> successors = new LinkedHashMap<>();

    /** Between this period's figures and earlier ones. */
    LikeForLike(Catalogue catalogue, PeriodAggregator now, PeriodAggregator then) {
        this.catalogue = catalogue;
        this.now = now;
        this.then = then;
        catalogue.units().forEach(u -> successors.put(u.code(), now.formulas().isAlive(u) ? u.code() : successor(u)));
    }

    /** The unit that a unit went over into at last; itself if it never did. */
    private String successor(Unit unit) {
        Set<String> seen = new HashSet<>();
        Unit last = unit;
        while (seen.add(last.code())) {
            Optional<Unit> next = last.mergedInto().flatMap(catalogue::unit);
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
        }
        return last.code();
    }

    /**
     * Compares them.
     *
     * @param figure the indicator's figure of this period, over all units
     * @param earlier its earlier figure, over all units
     */
    Comparison compare(Indicator indicator, Figure figure, Figure earlier) {
        if (figure.value().isEmpty()) {
            return Comparison.none(Kind.NO_FIGURE);
        }
        if (earlier.value().isEmpty()) {
            return Comparison.none(Kind.NO_BASE);
        }
        List<Item> items = now.formulas().items(indicator.formula());
        if (isAlike(figure, earlier, items)) {
            return Comparison.of(figure.value().get(), earlier.value().get());
        }
        Set<Duty> common = common(items);
        Figure ours = now.formulas().of(indicator.formula(), item -> over(now, item, common));
        Figure theirs = now.formulas().of(indicator.formula(), item -> over(then, item, common));
        if (!ours.isComplete() || !theirs.isComplete()) {
            return Comparison.none(Kind.NOT_COMPARABLE);
        }
        int units = (int) common.stream().map(Duty::unit).distinct().count();
        return Comparison.on(
                new Common(ours.value().orElseThrow(), theirs.value().orElseThrow(), units));
    }

    /**
     * Tells whether the same stands behind both: the same units, and of them everything that was owed, or all but the
     * same returns in the same months. A baseline of the whole township has no units; it stands beside what is
     * complete.
     */
    private boolean isAlike(Figure figure, Figure earlier, List<Item> items) {
        boolean reaches = figure.asAt().isEmpty() && earlier.asAt().isEmpty();
        boolean parts = figure.reserve().equals(earlier.reserve());
        boolean gaps = figure.basis().lacksTheSameAs(earlier.basis());
        boolean units = (figure.isBaseline() || earlier.isBaseline())
                ? figure.isComplete() && earlier.isComplete()
                : (leftOut(figure, items).equals(leftOut(earlier, items))
                        && forms(items).allMatch(form -> owing(now, form).equals(owing(then, form))));
        return reaches && parts && gaps && units;
    }

    /**
     * Whom a figure leaves out; in a stock a successor stands for those that it took over, in the least it does not.
     */
    private Set<String> leftOut(Figure figure, List<Item> items) {
        boolean extreme = items.stream().anyMatch(i -> i.across().isExtreme());
        return figure.leftOut().stream()
                .filter(u -> extreme || u.equals(successors.getOrDefault(u, u)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> forms(List<Item> items) {
        return items.stream().map(Item::form).distinct();
    }

    private Set<String> owing(PeriodAggregator figures, String form) {
        Set<String> owing = new HashSet<>();
        figures.units(form).forEach(u -> owing.add(successors.getOrDefault(u, u)));
        return owing;
    }

    /** The pairs of which everything is counted in both runs of months. */
    private Set<Duty> common(List<Item> items) {
        Set<Duty> common = new LinkedHashSet<>();
        forms(items).forEach(form -> {
            List<Item> asked = items.stream().filter(i -> i.form().equals(form)).toList();
            Map<String, List<String>> ours = groups(now, form);
            Map<String, List<String>> theirs = groups(then, form);
            ours.forEach((unit, members) -> {
                List<String> before = theirs.getOrDefault(unit, List.of());
                if (isWhole(now, members, asked) && isWhole(then, before, asked)) {
                    common.add(new Duty(unit, form));
                }
            });
        });
        return common;
    }

    /** Those who owe a return by the unit that they went over into at last. */
    private Map<String, List<String>> groups(PeriodAggregator figures, String form) {
        return figures.units(form).stream()
                .collect(Collectors.groupingBy(
                        u -> successors.getOrDefault(u, u), LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Tells whether nothing is lacking of a unit and those that it took over, and each item is that of one of them at
     * least.
     */
    private static boolean isWhole(PeriodAggregator figures, List<String> members, List<Item> items) {
        return items.stream().allMatch(item -> {
            List<Figure> each = members.stream().map(u -> figures.unit(u, item)).toList();
            boolean all =
                    !item.across().isExtreme() || members.stream().allMatch(u -> figures.owesAlways(u, item.form()));
            boolean stands = each.stream().anyMatch(f -> f.value().isPresent());
            return all
                    && stands
                    && each.stream()
                            .allMatch(
                                    f -> f.basis().gaps().isEmpty() && f.asAt().isEmpty());
        });
    }

    /** An item over the units of these pairs. */
    private Figure over(PeriodAggregator figures, Item item, Set<Duty> common) {
        List<String> units = figures.units(item.form()).stream()
                .filter(u -> common.contains(new Duty(successors.getOrDefault(u, u), item.form())))
                .toList();
        return figures.together(item, units);
    }
}
