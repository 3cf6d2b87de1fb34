package org.huizong.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.model.Argument;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.register.SentRecord.Sender;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.validation.Checker;

/**
 * Holds the records of one register against each other: those of all units and of the periods before. What it finds is
 * about records that the period's own submissions have, or should have.
 */
public final class RecordsAcross {
    private final Store store;
    private final Period period;
    private final Checker checker;
    private final Return register;
    private final List<Item> keys;
    private final List<Rule> pairs;
    private final RecordOwners owners;
    private final RecordCourse course;

    /** Holds the records of that register against each other, in the terms of that catalogue. */
    public RecordsAcross(Catalogue catalogue, Store store, Period period, Checker checker, Return register) {
        this.store = store;
        this.period = period;
        this.checker = checker;
        this.register = register;
        this.keys = catalogue.items(register.code(), period.last()).stream()
                .filter(Item::key)
                .toList();
        this.pairs = catalogue.rules(period.last()).stream()
                .filter(r -> r.scope() == Rule.Scope.PAIR)
                .filter(r -> checker.items(r).stream().allMatch(i -> i.startsWith(register.code() + ".")))
                .toList();
        this.owners = new RecordOwners(catalogue, store, register.code());
        this.course = new RecordCourse(catalogue, store, period, register);
    }

    /** Returns what is found, each with the submission it is about. */
    public List<Entry> run() {
        Map<Sender, List<SentRecord>> all = read();
        List<Entry> entries = new ArrayList<>();
        if (keys.isEmpty()) {
            List<SentRecord> newest =
                    all.values().stream().map(sent -> sent.get(0)).toList();
            pairs.forEach(rule -> pair(rule, newest, entries));
            return entries;
        }
        all.values().forEach(sent -> otherUnits(sent.get(0), entries));
        Map<String, List<SentRecord>> held = held(all);
        List<SentRecord> newest = held.values().stream().map(v -> v.get(0)).toList();
        pairs.forEach(rule -> pair(rule, newest, entries));
        held.forEach((key, versions) ->
                course.check(versions, owners.holder(key, period).orElse(""), entries));
        return entries;
    }

    /** Every record with what each submission says of it, the newest first. */
    private Map<Sender, List<SentRecord>> read() {
        Set<String> needed = new LinkedHashSet<>();
        keys.forEach(k -> needed.add(k.code()));
        pairs.forEach(r -> {
            needed.addAll(checker.items(r));
            r.locate().ifPresent(needed::add);
        });
        needed.addAll(course.needed());
        Map<Sender, List<SentRecord>> all = new LinkedHashMap<>();
        store.submissions()
                .registers(
                        register.code(), period.last(), needed, (submission, values) -> take(submission, values, all));
        return all;
    }

    private void take(StoredSubmission submission, List<Observation> values, Map<Sender, List<SentRecord>> all) {
        SentRecord.of(submission, values).forEach(sent -> {
            owners.reported(submission.unit(), submission.period(), sent.key());
            all.computeIfAbsent(sent.sender(), s -> new ArrayList<>(1)).add(sent);
        });
    }

    /** The versions of each record from the unit that held it then, the newest first. */
    private Map<String, List<SentRecord>> held(Map<Sender, List<SentRecord>> all) {
        Map<String, List<SentRecord>> held = new LinkedHashMap<>();
        all.values().stream()
                .flatMap(List::stream)
                .filter(this::isHeld)
                .forEach(sent -> held.computeIfAbsent(sent.key(), k -> new ArrayList<>(1))
                        .add(sent));
        held.values()
                .forEach(versions -> versions.sort(Comparator.comparing(
                        (SentRecord s) -> s.submission().period().last(), Comparator.reverseOrder())));
        return held;
    }

    private boolean isHeld(SentRecord sent) {
        return owners.isHeld(
                sent.submission().unit(), sent.key(), sent.submission().period());
    }

    /** A key that another unit reported first: the row counts nowhere. */
    private void otherUnits(SentRecord sent, List<Entry> entries) {
        if (!sent.isOf(period) || isHeld(sent)) {
            return;
        }
        String key = keys.get(0).code();
        Finding other = Finding.failed("record.units", Severity.QUERY, sent.where(key))
                .ofItem(key)
                .with("value", Argument.of(sent.value(key)))
                .with("holder", Argument.code(owners.holder(sent.key(), period).orElse("")));
        entries.add(sent.entry(other, keys));
    }

    /** A rule over two records against those that agree in what it asks to differ. */
    private void pair(Rule rule, List<SentRecord> newest, List<Entry> entries) {
        List<String> agreement = checker.agreement(rule);
        Map<List<Value>, List<SentRecord>> alike = new LinkedHashMap<>();
        for (SentRecord sent : newest) {
            List<Value> values = agreement.stream().map(sent::value).toList();
            if (values.stream().noneMatch(Value::isMissing)) {
                alike.computeIfAbsent(values, v -> new ArrayList<>()).add(sent);
            }
        }
        alike.values().forEach(group -> pairs(rule, group, entries));
    }

    /** Each of a group against the others; records that say the same come to the same, and that is worked out once. */
    private void pairs(Rule rule, List<SentRecord> group, List<Entry> entries) {
        Map<List<Value>, List<SentRecord>> same = new LinkedHashMap<>();
        group.forEach(sent ->
                same.computeIfAbsent(said(rule, sent), s -> new ArrayList<>()).add(sent));
        for (List<SentRecord> ones : same.values()) {
            List<SentRecord> failing = same.values().stream()
                    .flatMap(others -> others.stream()
                            .filter(other -> !other.sender().equals(ones.get(0).sender()))
                            .limit(1))
                    .filter(other -> against(rule, ones.get(0), other).isPresent())
                    .toList();
            for (SentRecord one : ones) {
                Stream.concat(failing.stream(), failing.isEmpty() ? Stream.empty() : Stream.of(ones.get(0)))
                        .filter(other -> !other.sender().equals(one.sender()) && one.isOf(period))
                        .findFirst()
                        .flatMap(other -> against(rule, one, other))
                        .ifPresent(found -> entries.add(one.entry(found, keys)));
            }
        }
    }

    private List<Value> said(Rule rule, SentRecord sent) {
        return checker.items(rule).stream().map(sent::value).toList();
    }

    private Optional<Finding> against(Rule rule, SentRecord one, SentRecord other) {
        return checker.checkPair(
                rule,
                period,
                one.plain(),
                other.plain(),
                one.where(rule.locate().orElse("")));
    }

    /** Returns the registers of which the period itself has submissions. */
    public static Stream<Return> registers(Catalogue catalogue, Period period) {
        return catalogue.forms(period.last()).stream()
                .filter(r -> r.kind() == Return.Kind.REGISTER && r.frequency() == period.frequency());
    }
}
