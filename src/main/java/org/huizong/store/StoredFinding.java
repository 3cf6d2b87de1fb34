package org.huizong.store;

import java.util.Comparator;
import java.util.Optional;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.TellingOrder;

/**
 * A finding on record.
 *
 * @param period the period whose run found it
 * @param unit code of the unit; empty if it is not known
 * @param form code of the return; empty if it is not known
 * @param submission number of the submission it is about, if it is about one
 * @param finding what was found and where
 * @param explanation what the sender wrote to explain it; empty if nothing
 */
public record StoredFinding(
        Period period, String unit, String form, Optional<Long> submission, Finding finding, String explanation) {
    /** The order in which findings about many returns are told: the gravest first, then return by return. */
    public static final Comparator<StoredFinding> TELLING_ORDER = Comparator.comparing(
                    StoredFinding::finding, TellingOrder.BY_GRAVITY)
            .thenComparing(StoredFinding::period)
            .thenComparing(StoredFinding::unit)
            .thenComparing(StoredFinding::form)
            .thenComparing(f -> f.finding().where().file())
            .thenComparing(StoredFinding::finding, TellingOrder.within());

    /** The same finding with another severity. */
    public StoredFinding as(Severity severity) {
        return new StoredFinding(period, unit, form, submission, finding.as(severity), explanation);
    }

    /** Whether it must be explained and nobody has, or only with words that say nothing. */
    public boolean isUnexplained() {
        return finding.asks() && (explanation.isEmpty() || finding.isExplainedByNothing());
    }
}
