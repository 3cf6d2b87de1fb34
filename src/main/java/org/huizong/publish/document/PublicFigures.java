package org.huizong.publish.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Item;
import org.huizong.model.Frequency;
import org.huizong.publish.narrative.Headlines;
import org.huizong.publish.narrative.Terms;

/**
 * What a public page says in figures. Parts are told of a whole year alone: those of its months would let those of a month
 * that keeps quiet be reckoned from the others.
 */
final class PublicFigures {
    private final Terms terms;
    private final List<IndicatorFigures> published;
    private final Breakdowns breakdowns;

    PublicFigures(Terms terms) {
        this.terms = terms;
        List<IndicatorFigures> chosen = terms.consolidation().indicators().stream()
                .filter(f -> f.indicator().isPublic())
                .toList();
        this.breakdowns = new Breakdowns(terms.catalogue(), terms.period().last());
        this.published = chosen.isEmpty() ? Headlines.of(terms) : chosen;
    }

    /**
     * One figure of the page.
     *
     * @param isWithheld whether a few could be reckoned from it and what else is told
     * @param parts what it is the sum of; empty if that is not told
     */
    record Line(IndicatorFigures figures, boolean isWithheld, List<Part> parts) {
        Line {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a figure: an item, under the name of the return that asks it. */
    record Part(String item, String label, BigDecimal value) {}

    /** The lines of the page: what the table of indicators chooses, in its order; where it chooses none, those of 首页. */
    List<Line> lines() {
        Map<IndicatorFigures, Count> counts = new LinkedHashMap<>();
        published.forEach(f -> count(f).ifPresent(c -> counts.put(f, c)));
        Disclosure disclosure = new Disclosure(List.copyOf(counts.values()));
        return published.stream()
                .map(f -> Optional.ofNullable(counts.get(f))
                        .map(c -> new Line(f, !disclosure.isTold(c), disclosure.isParted(c) ? parts(f) : List.of()))
                        .orElseGet(() -> new Line(f, false, List.of())))
                .toList();
    }

    /** An indicator that only adds as a count; empty if it does anything else, or is not known. */
    private Optional<Count> count(IndicatorFigures figures) {
        Map<String, BigFraction> weights = weights(figures);
        return figures.now()
                .value()
                .filter(v -> !weights.isEmpty())
                .map(v -> count(
                        weights,
                        v,
                        parts(figures).stream()
                                .map(p -> count(Map.of(p.item(), BigFraction.ONE), p.value(), List.of()))
                                .toList()));
    }

    private Count count(Map<String, BigFraction> weights, BigDecimal value, List<Count> parts) {
        return new Count(breakdowns.sum(weights), value, breakdowns.of(weights), parts);
    }

    private Map<String, BigFraction> weights(IndicatorFigures figures) {
        return terms.catalogue().formula(figures.indicator().formula()).weights();
    }

    /** The year's figure of an item that is alone of its return; empty if it is not known whole. */
    private Optional<BigDecimal> whole(String item) {
        Figure figure = terms.consolidation().total(item);
        return figure.value().filter(v -> figure.isComplete() && terms.period().frequency() == Frequency.YEAR);
    }

    /** What an indicator is the sum of; empty if that has not one name each, is not all known, or is more than a sum. */
    private List<Part> parts(IndicatorFigures figures) {
        Map<String, BigFraction> weights = weights(figures);
        if (weights.size() < 2 || !weights.values().stream().allMatch(BigFraction.ONE::equals)) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (Item item : terms.catalogue().items()) {
            if (weights.containsKey(item.code())
                    && parts.stream().noneMatch(p -> p.label().equals(label(item)))) {
                whole(item.code()).ifPresent(v -> parts.add(new Part(item.code(), label(item), v)));
            }
        }
        // two items of one return would have one name
        return parts.size() == weights.size() ? parts : List.of();
    }

    private String label(Item item) {
        return terms.shortLabel(item.form(), terms.period());
    }
}
