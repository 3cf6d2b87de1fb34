package org.huizong.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.finding.CellRef;
import org.huizong.finding.Finding;
import org.huizong.finding.Severity;
import org.huizong.layout.RegisterLayout;
import org.huizong.period.Period;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.Store;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;
import org.huizong.submission.Observation;
import org.huizong.submission.Value;
import org.huizong.validation.Checker;

/**
 * Holds the records of one register against each other: those of all units and of the periods before. What it finds is
 * about records that the period's own submissions have.
 */
final class RecordsAcross {
    private final Catalogue catalogue;
    private final Store store;
    private final Period period;
    private final Checker checker;
    private final Return register;
    private final List<Item> items;
    private final List<Item> keys;
    private final List<Rule> pairs;
    private final Map<String, Set<YearMonth>> reported = new HashMap<>();

    /** A record as one submission has it. */
    private record Sent(StoredSubmission submission, String key, Map<String, Observation> values) {
        Owner owner() {
            return new Owner(submission.unit(), key);
        }

        Map<String, Value> plain() {
            Map<String, Value> plain = new HashMap<>();
            values.forEach((item, observation) -> plain.put(item, observation.value()));
            return plain;
        }

        Value value(String item) {
            Observation observation = values.get(item);
            return observation == null ? Value.Gap.BLANK : observation.value();
        }

        CellRef where(String item) {
            return Optional.ofNullable(values.get(item))
                    .or(() -> values.values().stream().findFirst())
                    .map(Observation::where)
                    .orElse(new CellRef(submission.file(), submission.sheet(), ""));
        }
    }

    private record Owner(String unit, String key) {}

    RecordsAcross(Catalogue catalogue, Store store, Period period, Checker checker, Return register) {
        this.catalogue = catalogue;
        this.store = store;
        this.period = period;
        this.checker = checker;
        this.register = register;
        this.items = catalogue.items(register.code(), period.last());
        this.keys = items.stream().filter(Item::key).toList();
        this.pairs = catalogue.rules(period.last()).stream()
                .filter(r -> r.scope() == Rule.Scope.PAIR)
                .filter(r -> checker.items(r).stream().allMatch(i -> i.startsWith(register.code() + ".")))
                .toList();
    }

    /** What is found, each with the submission it is about. */
    List<Entry> run() {
        Map<Owner, List<Sent>> all = read();
        List<Sent> newest = all.values().stream().map(sent -> sent.get(0)).toList();
        List<Entry> entries = new ArrayList<>();
        twoUnits(newest, entries);
        pairs.forEach(rule -> pair(rule, newest, entries));
        all.values().forEach(sent -> afterwards(sent, entries));
        return entries;
    }

    /** Every record with what each submission says of it, the newest first. */
    private Map<Owner, List<Sent>> read() {
        Set<String> needed = new LinkedHashSet<>(List.of(RegisterLayout.EXPLAIN));
        keys.forEach(k -> needed.add(k.code()));
        pairs.forEach(r -> {
            needed.addAll(checker.items(r));
            r.locate().ifPresent(needed::add);
        });
        events().forEach(e -> needed.add(e.code()));
        Map<Owner, List<Sent>> all = new LinkedHashMap<>();
        store.submissions().records(register.code(), period.last(), needed, stored -> take(stored, all));
        return all;
    }

    private static void take(StoredObservation stored, Map<Owner, List<Sent>> all) {
        StoredSubmission submission = stored.submission();
        Observation observation = stored.observation();
        List<Sent> sent =
                all.computeIfAbsent(new Owner(submission.unit(), observation.record()), o -> new ArrayList<>());
        if (sent.isEmpty() || sent.get(sent.size() - 1).submission().id() != submission.id()) {
            sent.add(new Sent(submission, observation.record(), new LinkedHashMap<>()));
        }
        sent.get(sent.size() - 1).values().put(observation.item(), observation);
    }

    private boolean isOfThePeriod(Sent sent) {
        return sent.submission().period().equals(period);
    }

    /** The same key in two units. */
    private void twoUnits(List<Sent> newest, List<Entry> entries) {
        Map<String, List<Sent>> byKey = new HashMap<>();
        newest.forEach(
                s -> byKey.computeIfAbsent(s.key(), k -> new ArrayList<>()).add(s));
        for (Sent sent : newest) {
            byKey.getOrDefault(sent.key(), List.of()).stream()
                    .filter(other -> isOfThePeriod(sent) && !keys.isEmpty())
                    .filter(other ->
                            !other.submission().unit().equals(sent.submission().unit()))
                    .findFirst()
                    .ifPresent(other -> {
                        String key = keys.get(0).code();
                        Map<String, String> arguments = Map.of(
                                "item", key,
                                "value", sent.value(key).show(),
                                "unit", other.submission().unit());
                        entries.add(entry(
                                sent, Finding.failed("record.units", Severity.QUERY, sent.where(key), arguments)));
                    });
        }
    }

    /** A rule over two records against those that agree in what it asks to differ. */
    private void pair(Rule rule, List<Sent> newest, List<Entry> entries) {
        List<String> agreement = checker.agreement(rule);
        Map<List<Value>, List<Sent>> alike = new LinkedHashMap<>();
        for (Sent sent : newest) {
            List<Value> values = agreement.stream().map(sent::value).toList();
            if (values.stream().noneMatch(Value::isMissing)) {
                alike.computeIfAbsent(values, v -> new ArrayList<>()).add(sent);
            }
        }
        alike.values().forEach(group -> pairs(rule, group, entries));
    }

    /** Each of a group against the others; records that say the same come to the same, and that is worked out once. */
    private void pairs(Rule rule, List<Sent> group, List<Entry> entries) {
        Map<List<Value>, List<Sent>> same = new LinkedHashMap<>();
        group.forEach(sent ->
                same.computeIfAbsent(said(rule, sent), s -> new ArrayList<>()).add(sent));
        for (List<Sent> ones : same.values()) {
            List<Sent> failing = same.values().stream()
                    .flatMap(others -> others.stream()
                            .filter(other -> !other.owner().equals(ones.get(0).owner()))
                            .limit(1))
                    .filter(other -> against(rule, ones.get(0), other).isPresent())
                    .toList();
            for (Sent one : ones) {
                Stream.concat(failing.stream(), failing.isEmpty() ? Stream.empty() : Stream.of(ones.get(0)))
                        .filter(other -> !other.owner().equals(one.owner()) && isOfThePeriod(one))
                        .findFirst()
                        .flatMap(other -> against(rule, one, other))
                        .ifPresent(found -> entries.add(entry(one, found)));
            }
        }
    }

    private List<Value> said(Rule rule, Sent sent) {
        return checker.items(rule).stream().map(sent::value).toList();
    }

    private Optional<Finding> against(Rule rule, Sent one, Sent other) {
        return checker.checkPair(
                rule,
                period,
                one.plain(),
                other.plain(),
                one.where(rule.locate().orElse("")));
    }

    /** The days by which a measure counts records. */
    private List<Item> events() {
        return items.stream()
                .filter(Item::isComputed)
                .flatMap(measure -> checker.operands(measure.formula()).stream())
                .distinct()
                .flatMap(code -> catalogue.item(code).stream())
                .filter(i -> i.type() == ItemType.DATE)
                .toList();
    }

    /** 补报: something that happened in a month whose register came without it is counted only once that is corrected. */
    private void afterwards(List<Sent> sent, List<Entry> entries) {
        Sent now = sent.get(0);
        if (!isOfThePeriod(now)) {
            return;
        }
        for (Item event : events()) {
            if (now.value(event.code()) instanceof Value.Date day
                    && day.date().isBefore(period.start())
                    && reported(now.submission().unit()).contains(YearMonth.from(day.date()))
                    && sent.stream().noneMatch(s -> says(s, event, day.date()))) {
                Map<String, String> arguments = Map.of(
                        "item", event.code(),
                        "value", day.show(),
                        "month", YearMonth.from(day.date()).toString());
                entries.add(entry(
                        now, Finding.failed("record.afterwards", Severity.QUERY, now.where(event.code()), arguments)));
            }
        }
    }

    /** Whether a submission for the month of a day says that it happened in that month. */
    private static boolean says(Sent sent, Item event, LocalDate day) {
        return sent.submission().period().months().contains(YearMonth.from(day))
                && sent.value(event.code()) instanceof Value.Date said
                && YearMonth.from(said.date()).equals(YearMonth.from(day));
    }

    /** The months for which a unit's register is counted. */
    private Set<YearMonth> reported(String unit) {
        return reported.computeIfAbsent(unit, u -> {
            Set<YearMonth> months = new HashSet<>();
            store.facts().counted(YearMonth.of(1, 1), period.last()).stream()
                    .filter(c -> c.unit().equals(u) && c.form().equals(register.code()))
                    .forEach(c -> months.addAll(Period.parse(c.period()).months()));
            return months;
        });
    }

    private Entry entry(Sent sent, Finding finding) {
        Map<String, String> arguments = new TreeMap<>(finding.arguments());
        arguments.put("record", sent.key());
        keys.forEach(k -> Optional.of(sent.value(k.code()))
                .filter(v -> !v.isMissing())
                .ifPresent(v -> arguments.put(k.code(), v.show())));
        Finding about = new Finding(
                finding.rule(), finding.severity(), finding.outcome(), finding.where(), new TreeMap<>(arguments));
        StoredSubmission submission = sent.submission();
        return new Entry(
                Optional.of(submission.sha256()),
                Optional.of(submission.id()),
                submission.unit(),
                submission.form(),
                about,
                Checker.explanation(about, List.copyOf(sent.values().values())));
    }

    /** The registers of which the period itself has submissions. */
    static Stream<Return> registers(Catalogue catalogue, Period period) {
        return catalogue.forms(period.last()).stream()
                .filter(r -> r.kind() == Return.Kind.REGISTER && r.frequency() == period.frequency());
    }
}
