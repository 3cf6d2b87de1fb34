package org.huizong.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Publication;
import org.huizong.publish.returned.Copies;
import org.huizong.store.StoredFinding;

/**
 * What was published.
 *
 * @param publication what it says
 * @param isNewEdition whether anything is otherwise than in the edition before
 * @param workbook the consolidated workbook
 * @param counts files, read, unchanged, refused, submissions, observations, findings
 * @param returned the folder of what goes back to its senders
 * @param copies what is in it; if there is none, there is no folder
 * @param settled what was refused though it is published as a notice: nobody has to do anything about it
 * @param kept where the folder that stood in the output's place is kept, if somebody had changed something in it
 */
public record Published(
        Publication publication,
        boolean isNewEdition,
        Path workbook,
        Map<String, Long> counts,
        Path returned,
        Copies copies,
        List<StoredFinding> settled,
        Optional<Path> kept) {
    public Published {
        settled = List.copyOf(settled);
    }
}
