package org.huizong.publish.returned;

import java.util.Optional;
import java.util.Set;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.spreadsheet.mark.Mark;
import org.huizong.store.StoredFinding;

/**
 * One thing the sender has to do.
 *
 * @param stored the finding that asks for it
 * @param tint red: correct it; yellow: explain it; blue: look at it
 */
record Task(StoredFinding stored, Mark.Tint tint) {
    /** Notices of a value that was read from another place than its own: somebody should see whether it is the right one. */
    private static final Set<String> DOUBTFUL = Set.of("located.label", "located.address");

    /** What happens in the office, and can be mended only there. */
    private static final Set<String> NOT_THE_SENDERS = Set.of("file.changed", "file.disk", "period.closed");

    /** What a finding asks of the sender: an error, a query nobody has explained, or a notice of a doubtful value. */
    static Optional<Task> of(StoredFinding stored) {
        Finding finding = stored.finding();
        if (NOT_THE_SENDERS.contains(finding.rule()) || !finding.hasFailed()) {
            return Optional.empty();
        }
        return tint(stored).map(t -> new Task(stored, t));
    }

    private static Optional<Mark.Tint> tint(StoredFinding stored) {
        return switch (stored.finding().severity()) {
            case ERROR -> Optional.of(Mark.Tint.RED);
            case QUERY -> stored.isUnexplained() ? Optional.of(Mark.Tint.YELLOW) : Optional.empty();
            case NOTICE -> DOUBTFUL.contains(stored.finding().rule()) ? Optional.of(Mark.Tint.BLUE) : Optional.empty();
        };
    }

    Finding finding() {
        return stored.finding();
    }

    CellRef where() {
        return stored.finding().where();
    }

    boolean hasCell() {
        return !where().cell().isEmpty();
    }
}
