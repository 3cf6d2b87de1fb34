package org.huizong.store;

import java.util.Locale;
import java.util.Optional;
import org.huizong.model.Period;

/**
 * Why an edition says something else than the one before.
 *
 * @param why what happened
 * @param unit code of the unit whose return it is; empty if it is about no return
 * @param form code of the return; empty if it is about none
 * @param period the period of the return; empty if it is about none
 * @param what name of the file, or the ids of rules; empty if there is nothing to name
 */
public record EditionCause(Why why, String unit, String form, Optional<Period> period, String what) {
    /** Names what can happen to figures that were published. */
    public enum Why {
        /** A return came that had been missing. */
        CAME,
        /** A later file of a return counts instead of the one before, or of one that was sent back. */
        CORRECTED,
        /** A file was taken back. */
        WITHDRAWN,
        /** A file that had been taken back counts again. */
        RESTORED,
        /** Two files contradict each other, and neither counts. */
        CONFLICT,
        /** A file came that was sent back. */
        REJECTED,
        /** Rules that send back are others now. */
        RULE,
        /** Figures from before the tool was used came, changed or went. */
        BASELINE,
        /** The last day to be in time has passed. */
        DUE,
        /** The tables of the catalogue, or the program, count otherwise. */
        TABLES;

        /** The word in the store. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something that is about no return. */
    public static EditionCause of(Why why, String what) {
        return new EditionCause(why, "", "", Optional.empty(), what);
    }
}
