package org.huizong.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.Publication;
import org.huizong.aggregation.SettledFiles;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.publish.Published;

/**
 * What one run came to.
 *
 * @param published what was published
 * @param archive what was lost or damaged in the archive, and whether it could be mended
 */
public record Outcome(Published published, List<Finding> archive) {
    public Outcome {
        archive = List.copyOf(archive);
    }

    /** What the publication says. */
    public Publication publication() {
        return published.publication();
    }

    /** Files, read, unchanged, refused, submissions, observations, findings. */
    public Map<String, Long> counts() {
        return published.counts();
    }

    /** The consolidated workbook. */
    public Path workbook() {
        return published.workbook();
    }

    /** One of the counts. */
    public long count(String name) {
        return counts().getOrDefault(name, 0L);
    }

    /** How many files were refused, in whole or in part, and are not settled. */
    public long unsettled() {
        Period period = publication().consolidation().period();
        return publication().findings().stream()
                .filter(f -> f.period().equals(period) && SettledFiles.isOfFile(f))
                .map(f -> f.finding().where().file())
                .distinct()
                .count();
    }

    /** Tells whether everything owed is counted and every file that was refused is settled. */
    public boolean isComplete() {
        Coverage coverage = publication().consolidation().coverage();
        return coverage.isComplete() && unsettled() == 0;
    }
}
