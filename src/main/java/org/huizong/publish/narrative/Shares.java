package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.publish.narrative.Statement.Change;
import org.huizong.publish.narrative.Statement.Share;
import org.huizong.store.StoredFinding;

/** Which units made a change against the month before, as far as the months on record show it, and what they wrote. */
final class Shares {
    private static final int MOST = 2;
    /** A unit that made less than a fifth of a change is not named. */
    private static final BigDecimal LEAST = new BigDecimal("0.2");
    /** How the ids of the findings begin that hold a figure against what the unit reported before. */
    private static final String HISTORY = "history.";

    private final Terms terms;
    private final Catalogue catalogue;

    Shares(Terms terms) {
        this.terms = terms;
        this.catalogue = terms.catalogue();
    }

    /** The units that made most of a change, the largest part first; empty if nobody can say. */
    List<Share> of(Change change) {
        IndicatorFigures figures = change.figures();
        List<String> units = catalogue.units().stream()
                .map(u -> u.code())
                .filter(figures.byUnit()::containsKey)
                .toList();
        if (units.size() == 1) {
            String said = explanation(units.get(0), figures);
            return said.isEmpty() ? List.of() : List.of(new Share(units.get(0), Optional.empty(), said));
        }
        return byMonth(change, units);
    }

    private List<Share> byMonth(Change change, List<String> units) {
        BigDecimal whole = change.comparison().difference().orElse(BigDecimal.ZERO);
        MonthlyTrend.Part before = terms.consolidation()
                .course()
                .months()
                .getOrDefault(terms.period().prior().last(), new MonthlyTrend.Part(Map.of(), Map.of()));
        IndicatorFigures figures = change.figures();
        List<Share> shares = new ArrayList<>();
        for (String unit : units) {
            Figure now = figures.byUnit().getOrDefault(unit, Figure.NOT_OWED);
            Figure then = before.unit(unit, figures.indicator().code());
            if (isWhole(now) && isWhole(then)) {
                BigDecimal difference =
                        now.value().orElseThrow().subtract(then.value().orElseThrow());
                boolean large = difference.signum() == whole.signum()
                        && difference.abs().compareTo(whole.abs().multiply(LEAST)) >= 0;
                if (large) {
                    shares.add(new Share(unit, Optional.of(difference), explanation(unit, figures)));
                }
            }
        }
        return shares.stream()
                .sorted(Comparator.comparing(
                                (Share s) -> s.difference().orElseThrow().abs())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private static boolean isWhole(Figure figure) {
        return figure.value().isPresent() && figure.isComplete();
    }

    /** What a unit wrote where its figure was held against what it had reported before. */
    private String explanation(String unit, IndicatorFigures figures) {
        Set<String> items = items(figures);
        return terms.publication().findings().stream()
                .filter(f -> f.unit().equals(unit) && items.contains(f.finding().item()))
                .filter(f -> f.finding().asks() && !f.isUnexplained())
                .filter(this::isOfChange)
                .map(StoredFinding::explanation)
                .findFirst()
                .orElse("");
    }

    /** The items that an indicator is made of, and the parts of those that are sums. */
    private Set<String> items(IndicatorFigures figures) {
        Set<String> items =
                new HashSet<>(catalogue.formula(figures.indicator().formula()).operands());
        for (String code : List.copyOf(items)) {
            catalogue
                    .item(code)
                    .map(Item::formula)
                    .filter(f -> !f.isEmpty())
                    .ifPresent(f -> items.addAll(catalogue.formula(f).operands()));
        }
        return items;
    }

    private boolean isOfChange(StoredFinding found) {
        String id = found.finding().rule();
        return id.startsWith(HISTORY)
                || catalogue.rules().stream()
                        .filter(r -> r.id().equals(id))
                        .map(Rule::formula)
                        .anyMatch(f -> catalogue.formula(f).operands().stream()
                                .anyMatch(o -> o.startsWith("prior.") || o.startsWith("ytd.")));
    }
}
