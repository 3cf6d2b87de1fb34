package org.huizong.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.consolidation.Figure;
import org.huizong.submission.Observation;
import org.huizong.submission.Value;

/**
 * How far the sender of a record has come with what it plans: its own figure of the indicator that the record names,
 * against the record's first number.
 *
 * @param named the item whose choices are codes of indicators
 * @param planned the item that says how many are planned
 */
record DutyProgress(Item named, Item planned) {
    /** That of a register; empty if its records name no indicators. */
    static Optional<DutyProgress> of(Book book, List<Item> items) {
        Optional<Item> named = items.stream()
                .filter(i -> i.type() == ItemType.CHOICE)
                .filter(i -> book.catalogue().choices(i.choices()).stream()
                        .allMatch(c -> book.catalogue().indicators().stream()
                                .map(Indicator::code)
                                .anyMatch(c.code()::equals)))
                .findFirst();
        Optional<Item> planned =
                items.stream().filter(i -> i.type() == ItemType.INTEGER).findFirst();
        return named.flatMap(n -> planned.map(p -> new DutyProgress(n, p)));
    }

    /** What the sender has done, by the figures of the period. */
    Optional<BigDecimal> done(Book book, Ledger.Entry entry) {
        return Optional.ofNullable(entry.values().get(named.code()))
                .map(Observation::value)
                .map(Value::show)
                .flatMap(code -> book.consolidation().indicators().stream()
                        .filter(i -> i.indicator().code().equals(code))
                        .findFirst())
                .flatMap(i ->
                        Optional.ofNullable(i.byUnit().get(entry.submission().unit())))
                .flatMap(Figure::value);
    }

    /** Per cent of what is planned, to one decimal; empty if nothing is planned or known. */
    Optional<BigDecimal> share(Book book, Ledger.Entry entry) {
        return Optional.ofNullable(entry.values().get(planned.code()))
                .flatMap(o -> o.value().asNumber())
                .filter(p -> p.signum() > 0)
                .flatMap(p -> done(book, entry).map(d -> d.movePointRight(2).divide(p, 1, RoundingMode.HALF_UP)));
    }
}
