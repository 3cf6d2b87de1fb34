package org.huizong.register;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.validation.Measures;

/**
 * Holds the records of a period's registers against the registers before: an event that comes afterwards (补报), one
 * whose day was changed (改期), one that lies ahead, and an open record that is no longer there. All of these are
 * queries.
 */
final class RecordCourse {
    private final Store store;
    private final Period period;
    private final Return register;
    private final Measures measures;
    private final List<Item> keys;
    /** The days by which a measure counts records, and the measures that count by each. */
    private final Map<Item, List<String>> events;

    private final Map<String, Set<YearMonth>> reported = new HashMap<>();
    private final Map<String, StoredSubmission> own;
    private final Map<Period, Boolean> closed = new HashMap<>();

    RecordCourse(Catalogue catalogue, Store store, Period period, Return register) {
        this.store = store;
        this.period = period;
        this.register = register;
        this.measures = new Measures(catalogue);
        List<Item> items = catalogue.items(register.code(), period.last());
        this.keys = items.stream().filter(Item::key).toList();
        this.events = items.stream()
                .filter(i -> i.type() == ItemType.DATE && !i.isComputed())
                .map(day -> Map.entry(
                        day,
                        items.stream()
                                .filter(Item::isComputed)
                                .filter(m -> measures.operands(m).contains(day.code()))
                                .map(Item::code)
                                .toList()))
                .filter(e -> !e.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, () -> new TreeMap<>(byPlace(items))));
        store.measures()
                .registers(register.code())
                .forEach(r -> reported.computeIfAbsent(r.unit(), u -> new HashSet<>())
                        .addAll(r.period().months()));
        this.own = store.submissions().within(period).stream()
                .filter(s -> s.period().equals(period) && s.form().equals(register.code()))
                .filter(s -> s.disposition().counts())
                .collect(Collectors.toMap(StoredSubmission::unit, s -> s, (a, b) -> b));
    }

    private static Comparator<Item> byPlace(List<Item> items) {
        return Comparator.comparing(items::indexOf);
    }

    /** Codes of the items that it asks for. */
    Set<String> needed() {
        Set<String> needed = events.keySet().stream().map(Item::code).collect(Collectors.toCollection(HashSet::new));
        register.open().ifPresent(open -> needed.addAll(measures.operands(open)));
        return needed;
    }

    /**
     * Says what is to be asked about one record.
     *
     * @param versions how the registers of the unit that holds it have it, the newest first
     * @param holder the unit that holds it in the period
     */
    void check(List<SentRecord> versions, String holder, List<Entry> entries) {
        SentRecord now = versions.get(0);
        if (now.isOf(period)) {
            Optional<SentRecord> before = versions.stream().skip(1).findFirst();
            events.forEach((day, counting) -> event(now, before, versions, day, counting, entries));
        } else {
            dropped(now, holder, entries);
        }
    }

    private void event(
            SentRecord now,
            Optional<SentRecord> before,
            List<SentRecord> versions,
            Item item,
            List<String> counting,
            List<Entry> entries) {
        Optional<Value.Date> was = before.flatMap(b -> day(b, item));
        Optional<Value.Date> is = day(now, item);
        if (was.isPresent() && !was.equals(is)) {
            moved(now, item, was.get(), counting, entries);
        } else if (was.isEmpty() && is.isPresent() && cameAfterwards(now, versions, item, is.get())) {
            Period month = Period.month(YearMonth.from(is.get().date()));
            Map<String, Argument> said = Map.of("month", Argument.of(month));
            add(now, item, "record.afterwards", isClosed(is.get()), said, counting, entries);
        }
        if (is.isPresent() && is.get().date().isAfter(period.end())) {
            entries.add(now.entry(query("record.ahead", now, item).with("until", Argument.of(period.end())), keys));
        }
    }

    private void moved(SentRecord now, Item item, Value.Date was, List<String> counting, List<Entry> entries) {
        boolean isClosed =
                isClosed(was) || day(now, item).filter(this::isClosed).isPresent();
        String rule = now.value(item.code()).isMissing() ? "record.undated" : "record.moved";
        add(now, item, rule, isClosed, Map.of("before", Argument.of(was)), counting, entries);
    }

    /** A query; if a closed period is concerned it says where the event counts. */
    private void add(
            SentRecord now,
            Item item,
            String rule,
            boolean isClosed,
            Map<String, Argument> said,
            List<String> counting,
            List<Entry> entries) {
        List<Period> counted = isClosed ? store.measures().periodsOf(now.key(), counting) : List.of();
        Finding query =
                query(counted.isEmpty() ? rule : rule + ".closed", now, item).with(said);
        entries.add(now.entry(counted.isEmpty() ? query : query.with("counted", Argument.of(counted)), keys));
    }

    private static Finding query(String rule, SentRecord now, Item item) {
        Finding query =
                Finding.failed(rule, Severity.QUERY, now.where(item.code())).ofItem(item.code());
        Value value = now.value(item.code());
        return value.isMissing() ? query : query.with("value", Argument.of(value));
    }

    /** Tells whether it happened in a month whose register came without it. */
    private boolean cameAfterwards(SentRecord now, List<SentRecord> versions, Item item, Value.Date is) {
        YearMonth month = YearMonth.from(is.date());
        return is.date().isBefore(period.start())
                && reported.getOrDefault(now.submission().unit(), Set.of()).contains(month)
                && versions.stream()
                        .noneMatch(v -> v.submission().period().months().contains(month)
                                && day(v, item)
                                        .filter(d -> YearMonth.from(d.date()).equals(month))
                                        .isPresent());
    }

    private boolean isClosed(Value.Date day) {
        return closed.computeIfAbsent(
                Period.holding(YearMonth.from(day.date()), register.frequency()), store.events()::isClosed);
    }

    private static Optional<Value.Date> day(SentRecord sent, Item item) {
        return sent.value(item.code()) instanceof Value.Date day ? Optional.of(day) : Optional.empty();
    }

    /** A record that was open when it was last reported, and that the holder's register of the period leaves out. */
    private void dropped(SentRecord last, String holder, List<Entry> entries) {
        Optional<StoredSubmission> now = Optional.ofNullable(own.get(holder));
        boolean isOpen = register.open()
                .filter(open -> measures.isOpen(open, last.values()))
                .isPresent();
        if (now.isEmpty() || !isOpen || keys.isEmpty()) {
            return;
        }
        Map<String, Observation> values = new HashMap<>(last.values());
        values.keySet().retainAll(keys.stream().map(Item::code).toList());
        SentRecord left = new SentRecord(now.get(), last.key(), values);
        String key = keys.get(0).code();
        CellRef sheet = CellRef.sheet(now.get().file(), now.get().sheet());
        Finding dropped = Finding.failed("record.dropped", Severity.QUERY, sheet)
                .ofItem(key)
                .with("value", Argument.of(last.value(key)))
                .with("period", Argument.of(last.submission().period()));
        entries.add(left.entry(dropped, keys));
    }
}
