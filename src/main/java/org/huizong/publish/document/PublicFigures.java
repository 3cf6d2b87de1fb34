package org.huizong.publish.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
 * What a public page says in figures. A count of one or two may point at somebody: it is not broken down, and what is told
 * of a part never lets one be reckoned from the whole. Parts are told of a whole year alone, because those of its months
 * would let those of a month that keeps quiet be reckoned from the others.
 */
final class PublicFigures {
    private static final BigDecimal FEWEST = BigDecimal.valueOf(3);

    private final Terms terms;
    private final List<IndicatorFigures> published;

    PublicFigures(Terms terms) {
        this.terms = terms;
        this.published = Headlines.of(terms);
    }

    /**
     * One figure of the page.
     *
     * @param isWithheld whether it is a part of another so small that it, or what is left, would be one or two
     * @param parts what it is the sum of; empty if that is not told
     */
    record Line(IndicatorFigures figures, boolean isWithheld, List<Part> parts) {
        Line {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a figure under the name of the return that asks it. */
    record Part(String label, BigDecimal value) {}

    /** The lines of the page, in the order of 首页. */
    List<Line> lines() {
        Set<IndicatorFigures> withheld = withheld();
        return published.stream()
                .map(f -> new Line(f, withheld.contains(f), withheld.contains(f) ? List.of() : parts(f)))
                .toList();
    }

    /** The figures that are parts of another and, alone or together, leave or are one or two. */
    private Set<IndicatorFigures> withheld() {
        Set<IndicatorFigures> withheld = new HashSet<>();
        for (IndicatorFigures whole : published) {
            List<IndicatorFigures> within =
                    published.stream().filter(f -> isWithin(f, whole)).toList();
            List<Set<IndicatorFigures>> together = new ArrayList<>(List.of(Set.of()));
            for (IndicatorFigures part : within) {
                List<Set<IndicatorFigures>> more = new ArrayList<>();
                for (Set<IndicatorFigures> some : together) {
                    if (some.stream().allMatch(other -> areApart(other, part))) {
                        Set<IndicatorFigures> with = new HashSet<>(some);
                        with.add(part);
                        more.add(with);
                    }
                }
                together.addAll(more);
            }
            together.stream().filter(some -> tells(whole, some)).forEach(withheld::addAll);
        }
        return withheld;
    }

    /** Tells whether some disjoint parts of a whole are few, or leave few. */
    private static boolean tells(IndicatorFigures whole, Set<IndicatorFigures> parts) {
        Optional<BigDecimal> left = whole.now().value();
        boolean few = false;
        for (IndicatorFigures part : parts) {
            few = few || part.now().value().filter(PublicFigures::isFew).isPresent();
            left = left.flatMap(l -> part.now().value().map(l::subtract));
        }
        return !parts.isEmpty() && (few || left.filter(PublicFigures::isFew).isPresent());
    }

    private static boolean isFew(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(FEWEST) < 0;
    }

    private boolean isWithin(IndicatorFigures part, IndicatorFigures whole) {
        Set<String> all = operands(whole);
        Set<String> some = operands(part);
        return !some.isEmpty() && some.size() < all.size() && all.containsAll(some);
    }

    private boolean areApart(IndicatorFigures one, IndicatorFigures other) {
        return operands(one).stream().noneMatch(operands(other)::contains);
    }

    /** The items that an indicator only adds; none if it does anything else with them. */
    private Set<String> operands(IndicatorFigures figures) {
        Formula formula = terms.catalogue().formula(figures.indicator().formula());
        return formula.addsUp() ? formula.operands() : Set.of();
    }

    private List<Part> parts(IndicatorFigures whole) {
        List<Part> parts = new ArrayList<>();
        Collection<String> operands = operands(whole);
        if (terms.period().frequency() != Frequency.YEAR
                || operands.size() < 2
                || whole.now().value().filter(v -> v.compareTo(FEWEST) >= 0).isEmpty()) {
            return List.of();
        }
        for (String operand : operands) {
            Figure figure = terms.consolidation().total(operand);
            Optional<BigDecimal> value = figure.value().filter(v -> figure.isComplete() && !isFew(v));
            Optional<Item> item = terms.catalogue().item(operand);
            if (value.isEmpty() || item.isEmpty()) {
                return List.of();
            }
            parts.add(new Part(terms.shortLabel(item.get().form(), terms.period()), value.get()));
        }
        boolean differ = parts.stream().map(Part::label).distinct().count() == parts.size();
        return differ ? parts : List.of();
    }
}
