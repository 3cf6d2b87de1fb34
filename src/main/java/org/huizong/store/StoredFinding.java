package org.huizong.store;

import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;

/**
 * A finding on record.
 *
 * @param period the period whose run found it
 * @param unit code of the unit; empty if it is not known
 * @param form code of the return; empty if it is not known
 * @param finding what was found and where
 * @param explanation what the sender wrote to explain it; empty if nothing
 */
public record StoredFinding(Period period, String unit, String form, Finding finding, String explanation) {
    /** The same finding with another severity. */
    public StoredFinding as(Severity severity) {
        return new StoredFinding(period, unit, form, finding.as(severity), explanation);
    }

    /** Whether it must be explained and nobody has, or only with words that say nothing. */
    public boolean isUnexplained() {
        return finding.asks() && (explanation.isEmpty() || finding.isExplainedByNothing());
    }
}
