package org.huizong.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.Publication;
import org.huizong.aggregation.SettledFiles;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.publish.Published;
import org.huizong.returned.Copies;

/**
 * What one run came to.
 *
 * @param publication what was published
 * @param isNewEdition whether anything is otherwise than in the edition before
 * @param workbook the consolidated workbook
 * @param counts files, read, unchanged, refused, submissions, observations, findings
 * @param returned the folder of what goes back to its senders
 * @param copies what is in it; if there is none, there is no folder
 * @param kept where the folder that stood in the output's place is kept, if somebody had changed something in it
 * @param archive what was lost or damaged in the archive, and whether it could be mended
 */
public record Outcome(
        Publication publication,
        boolean isNewEdition,
        Path workbook,
        Map<String, Long> counts,
        Path returned,
        Copies copies,
        Optional<Path> kept,
        List<Finding> archive) {
    public Outcome {
        archive = List.copyOf(archive);
    }

    Outcome(Published published, List<Finding> archive) {
        this(
                published.publication(),
                published.isNewEdition(),
                published.workbook(),
                published.counts(),
                published.returned(),
                published.copies(),
                published.kept(),
                archive);
    }

    /** One of the counts. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** How many files were refused, in whole or in part, and are not settled. */
    public long unsettled() {
        Period period = publication.consolidation().period();
        return publication.findings().stream()
                .filter(f -> f.period().equals(period) && SettledFiles.isOfFile(f))
                .map(f -> f.finding().where().file())
                .distinct()
                .count();
    }

    /** Tells whether everything owed is counted and every file that was refused is settled. */
    public boolean isComplete() {
        Coverage coverage = publication.consolidation().coverage();
        return coverage.isComplete() && unsettled() == 0;
    }
}
