package org.huizong.publish.narrative;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Return;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Observation;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;

/** The records of all registers of a period; of one that came in several months the newest. */
public final class Ledger {
    /**
     * A record as it was sent last.
     *
     * @param submission what it came with
     * @param record its key, as it is kept under
     * @param values by item
     */
    public record Entry(StoredSubmission submission, String record, Map<String, Observation> values) {}

    private final Map<String, Map<List<String>, Entry>> byRegister = new HashMap<>();

    public Ledger(Terms terms) {
        Set<String> registers = terms.registers().stream().map(Return::code).collect(Collectors.toSet());
        terms.publication().observations().of(registers, this::take);
    }

    /** Observations come by unit, return and period, so that a later month takes the place of an earlier one. */
    private void take(StoredObservation stored) {
        Observation observation = stored.observation();
        if (observation.record().isEmpty()) {
            return;
        }
        StoredSubmission submission = stored.submission();
        Map<List<String>, Entry> entries = byRegister.computeIfAbsent(submission.form(), form -> new LinkedHashMap<>());
        List<String> key = List.of(submission.unit(), observation.record());
        Entry entry = entries.get(key);
        if (entry == null || entry.submission().id() != submission.id()) {
            entry = new Entry(submission, observation.record(), new HashMap<>());
            entries.put(key, entry);
        }
        entry.values().put(observation.item(), observation);
    }

    /** The records of a register, by unit and in the order in which they were first sent. */
    public Collection<Entry> of(Return register) {
        return byRegister.getOrDefault(register.code(), Map.of()).values();
    }

    /** What a unit's record says, by item; empty if there is no such record. */
    public Map<String, Observation> record(String register, String unit, String record) {
        Entry entry = byRegister.getOrDefault(register, Map.of()).get(List.of(unit, record));
        return entry == null ? Map.of() : entry.values();
    }

    /** What the sender wrote to explain a record. */
    public static String explanation(Entry entry) {
        Observation explained = entry.values().get(RegisterLayout.EXPLAIN);
        return explained == null ? "" : explained.value().show();
    }
}
