package org.huizong.register;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Item;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.StoredSubmission;

/**
 * A record of a register as one submission has it.
 *
 * @param key what it is kept under
 * @param values by item
 */
record SentRecord(StoredSubmission submission, String key, Map<String, Observation> values) {
    /** The unit that sent it, and its key. */
    record Sender(String unit, String key) {}

    /** Returns the records of a submission in the order of its values. */
    static List<SentRecord> of(StoredSubmission submission, List<Observation> values) {
        Map<String, Map<String, Observation>> records = new LinkedHashMap<>();
        values.forEach(o ->
                records.computeIfAbsent(o.record(), r -> new LinkedHashMap<>()).put(o.item(), o));
        return records.entrySet().stream()
                .map(record -> new SentRecord(submission, record.getKey(), record.getValue()))
                .toList();
    }

    Sender sender() {
        return new Sender(submission.unit(), key);
    }

    boolean isOf(Period period) {
        return submission.period().equals(period);
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

    /** The cell of an item, or else of the record. */
    CellRef where(String item) {
        return Optional.ofNullable(values.get(item))
                .or(() -> values.values().stream().findFirst())
                .map(Observation::where)
                .orElse(CellRef.sheet(submission.file(), submission.sheet()));
    }

    /** A finding about it, with what people call it by. */
    Entry entry(Finding finding, List<Item> keys) {
        Map<String, Argument> called = new HashMap<>();
        keys.forEach(k -> Optional.of(value(k.code()))
                .filter(v -> !v.isMissing())
                .ifPresent(v -> called.put(k.code(), Argument.of(v))));
        Finding about = finding.ofRecord(key).with(called);
        return new Entry(
                Optional.of(submission.sha256()),
                Optional.of(submission.id()),
                submission.unit(),
                submission.form(),
                about,
                "");
    }
}
