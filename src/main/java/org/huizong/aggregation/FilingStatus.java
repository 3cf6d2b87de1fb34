package org.huizong.aggregation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;
import org.huizong.store.StoredSubmission;

/**
 * How one return stands.
 *
 * @param owed unit, return and period
 * @param state counted, missing, rejected, in conflict, or not due yet
 * @param due last day to be in time
 * @param submission the one that counts, or the latest that does not; of what is missing, what was taken back
 * @param received the day the first came of all that were read as this return and not taken back
 * @param misplaced the period of a return of this unit that lies in the folder though it belongs to another
 * @param neverRun whether it is missing because its period was never consolidated
 * @param below what is lacking in it though it is counted; empty if nothing is, or if it is one reporter's own
 * @param rival a later sending that contradicts the one that counts, of which nobody knows whether it is the newer
 */
public record FilingStatus(
        Obligation owed,
        State state,
        LocalDate due,
        Optional<StoredSubmission> submission,
        Optional<LocalDate> received,
        Optional<Period> misplaced,
        boolean neverRun,
        Optional<Lacking> below,
        Optional<StoredSubmission> rival) {
    /** The states of coverage; owed is the sum of all but the last. */
    public enum State {
        /** Its figures are in the totals. */
        COUNTED,
        /** Nothing has come. */
        MISSING,
        /** What came was sent back. */
        REJECTED,
        /** Two files contradict each other. */
        CONFLICT,
        /** Nothing has come, and its day has not come either. */
        NOT_DUE;

        /** The word in coverage.csv. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is owed by now and not counted. */
    public boolean isOpen() {
        return state != State.COUNTED && state != State.NOT_DUE;
    }

    /** Tells whether it is counted although another sending contradicts it. */
    public boolean isDisputed() {
        return rival.isPresent();
    }

    /** Tells whether it is missing because what had come was taken back. */
    public boolean isWithdrawn() {
        return state == State.MISSING && submission.isPresent();
    }

    /**
     * Tells whether it is counted although nothing of it had come by the due day; a later correction is no lateness.
     */
    public boolean isLate() {
        return state == State.COUNTED && received.map(day -> day.isAfter(due)).orElse(false);
    }

    /**
     * Days past the due day: of what is counted on the day it came, of what is open on the day asked about.
     *
     * @return negative by the days that are left to what is open; 0 for what came in time or is not asked for yet
     */
    public int days(LocalDate asOf) {
        if (isLate()) {
            return received.map(day -> (int) ChronoUnit.DAYS.between(due, day)).orElse(0);
        }
        return isOpen() ? (int) ChronoUnit.DAYS.between(due, asOf) : 0;
    }

    /** How it stands in one word, as status and its table say it: counted is either on_time or late. */
    public String word() {
        if (state == State.COUNTED) {
            return isLate() ? "late" : "on_time";
        }
        return isWithdrawn() ? "withdrawn" : neverRun ? "never_run" : state.code();
    }
}
