package org.huizong.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.store.SubmissionStore.Candidate;

/**
 * All that one unit has sent as one return for one period.
 *
 * @param candidates every revision, also those that were taken back
 */
public record Filing(List<Candidate> candidates) {
    public Filing {
        candidates = List.copyOf(candidates);
    }

    /** Returns what was sent for exactly that period as returns of some kind, by unit and return. */
    static List<Filing> of(Store store, Period period, Predicate<String> form) {
        Map<Obligation, List<Candidate>> filings = new LinkedHashMap<>();
        store.submissions().candidates(period).stream()
                .filter(c -> form.test(c.submission().form()))
                .forEach(c -> filings.computeIfAbsent(owed(c.submission()), o -> new ArrayList<>())
                        .add(c));
        return filings.values().stream().map(Filing::new).toList();
    }

    private static Obligation owed(StoredSubmission submission) {
        return new Obligation(submission.unit(), submission.form(), submission.period());
    }

    /** Tells whether there is anything that it could be held against. */
    boolean isSeveral() {
        return candidates.size() > 1;
    }
}
