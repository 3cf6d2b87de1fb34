package org.huizong.review;

import java.util.List;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Recorded;
import org.huizong.store.SubmissionStore.Decision;

/**
 * What the checks of one filing come to.
 *
 * @param findings what was found
 * @param explained what was found while reading and is explained otherwise than is on record
 * @param decisions what becomes of each revision
 */
public record Verdict(List<Entry> findings, List<Recorded> explained, List<Decision> decisions) {
    public Verdict {
        findings = List.copyOf(findings);
        explained = List.copyOf(explained);
        decisions = List.copyOf(decisions);
    }
}
