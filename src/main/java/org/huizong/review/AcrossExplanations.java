package org.huizong.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.validation.Checker;
import org.huizong.validation.GivenExplanations;

/** What the counted submissions of a period, or their senders since, say to explain what was found across them. */
final class AcrossExplanations {
    private final Store store;
    private final Period period;
    private final Checker checker;
    private final Map<Obligation, StoredSubmission> counted = new HashMap<>();
    private final Map<Obligation, GivenExplanations> known = new HashMap<>();
    private final Map<Long, List<Observation>> told;

    AcrossExplanations(Store store, Period period, Checker checker) {
        this.store = store;
        this.period = period;
        this.checker = checker;
        this.told = store.told().of(period);
        store.submissions().within(period).stream()
                .filter(s -> s.disposition().counts())
                .forEach(s -> counted.put(new Obligation(s.unit(), s.form(), s.period()), s));
    }

    /** The findings with what explains them. */
    List<Entry> explained(List<Entry> entries) {
        return entries.stream().map(this::explained).toList();
    }

    private Entry explained(Entry entry) {
        if (!entry.finding().asks()) {
            return entry;
        }
        return given(entry)
                .map(given -> new Entry(
                        entry.sha256(),
                        entry.submission(),
                        entry.unit(),
                        entry.form(),
                        given.remarked(entry.finding()),
                        given.of(entry.finding())))
                .orElse(entry);
    }

    private Optional<GivenExplanations> given(Entry entry) {
        String form = entry.form().isEmpty() ? formOf(entry.finding()) : entry.form();
        Obligation owed = new Obligation(entry.unit(), form, period);
        return Optional.ofNullable(counted.get(owed))
                .map(s -> known.computeIfAbsent(owed, o -> checker.explanations(observations(s))));
    }

    private List<Observation> observations(StoredSubmission submission) {
        List<Observation> observations = new ArrayList<>(store.submissions().observations(submission));
        observations.addAll(told.getOrDefault(submission.id(), List.of()));
        return observations;
    }

    private static String formOf(Finding finding) {
        int dot = finding.item().indexOf('.');
        return dot < 0 ? "" : finding.item().substring(0, dot);
    }
}
