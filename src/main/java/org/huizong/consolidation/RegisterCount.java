package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.period.Period;
import org.huizong.store.MeasureStore.Counted;
import org.huizong.store.MeasureStore.Measured;
import org.huizong.store.MeasureStore.Register;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.submission.Observation;
import org.huizong.submission.Value;
import org.huizong.validation.Measures;

/**
 * Counts one register for all its open periods: a measure by day over the newest version of every record, whichever
 * period's register it came with; any other over the records of the period's own register. Each record counts for the unit
 * that owns it, and for no other.
 */
final class RegisterCount {
    /** Later than any return. */
    static final YearMonth EVER = YearMonth.of(9999, 12);

    private final Catalogue catalogue;
    private final Store store;
    private final String form;
    private final Set<Period> closed;
    private final Set<Period> uncounted;
    private final Measures measures;
    private final RecordOwners owners;
    private final boolean isKeyed;
    private final Set<String> items = new LinkedHashSet<>();
    private final Set<Period> periods = new TreeSet<>();
    private final Map<YearMonth, Set<Period>> byMonth = new HashMap<>();
    private final Map<Sender, Long> registers = new HashMap<>();
    private final Map<Period, Map<String, Item>> asked = new HashMap<>();
    /** The measures by code, as they are asked, each with the periods in which they are asked so. */
    private final Map<String, Map<Item, Set<Period>>> definitions = new LinkedHashMap<>();

    private final Map<String, Set<Period>> kept = new HashMap<>();
    private final Map<Sent, Version> newest = new LinkedHashMap<>();
    private final List<Counted> counted = new ArrayList<>();
    private final Set<Unknown> unknown = new HashSet<>();

    private record Sender(Period period, String unit) {}

    private record Sent(String unit, String key) {}

    private record Unknown(Period period, String item) {}

    /** A record as one register has it. */
    private record Version(StoredSubmission submission, Map<String, Observation> values) {
        Period period() {
            return submission.period();
        }

        String cell() {
            return values.values().stream()
                    .findFirst()
                    .map(o -> o.where().cell())
                    .orElse("");
        }
    }

    /**
     * A count of a register.
     *
     * @param all the registers of that kind that count
     * @param closed the periods that stay as they are
     * @param uncounted those of the closed periods that were never counted record by record
     * @param frozen what the closed periods count
     */
    RegisterCount(
            Catalogue catalogue,
            Store store,
            String form,
            List<Register> all,
            Set<Period> closed,
            Set<Period> uncounted,
            List<Counted> frozen) {
        this.catalogue = catalogue;
        this.store = store;
        this.form = form;
        this.closed = closed;
        this.uncounted = uncounted;
        this.measures = new Measures(catalogue);
        this.owners = new RecordOwners(catalogue, store, form);
        List<Item> own =
                catalogue.items().stream().filter(i -> i.form().equals(form)).toList();
        this.isKeyed = own.stream().anyMatch(Item::key);
        own.stream().filter(Item::key).map(Item::code).forEach(items::add);
        own.stream().filter(Item::isComputed).forEach(m -> items.addAll(measures.operands(m)));
        all.forEach(r -> registers.put(new Sender(r.period(), r.unit()), r.submission()));
        periods.addAll(periods(all));
        periods.forEach(p -> asked(p).forEach((code, item) -> definitions
                .computeIfAbsent(code, c -> new LinkedHashMap<>())
                .computeIfAbsent(item, i -> new TreeSet<>())
                .add(p)));
        periods.forEach(p -> p.months()
                .forEach(m ->
                        byMonth.computeIfAbsent(m, k -> new LinkedHashSet<>()).add(p)));
        frozen.forEach(this::keep);
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

    private void keep(Counted frozen) {
        kept.computeIfAbsent(place(frozen.item(), frozen.record()), k -> new HashSet<>())
                .add(frozen.period());
    }

    private static String place(String item, String record) {
        return item + ' ' + record;
    }

    /** Counts; call once. */
    RegisterCount count() {
        store.submissions().registers(form, EVER, items, this::take);
        counted.removeIf(
                c -> isKeyed && !uncounted.contains(c.period()) && !owners.isHeld(c.unit(), c.record(), c.period()));
        counted.stream().filter(c -> uncounted.contains(c.period())).forEach(this::keep);
        standing().forEach(this::byDay);
        return this;
    }

    /** The records of one register, the newest registers first. */
    private void take(StoredSubmission submission, List<Observation> observations) {
        Map<String, Map<String, Observation>> records = new LinkedHashMap<>();
        observations.forEach(o ->
                records.computeIfAbsent(o.record(), r -> new LinkedHashMap<>()).put(o.item(), o));
        Period period = submission.period();
        boolean asOnce = uncounted.contains(period);
        records.forEach((key, values) -> {
            Version version = new Version(submission, values);
            if (isKeyed) {
                owners.reported(submission.unit(), period, key);
                newest.putIfAbsent(new Sent(submission.unit(), key), version);
            }
            if (asOnce || !closed.contains(period)) {
                for (Item measure : asked(period).values()) {
                    if (asOnce || !isKeyed || !measures.isByDay(measure)) {
                        add(period, submission.unit(), measure, key, version);
                    }
                }
            }
        });
    }

    private void add(Period period, String unit, Item measure, String key, Version version) {
        Measures.Addend addend = measures.of(measure, period, version.values());
        if (addend.isUnknown()) {
            unknown.add(new Unknown(period, measure.code()));
        } else if (addend.isSomething()) {
            counted.add(counted(period, unit, measure.code(), key, addend.amount(), version));
        }
    }

    private static Counted counted(
            Period period, String unit, String item, String key, BigDecimal amount, Version version) {
        return new Counted(period, unit, item, key, amount, version.submission().id(), version.cell());
    }

    /** How each record stands: its newest version from the unit that holds it. */
    private Map<String, Version> standing() {
        Map<String, Version> standing = new LinkedHashMap<>();
        newest.forEach((sent, version) -> {
            if (owners.isHeld(sent.unit(), sent.key(), version.period())) {
                standing.merge(
                        sent.key(),
                        version,
                        (a, b) -> b.period().last().isAfter(a.period().last()) ? b : a);
            }
        });
        return standing;
    }

    private void byDay(String key, Version version) {
        definitions.forEach((code, defined) -> {
            SortedMap<Period, BigDecimal> found = new TreeMap<>();
            defined.forEach((measure, asked) -> {
                if (measures.isByDay(measure)) {
                    candidates(measure, version).stream()
                            .filter(asked::contains)
                            .filter(p -> maySpeak(key, version, p))
                            .forEach(p -> byDay(measure, p, version, found));
                }
            });
            boolean isEvent = defined.keySet().stream().anyMatch(m -> m.time() == Item.Time.SUM);
            settled(key, code, found, isEvent, version)
                    .forEach((period, amount) -> owners.holder(key, period)
                            .ifPresent(unit -> counted.add(counted(period, unit, code, key, amount, version))));
        });
    }

    private void byDay(Item measure, Period period, Version version, Map<Period, BigDecimal> found) {
        Measures.Addend addend = measures.of(measure, period, version.values());
        if (addend.isUnknown() && !closed.contains(period)) {
            unknown.add(new Unknown(period, measure.code()));
        } else if (addend.isSomething()) {
            found.put(period, addend.amount());
        }
    }

    /** What happened is counted once; how things stood is asked of every period anew. */
    private SortedMap<Period, BigDecimal> settled(
            String key, String code, SortedMap<Period, BigDecimal> found, boolean isEvent, Version version) {
        if (isEvent) {
            return Settlement.of(
                    found,
                    kept.getOrDefault(place(code, key), Set.of()),
                    closed,
                    period -> reported(key, code, period, version));
        }
        found.keySet().removeAll(closed);
        return found;
    }

    /** The periods in which a record may add to a measure: those that hold its day, if it counts by that alone. */
    private Collection<Period> candidates(Item measure, Version version) {
        Set<String> days = measures.confined(measure);
        if (days.isEmpty()) {
            return periods;
        }
        Observation day = version.values().get(days.iterator().next());
        return day != null && day.value() instanceof Value.Date date
                ? byMonth.getOrDefault(YearMonth.from(date.date()), Set.of())
                : Set.of();
    }

    /**
     * Whether a record can say anything of a period: if the unit's register of the period is there, or one of a later
     * period speaks of it. What a slip dates into the future waits until that month has come.
     */
    private boolean maySpeak(String key, Version version, Period period) {
        if (closed.contains(period)) {
            return true;
        }
        String unit = owners.holder(key, period).orElse("");
        return registers.containsKey(new Sender(period, unit))
                || (period.last().isBefore(version.period().last())
                        && catalogue
                                .unit(unit)
                                .filter(u -> u.owes(form, period.last()))
                                .isPresent());
    }

    /** The first open period whose register says of a record that it adds to a measure in a closed period. */
    private Optional<Period> reported(String key, String code, Period into, Version version) {
        Optional<Item> measure = Optional.ofNullable(asked(into).get(code));
        return periods.stream()
                .filter(p -> !closed.contains(p))
                .filter(p -> measure.filter(m -> saysSo(key, m, into, p)).isPresent())
                .findFirst()
                .or(() -> periods.stream()
                        .filter(p -> !closed.contains(p)
                                && p.last().isAfter(version.period().last()))
                        .findFirst());
    }

    private boolean saysSo(String key, Item measure, Period into, Period by) {
        Optional<Long> register = owners.holder(key, by).map(unit -> registers.get(new Sender(by, unit)));
        if (register.isEmpty()) {
            return false;
        }
        Map<String, Observation> record = new HashMap<>();
        store.submissions().record(register.get(), key, items).forEach(o -> record.put(o.item(), o));
        return measures.of(measure, into, record).isSomething();
    }

    private Map<String, Item> asked(Period period) {
        return asked.computeIfAbsent(period, p -> {
            Map<String, Item> computed = new LinkedHashMap<>();
            catalogue.items(form, p.last()).stream().filter(Item::isComputed).forEach(i -> computed.put(i.code(), i));
            return computed;
        });
    }

    /** The periods of which any register counts. */
    Set<Period> periods() {
        return periods;
    }

    /** The records that count, by period. */
    Map<Period, List<Counted>> records() {
        Map<Period, List<Counted>> byPeriod = new HashMap<>();
        merged().forEach(c ->
                byPeriod.computeIfAbsent(c.period(), p -> new ArrayList<>()).add(c));
        return byPeriod;
    }

    /** One line for what a record adds to a measure in a period: two of its days may lie in it. */
    private Collection<Counted> merged() {
        Map<List<Object>, Counted> lines = new LinkedHashMap<>();
        counted.stream()
                .filter(c -> !unknown.contains(new Unknown(c.period(), c.item())))
                .forEach(c -> lines.merge(
                        List.of(c.period(), c.unit(), c.item(), c.record()),
                        c,
                        (a, b) -> new Counted(
                                a.period(),
                                a.unit(),
                                a.item(),
                                a.record(),
                                a.amount().add(b.amount()),
                                a.submission(),
                                a.cell())));
        return lines.values();
    }

    /**
     * What the measures of a period come to, by unit: of every unit whose register counts, and of one whose register does
     * not what later registers say of it. A measure that nobody can work out has no fact.
     */
    List<Measured> facts(Period period, List<Counted> records) {
        SortedMap<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        registers.keySet().stream()
                .filter(s -> s.period().equals(period))
                .forEach(s -> asked(period).keySet().stream()
                        .filter(code -> !unknown.contains(new Unknown(period, code)))
                        .forEach(code -> sums.computeIfAbsent(s.unit(), u -> new TreeMap<>())
                                .put(code, BigDecimal.ZERO)));
        records.forEach(
                c -> sums.computeIfAbsent(c.unit(), u -> new TreeMap<>()).merge(c.item(), c.amount(), BigDecimal::add));
        List<Measured> facts = new ArrayList<>();
        sums.forEach((unit, byItem) -> byItem.forEach((item, sum) -> facts.add(
                new Measured(period, unit, item, sum, Optional.ofNullable(registers.get(new Sender(period, unit)))))));
        return facts;
    }
}
