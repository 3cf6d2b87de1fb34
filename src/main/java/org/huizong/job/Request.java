package org.huizong.job;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.huizong.model.Period;
import org.huizong.publish.PublicationPart;

/**
 * What one run is asked to do.
 *
 * @param period what to consolidate
 * @param returns the folder of its returns; empty if there is none, as for a year without yearly returns
 * @param output the folder that becomes the publication
 * @param asOf the day as of which it is reported
 * @param now what the clock shows: no file can have been saved later
 * @param parts of the publication that are written; if there are none, the edition goes on record and the output folder
 *     stays as it is
 */
public record Request(
        Period period, Optional<Path> returns, Path output, LocalDate asOf, Instant now, Set<PublicationPart> parts) {
    public Request {
        parts = Set.copyOf(parts);
    }

    /** A run that leaves all that is published within the office. */
    public Request(Period period, Optional<Path> returns, Path output, LocalDate asOf, Instant now) {
        this(period, returns, output, asOf, now, EnumSet.complementOf(EnumSet.of(PublicationPart.PUBLIC)));
    }

    /** The same with the public page too. */
    public Request withPublicPage() {
        Set<PublicationPart> all = EnumSet.copyOf(parts);
        all.add(PublicationPart.PUBLIC);
        return new Request(period, returns, output, asOf, now, all);
    }

    boolean writes(PublicationPart part) {
        return parts.contains(part);
    }
}
