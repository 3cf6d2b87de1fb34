package org.huizong.consolidation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.huizong.catalogue.Owed;
import org.huizong.store.StoredSubmission;

/**
 * How one owed return stands.
 *
 * @param owed unit, return and period
 * @param state counted, missing, rejected or in conflict
 * @param due last day to be in time
 * @param submission the one that counts, or the latest that does not
 */
public record Standing(Owed owed, State state, LocalDate due, Optional<StoredSubmission> submission) {
    /** The states of coverage; owed is the sum of the four. */
    public enum State {
        /** Its figures are in the totals. */
        COUNTED,
        /** Nothing has come. */
        MISSING,
        /** What came was sent back. */
        REJECTED,
        /** Two files contradict each other. */
        CONFLICT;

        /** The word in coverage.csv. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is counted although it came after the due day. */
    public boolean isLate() {
        return state == State.COUNTED
                && submission.map(s -> s.received().isAfter(due)).orElse(false);
    }
}
