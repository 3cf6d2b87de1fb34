package org.huizong.register;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.store.MeasureStore.Counted;
import org.huizong.store.MeasureStore.Register;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.validation.Measures.Addend;

/**
 * Counts one register for all its open periods: a measure by day over the newest version of every record, whichever
 * period's register it came with; any other over the records of the period's own register. Each record counts for the
 * unit that owns it, and for no other.
 */
final class RegisterCount {
    /** Later than any return. */
    static final YearMonth EVER = YearMonth.of(9999, 12);

    private final Catalogue catalogue;
    private final Store store;
    private final String form;
    private final Set<Period> closed;
    private final Set<Period> uncounted;
    private final RegisterMeasures measures;
    private final RecordOwners owners;
    private final Map<RegisterSender, Long> registers;
    private final Map<Event, Set<Period>> kept = new HashMap<>();
    private final Map<Sent, Version> newest = new LinkedHashMap<>();
    private final RegisterTally tally;

    private record Sent(String unit, String key) {}

    /** Holds what a record adds to a measure, whenever that is. */
    private record Event(String item, String record) {}

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
        this.measures = new RegisterMeasures(catalogue, form, all);
        this.owners = new RecordOwners(catalogue, store, form);
        this.registers = all.stream()
                .collect(Collectors.toMap(
                        r -> new RegisterSender(r.period(), r.unit()), Register::submission, (a, b) -> b));
        this.tally = new RegisterTally(measures, registers);
        frozen.forEach(this::keep);
    }

    private void keep(Counted frozen) {
        kept.computeIfAbsent(new Event(frozen.item(), frozen.record()), k -> new HashSet<>())
                .add(frozen.period());
    }

    /** Counts; call once. */
    RegisterTally count() {
        store.submissions().registers(form, EVER, measures.items(), this::take);
        tally.removeIf(c -> measures.isKeyed()
                && !uncounted.contains(c.period())
                && !owners.isHeld(c.unit(), c.record(), c.period()));
        tally.of(uncounted).forEach(this::keep);
        standing().forEach(this::byDay);
        return tally;
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
            if (measures.isKeyed()) {
                owners.reported(submission.unit(), period, key);
                newest.putIfAbsent(new Sent(submission.unit(), key), version);
            }
            if (asOnce || !closed.contains(period)) {
                for (Item measure : measures.asked(period).values()) {
                    if (asOnce || !measures.isKeyed() || !measures.isByDay(measure)) {
                        add(period, submission.unit(), measure, key, version);
                    }
                }
            }
        });
    }

    private void add(Period period, String unit, Item measure, String key, Version version) {
        Addend addend = measures.of(measure, period, version.values());
        if (addend.isUnknown()) {
            tally.unknown(period, measure.code());
        } else if (addend.isSomething()) {
            tally.add(counted(period, unit, measure.code(), key, addend.amount(), version));
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
        measures.definitions().forEach((code, defined) -> {
            SortedMap<Period, BigDecimal> found = new TreeMap<>();
            defined.forEach((measure, asked) -> {
                if (measures.isByDay(measure)) {
                    measures.candidates(measure, version.values()).stream()
                            .filter(asked::contains)
                            .filter(p -> maySpeak(key, version, p))
                            .forEach(p -> byDay(measure, p, version, found));
                }
            });
            boolean isEvent = defined.keySet().stream().anyMatch(m -> m.time() == Item.Time.SUM);
            settled(key, code, found, isEvent, version)
                    .forEach((period, amount) -> owners.holder(key, period)
                            .ifPresent(unit -> tally.add(counted(period, unit, code, key, amount, version))));
        });
    }

    private void byDay(Item measure, Period period, Version version, Map<Period, BigDecimal> found) {
        Addend addend = measures.of(measure, period, version.values());
        if (addend.isUnknown() && !closed.contains(period)) {
            tally.unknown(period, measure.code());
        } else if (addend.isSomething()) {
            found.put(period, addend.amount());
        }
    }

    /** Events are counted once; how things stood is asked of every period anew. */
    private SortedMap<Period, BigDecimal> settled(
            String key, String code, SortedMap<Period, BigDecimal> found, boolean isEvent, Version version) {
        if (isEvent) {
            return Settlement.of(
                    found,
                    kept.getOrDefault(new Event(code, key), Set.of()),
                    closed,
                    period -> reported(key, code, period, version));
        }
        found.keySet().removeAll(closed);
        return found;
    }

    /**
     * Tells whether a record can say anything of a period: if the unit's register of the period is there, or one of a
     * later period speaks of it. What a slip dates into the future waits until that month has come.
     */
    private boolean maySpeak(String key, Version version, Period period) {
        if (closed.contains(period)) {
            return true;
        }
        String unit = owners.holder(key, period).orElse("");
        return registers.containsKey(new RegisterSender(period, unit))
                || (period.last().isBefore(version.period().last())
                        && catalogue
                                .unit(unit)
                                .filter(u -> u.owes(form, period.last()))
                                .isPresent());
    }

    /** The first open period whose register says of a record that it adds to a measure in a closed period. */
    private Optional<Period> reported(String key, String code, Period into, Version version) {
        Optional<Item> measure = Optional.ofNullable(measures.asked(into).get(code));
        return measures.periods().stream()
                .filter(p -> !closed.contains(p))
                .filter(p -> measure.filter(m -> saysSo(key, m, into, p)).isPresent())
                .findFirst()
                .or(() -> measures.periods().stream()
                        .filter(p -> !closed.contains(p)
                                && p.last().isAfter(version.period().last()))
                        .findFirst());
    }

    private boolean saysSo(String key, Item measure, Period into, Period by) {
        Optional<Long> register = owners.holder(key, by).map(unit -> registers.get(new RegisterSender(by, unit)));
        if (register.isEmpty()) {
            return false;
        }
        Map<String, Observation> record = new HashMap<>();
        store.submissions().record(register.get(), key, measures.items()).forEach(o -> record.put(o.item(), o));
        return measures.of(measure, into, record).isSomething();
    }
}
