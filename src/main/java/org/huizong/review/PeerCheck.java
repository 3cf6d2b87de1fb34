package org.huizong.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitKind;
import org.huizong.model.Argument;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.Store;
import org.huizong.store.StoredObservation;

/**
 * Asks about a figure that outweighs those of all other units: more than half of what all reported of an item, and more
 * than five times the median of the units of its kind, villages and communities being one. Units that report nothing of
 * an item have no part in its median.
 */
final class PeerCheck {
    static final String RULE = "peers.outlier";

    private static final int FEWEST_PEERS = 5;
    private static final BigDecimal LEAST = BigDecimal.valueOf(100);
    private static final BigDecimal TIMES_MEDIAN = BigDecimal.valueOf(5);

    private final Catalogue catalogue;
    private final Store store;
    private final Period period;

    PeerCheck(Catalogue catalogue, Store store, Period period) {
        this.catalogue = catalogue;
        this.store = store;
        this.period = period;
    }

    /** Finds the figures to ask about, in the order of the items. */
    List<Entry> run() {
        List<String> items = items();
        if (items.isEmpty()) {
            return List.of();
        }
        Map<String, Reported> reported = new HashMap<>();
        store.submissions().observations(period, items, o -> {
            if (o.submission().period().equals(period) && number(o).signum() > 0) {
                reported.computeIfAbsent(o.observation().item(), i -> new Reported())
                        .add(o);
            }
        });
        return items.stream()
                .flatMap(item -> Optional.ofNullable(reported.get(item)).flatMap(Reported::outlier).stream())
                .toList();
    }

    /** The items that units fill in and whose months and units are added up, of the forms that enough of them owe. */
    private List<String> items() {
        return catalogue.forms(period.last()).stream()
                .filter(form -> form.kind() == Return.Kind.FORM && form.frequency() == period.frequency())
                .filter(form -> catalogue.units().stream()
                                .filter(u -> u.returns().contains(form.code()))
                                .count()
                        >= FEWEST_PEERS)
                .flatMap(form -> catalogue.items(form.code(), period.last()).stream())
                .filter(i -> i.type().isNumeric() && !i.isComputed())
                .filter(i -> i.time() == Item.Time.SUM && i.across() == Item.Across.SUM)
                .map(Item::code)
                .toList();
    }

    /** What was reported of one item. Only the greatest figure can be more than half of all. */
    private final class Reported {
        private final Map<UnitKind, List<BigDecimal>> byKind = new EnumMap<>(UnitKind.class);
        private BigDecimal total = BigDecimal.ZERO;
        private Optional<StoredObservation> greatest = Optional.empty();

        void add(StoredObservation one) {
            BigDecimal value = number(one);
            total = total.add(value);
            kind(one)
                    .ifPresent(k ->
                            byKind.computeIfAbsent(k, kind -> new ArrayList<>()).add(value));
            if (greatest.filter(g -> number(g).compareTo(value) >= 0).isEmpty()) {
                greatest = Optional.of(one);
            }
        }

        /** The greatest figure, if it is more than half of all and stands out among its peers. */
        Optional<Entry> outlier() {
            return greatest.flatMap(one -> {
                BigDecimal value = number(one);
                List<BigDecimal> peers = kind(one).map(byKind::get).orElse(List.of());
                boolean stands = value.compareTo(LEAST) >= 0
                        && value.add(value).compareTo(total) > 0
                        && peers.size() >= FEWEST_PEERS
                        && value.compareTo(median(peers).multiply(TIMES_MEDIAN)) > 0;
                return stands ? Optional.of(entry(one, median(peers), total)) : Optional.empty();
            });
        }
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_UP);
    }

    /** The kind of the unit; nothing for one that reports for many, which was asked below. */
    private Optional<UnitKind> kind(StoredObservation one) {
        return catalogue
                .unit(one.submission().unit())
                .filter(u -> !u.reportsForMany())
                .map(Unit::kind)
                .map(k -> k.isVillage() ? UnitKind.VILLAGE : k);
    }

    private static BigDecimal number(StoredObservation one) {
        return one.observation().value().asNumber().orElse(BigDecimal.ZERO);
    }

    private static Entry entry(StoredObservation one, BigDecimal median, BigDecimal total) {
        String unit = one.submission().unit();
        String form = one.submission().form();
        Finding finding = Finding.failed(RULE, Severity.QUERY, one.observation().where())
                .ofUnit(unit)
                .ofForm(form)
                .ofItem(one.observation().item())
                .with("value", Argument.of(one.observation().value()))
                .with("median", Argument.of(median))
                .with("total", Argument.of(total));
        return new Entry(
                Optional.of(one.submission().sha256()),
                Optional.of(one.submission().id()),
                unit,
                form,
                finding,
                "");
    }
}
