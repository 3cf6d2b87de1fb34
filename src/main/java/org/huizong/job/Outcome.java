package org.huizong.job;

import java.nio.file.Path;
import java.util.Map;
import org.huizong.consolidation.Coverage;
import org.huizong.consolidation.Publication;

/**
 * What one run came to.
 *
 * @param publication what was published
 * @param workbook the consolidated workbook
 * @param counts files, read, unchanged, refused, submissions, observations, findings
 */
public record Outcome(Publication publication, Path workbook, Map<String, Long> counts) {
    /** One of the counts. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Whether everything owed is counted and no file was refused. */
    public boolean isComplete() {
        Coverage coverage = publication.consolidation().coverage();
        return coverage.isComplete() && count("refused") == 0;
    }
}
