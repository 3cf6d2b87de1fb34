package org.huizong.model;

import java.util.Optional;
import java.util.Set;

/** What became of a value that was not written as it should be: reading repairs what is certain and guesses nothing. */
public enum Repair {
    /** The meaning was certain, and it was read so. */
    REPAIRED,
    /** It was taken as it stands; somebody has to look. */
    DOUBTFUL,
    /** It could not be read. */
    REFUSED;

    private static final String CERTAIN = "repaired";

    /** What the ids of findings begin with that speak of how a value is written or where it stands. */
    private static final Set<String> OF_WRITING =
            Set.of(CERTAIN, "doubtful", "unreadable", "choice", "cell", "identity", "located");

    /** Which of them a finding tells of; empty if it is about anything else than the writing of one cell. */
    public static Optional<Repair> of(Finding finding) {
        String kind = finding.rule().split("\\.", 2)[0];
        if (!finding.hasFailed() || finding.where().cell().isEmpty() || !OF_WRITING.contains(kind)) {
            return Optional.empty();
        }
        if (finding.sendsBack()) {
            return Optional.of(REFUSED);
        }
        return Optional.of(kind.equals(CERTAIN) ? REPAIRED : DOUBTFUL);
    }
}
