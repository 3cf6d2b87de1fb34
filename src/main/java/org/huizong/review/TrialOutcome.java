package org.huizong.review;

import java.util.List;
import org.huizong.model.Period;
import org.huizong.store.StoredSubmission;

/**
 * What trying changed rules came to.
 *
 * @param periods what is on record, in order
 * @param closed those of them that are closed, which would not be checked again
 * @param submissions how many there are in them
 * @param rules every rule in force or tried, in the order of the tried table, dropped ones last
 * @param sentBack submissions that count now and would be sent back
 * @param accepted submissions that are sent back now and would count
 */
public record TrialOutcome(
        List<Period> periods,
        List<Period> closed,
        int submissions,
        List<RuleDifference> rules,
        List<StoredSubmission> sentBack,
        List<StoredSubmission> accepted) {
    public TrialOutcome {
        periods = List.copyOf(periods);
        closed = List.copyOf(closed);
        rules = List.copyOf(rules);
        sentBack = List.copyOf(sentBack);
        accepted = List.copyOf(accepted);
    }

    /** How many rules became that. */
    public long count(RuleDifference.Kind kind) {
        return rules.stream().filter(r -> r.kind() == kind).count();
    }
}
