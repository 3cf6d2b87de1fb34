package org.huizong.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.huizong.store.FactStore;
import org.huizong.store.FactStore.Fact;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.Store;
import org.huizong.store.StoredObservation;
import org.jspecify.annotations.Nullable;

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
        Map<String, Reported> reported = new LinkedHashMap<>();
        items.forEach(item -> reported.put(item, new Reported()));
        store.facts().each(period.first(), period.last(), reported::containsKey, (unit, facts) -> {
            for (Fact fact : facts) {
                if (fact.origin() == FactStore.Origin.RETURN && fact.value().signum() > 0) {
                    Optional.ofNullable(reported.get(fact.item())).ifPresent(r -> r.add(fact));
                }
            }
        });
        reported.values().removeIf(r -> !r.hasOutlier());
        return reported.isEmpty() ? List.of() : entries(reported);
    }

    /** The findings about those that stand out, at the cells in which they stand, in the order of the items. */
    private List<Entry> entries(Map<String, Reported> outliers) {
        Map<String, Entry> found = new HashMap<>();
        store.submissions().observations(period, outliers.keySet(), o -> {
            String item = o.observation().item();
            Reported reported = Objects.requireNonNull(outliers.get(item));
            if (reported.greatest()
                    .submission()
                    .equals(Optional.of(o.submission().id()))) {
                found.put(item, entry(o, reported));
            }
        });
        return outliers.keySet().stream()
                .flatMap(item -> Optional.ofNullable(found.get(item)).stream())
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
        private @Nullable Fact greatest;

        void add(Fact fact) {
            total = total.add(fact.value());
            kind(fact)
                    .ifPresent(k ->
                            byKind.computeIfAbsent(k, kind -> new ArrayList<>()).add(fact.value()));
            if (greatest == null || greatest.value().compareTo(fact.value()) < 0) {
                greatest = fact;
            }
        }

        /** Whether the greatest figure is more than half of all and stands out among its peers. */
        boolean hasOutlier() {
            if (greatest == null) {
                return false;
            }
            BigDecimal value = greatest.value();
            return value.compareTo(LEAST) >= 0
                    && value.add(value).compareTo(total) > 0
                    && peers().size() >= FEWEST_PEERS
                    && value.compareTo(median().multiply(TIMES_MEDIAN)) > 0;
        }

        Fact greatest() {
            return Objects.requireNonNull(greatest);
        }

        BigDecimal median() {
            return PeerCheck.median(peers());
        }

        private List<BigDecimal> peers() {
            return kind(greatest()).map(byKind::get).orElse(List.of());
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
    private Optional<UnitKind> kind(Fact fact) {
        return catalogue
                .unit(fact.unit())
                .filter(u -> !u.reportsForMany())
                .map(Unit::kind)
                .map(k -> k.isVillage() ? UnitKind.VILLAGE : k);
    }

    private static Entry entry(StoredObservation one, Reported reported) {
        String unit = one.submission().unit();
        String form = one.submission().form();
        Finding finding = Finding.failed(RULE, Severity.QUERY, one.observation().where())
                .ofUnit(unit)
                .ofForm(form)
                .ofItem(one.observation().item())
                .with("value", Argument.of(one.observation().value()))
                .with("median", Argument.of(reported.median()))
                .with("total", Argument.of(reported.total));
        return new Entry(
                Optional.of(one.submission().sha256()),
                Optional.of(one.submission().id()),
                unit,
                form,
                finding,
                "");
    }
}
