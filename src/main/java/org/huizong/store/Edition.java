package org.huizong.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huizong.model.Period;

/**
 * One published state of a period 版次.
 *
 * @param period what it reports on
 * @param number 1 for the first
 * @param asOf as-of date of the run that made it
 * @param changes what differs from the edition before; empty for the first
 * @param stale why it no longer fits what is on record; empty while it does
 */
public record Edition(Period period, int number, LocalDate asOf, List<EditionChange> changes, Optional<String> stale) {
    public Edition {
        changes = List.copyOf(changes);
    }
}
