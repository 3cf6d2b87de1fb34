package org.huizong.review;

import java.util.List;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.SubmissionStore.Decision;

/**
 * What the checks of one filing come to.
 *
 * @param findings what was found
 * @param decisions what becomes of each revision
 */
public record Verdict(List<Entry> findings, List<Decision> decisions) {
    public Verdict {
        findings = List.copyOf(findings);
        decisions = List.copyOf(decisions);
    }
}
