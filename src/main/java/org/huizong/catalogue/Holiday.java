package org.huizong.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of holidays.csv.
 *
 * @param date empty if the line has none
 * @param day what the day is
 */
record Holiday(Optional<LocalDate> date, Day day) {
    /** Names what a day that is unlike its weekday is. */
    enum Day {
        /** A weekday off. */
        OFF,
        /** A weekend day that is worked in exchange for one off. */
        WORK
    }
}
