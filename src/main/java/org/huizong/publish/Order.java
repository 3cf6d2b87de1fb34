package org.huizong.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huizong.model.Period;

/**
 * What is to be published, and where.
 *
 * @param period what it is about
 * @param asOf the day as of which it is reported
 * @param place the folder that becomes the publication
 * @param parts what of it is written; if there is none, the edition goes on record and the place stays as it is
 * @param run number of the run
 * @param isClosed whether the period is closed
 * @param files how many files were delivered
 * @param unreadable how many of them could not be opened
 * @param intact the archived file of a digest; empty if it is lost
 */
public record Order(
        Period period,
        LocalDate asOf,
        Path place,
        Set<PublicationPart> parts,
        long run,
        boolean isClosed,
        int files,
        int unreadable,
        Function<String, Optional<Path>> intact) {
    public Order {
        parts = Set.copyOf(parts);
    }
}
