package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Basis;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Observation;
import org.huizong.model.Value;

/**
 * How far the sender of a record has come with what it plans: its own figure of the indicator that the record names,
 * against the record's first number.
 *
 * @param named the item whose choices are codes of indicators
 * @param planned the item that says how many are planned
 */
public record DutyProgress(Item named, Item planned) {
    /** That of a register; empty if its records name no indicators. */
    public static Optional<DutyProgress> of(Terms terms, List<Item> items) {
        Optional<Item> named = items.stream()
                .filter(i -> i.type() == ItemType.CHOICE)
                .filter(i -> terms.catalogue().choices(i.choices()).stream()
                        .allMatch(c -> terms.catalogue().indicators().stream()
                                .map(Indicator::code)
                                .anyMatch(c.code()::equals)))
                .findFirst();
        Optional<Item> planned =
                items.stream().filter(i -> i.type() == ItemType.INTEGER).findFirst();
        return named.flatMap(n -> planned.map(p -> new DutyProgress(n, p)));
    }

    /**
     * Holds what is planned and done of one kind of measure: inspections are not added to leaflets.
     *
     * @param measure 计量单位
     * @param done what is done of what is planned; unknown if it is not known of all
     */
    public record Sum(String measure, BigDecimal planned, Figure done) {
        /** Per cent of what is planned. */
        public Optional<BigDecimal> share() {
            return done.value().map(d -> percent(d, planned));
        }
    }

    /** The sums of all records with a plan by kind of measure, in the order of the indicators. */
    public List<Sum> sums(Terms terms, Collection<Ledger.Entry> entries) {
        Map<String, List<Ledger.Entry>> byMeasure = new LinkedHashMap<>();
        terms.consolidation()
                .indicators()
                .forEach(i -> entries.stream()
                        .filter(e -> planned(e).isPresent())
                        .filter(e -> indicator(terms, e).filter(i::equals).isPresent())
                        .forEach(e -> byMeasure
                                .computeIfAbsent(i.indicator().measure(), m -> new ArrayList<>())
                                .add(e)));
        return byMeasure.entrySet().stream()
                .map(m -> new Sum(
                        m.getKey(),
                        m.getValue().stream()
                                .flatMap(e -> planned(e).stream())
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        together(m.getValue().stream().map(e -> done(terms, e)).toList())))
                .toList();
    }

    private static Figure together(List<Figure> figures) {
        Optional<BigDecimal> sum = figures.stream()
                .map(Figure::value)
                .reduce((a, b) -> a.flatMap(x -> b.map(x::add)))
                .flatMap(s -> s);
        Basis basis = figures.stream().map(Figure::basis).reduce(Basis.NONE, Basis::and);
        return new Figure(sum, basis, Optional.empty());
    }

    /** How many are planned, if any are. */
    private Optional<BigDecimal> planned(Ledger.Entry entry) {
        return Optional.ofNullable(entry.values().get(planned.code()))
                .flatMap(o -> o.value().asNumber())
                .filter(p -> p.signum() > 0);
    }

    /** The measure of what is done; empty if the record names nothing that is counted. */
    public String measure(Terms terms, Ledger.Entry entry) {
        return indicator(terms, entry).map(i -> i.indicator().measure()).orElse("");
    }

    private Optional<IndicatorFigures> indicator(Terms terms, Ledger.Entry entry) {
        return Optional.ofNullable(entry.values().get(named.code()))
                .map(Observation::value)
                .map(Value::show)
                .flatMap(code -> terms.consolidation().indicators().stream()
                        .filter(i -> i.indicator().code().equals(code))
                        .findFirst());
    }

    /** Says what the sender has done, by the figures of the period. */
    public Figure done(Terms terms, Ledger.Entry entry) {
        return indicator(terms, entry)
                .flatMap(i ->
                        Optional.ofNullable(i.byUnit().get(entry.submission().unit())))
                .orElse(Figure.NOT_OWED);
    }

    /** Per cent of what is planned, to one decimal; empty if nothing is planned or known. */
    public Optional<BigDecimal> share(Terms terms, Ledger.Entry entry) {
        return planned(entry).flatMap(p -> done(terms, entry).value().map(d -> percent(d, p)));
    }

    private static BigDecimal percent(BigDecimal done, BigDecimal planned) {
        return done.movePointRight(2).divide(planned, 1, RoundingMode.HALF_UP);
    }
}
