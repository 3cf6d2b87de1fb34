package org.huizong.register;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.MeasureStore.Register;
import org.huizong.validation.Measures;
import org.huizong.validation.Measures.Addend;

/** The measures of a register as they are asked, period by period. */
final class RegisterMeasures {
    private final Catalogue catalogue;
    private final String form;
    private final Measures measures;
    private final boolean isKeyed;
    private final Set<String> items = new LinkedHashSet<>();
    private final Set<Period> periods;
    private final Map<YearMonth, Set<Period>> byMonth = new HashMap<>();
    private final Map<Period, Map<String, Item>> asked = new HashMap<>();
    private final Map<String, Map<Item, Set<Period>>> definitions = new LinkedHashMap<>();

    /** The measures of the periods that these registers speak of. */
    RegisterMeasures(Catalogue catalogue, String form, List<Register> registers) {
        this.catalogue = catalogue;
        this.form = form;
        this.measures = new Measures(catalogue);
        List<Item> own =
                catalogue.items().stream().filter(i -> i.form().equals(form)).toList();
        this.isKeyed = own.stream().anyMatch(Item::key);
        own.stream().filter(Item::key).map(Item::code).forEach(items::add);
        own.stream().filter(Item::isComputed).forEach(m -> items.addAll(measures.operands(m)));
        this.periods = periods(registers);
        periods.forEach(p -> asked(p).forEach((code, item) -> definitions
                .computeIfAbsent(code, c -> new LinkedHashMap<>())
                .computeIfAbsent(item, i -> new TreeSet<>())
                .add(p)));
        periods.forEach(p -> p.months()
                .forEach(m ->
                        byMonth.computeIfAbsent(m, k -> new LinkedHashSet<>()).add(p)));
    }

    /** The periods that registers speak of: from the first to the last that any of them is of. */
    static Set<Period> periods(List<Register> registers) {
        Set<Period> periods = new TreeSet<>();
        registers.stream()
                .map(Register::period)
                .collect(Collectors.groupingBy(Period::frequency))
                .forEach((frequency, own) -> Stream.iterate(
                                Collections.min(own).first(),
                                m -> !m.isAfter(Collections.max(own).first()),
                                m -> m.plusMonths(frequency.months()))
                        .map(m -> Period.holding(m, frequency))
                        .forEach(periods::add));
        return periods;
    }

    /** The periods of which any register counts. */
    Set<Period> periods() {
        return periods;
    }

    /** Tells whether its records have keys; without them nobody knows whether two rows are one record. */
    boolean isKeyed() {
        return isKeyed;
    }

    /** Codes of the items that its keys and measures need. */
    Set<String> items() {
        return items;
    }

    /** The measures of a period by code. */
    Map<String, Item> asked(Period period) {
        return asked.computeIfAbsent(period, p -> {
            Map<String, Item> computed = new LinkedHashMap<>();
            catalogue.items(form, p.last()).stream().filter(Item::isComputed).forEach(i -> computed.put(i.code(), i));
            return computed;
        });
    }

    /** The measures by code, as they are asked, each with the periods in which they are asked so. */
    Map<String, Map<Item, Set<Period>>> definitions() {
        return definitions;
    }

    /** Tells whether a measure counts what happened within the period, and not how its own register stands. */
    boolean isByDay(Item measure) {
        return measures.isByDay(measure);
    }

    /** Says what a record adds to a measure in a period. */
    Addend of(Item measure, Period period, Map<String, Observation> record) {
        return measures.of(measure, period, record);
    }

    /** The periods in which a record may add to a measure: those that hold its day, if it counts by that alone. */
    Collection<Period> candidates(Item measure, Map<String, Observation> record) {
        Set<String> days = measures.confined(measure);
        if (days.isEmpty()) {
            return periods;
        }
        Observation day = record.get(days.iterator().next());
        return day != null && day.value() instanceof Value.Date date
                ? byMonth.getOrDefault(YearMonth.from(date.date()), Set.of())
                : Set.of();
    }
}
