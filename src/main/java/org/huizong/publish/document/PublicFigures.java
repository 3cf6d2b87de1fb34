package org.huizong.publish.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Item;
import org.huizong.formula.Formula;
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

    PublicFigures(Terms terms) {
        this.terms = terms;
        List<IndicatorFigures> chosen = terms.consolidation().indicators().stream()
                .filter(f -> f.indicator().isPublic())
                .toList();
        this.published = chosen.isEmpty() ? Headlines.of(terms) : chosen;
    }

    /**
     * One figure of the page.
     *
     * @param isWithheld whether it is a part of another from which a few could be reckoned
     * @param parts what it is the sum of; empty if that is not told
     */
    record Line(IndicatorFigures figures, boolean isWithheld, List<Part> parts) {
        Line {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a figure under the name of the return that asks it. */
    record Part(String label, BigDecimal value) {}

    /** The lines of the page: what the table of indicators chooses, in its order; where it chooses none, those of 首页. */
    List<Line> lines() {
        Map<Set<String>, BigDecimal> counts = new LinkedHashMap<>();
        published.forEach(f ->
                f.now().value().filter(v -> !operands(f).isEmpty()).ifPresent(v -> counts.putIfAbsent(operands(f), v)));
        Disclosure disclosure = new Disclosure(counts, this::whole);
        return published.stream()
                .map(f -> new Line(
                        f,
                        counts.containsKey(operands(f)) && !disclosure.isTold(operands(f)),
                        disclosure.isParted(operands(f)) ? parts(operands(f)) : List.of()))
                .toList();
    }

    /** The items that an indicator only adds; none if it does anything else with them. */
    private Set<String> operands(IndicatorFigures figures) {
        Formula formula = terms.catalogue().formula(figures.indicator().formula());
        return formula.addsUp() ? Set.copyOf(formula.operands()) : Set.of();
    }

    /** The year's figure of an item that is alone of its return; empty if it is not known whole. */
    private Optional<BigDecimal> whole(String item) {
        Figure figure = terms.consolidation().total(item);
        return figure.value().filter(v -> figure.isComplete() && terms.period().frequency() == Frequency.YEAR);
    }

    private List<Part> parts(Set<String> operands) {
        List<Part> parts = new ArrayList<>();
        for (Item item : terms.catalogue().items()) {
            if (operands.contains(item.code())
                    && parts.stream().noneMatch(p -> p.label().equals(label(item)))) {
                whole(item.code()).ifPresent(v -> parts.add(new Part(label(item), v)));
            }
        }
        // two items of one return would have one name
        return parts.size() == operands.size() ? parts : List.of();
    }

    private String label(Item item) {
        return terms.shortLabel(item.form(), terms.period());
    }
}
