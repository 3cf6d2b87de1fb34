package org.huizong.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One unit's one return for one period, as read from one sheet.
 *
 * @param unit code of the unit
 * @param form code of the return
 * @param version version of the template that was filled
 * @param period what it reports on
 * @param saved when the file was last saved, as it says itself; empty if it does not say
 * @param sheet the sheet it stands on; where each row of it is a return, with the first cell of the row
 * @param observations every item of the return that was found, blank ones too
 * @param signature foot of the form: who filled it, phone and so on, by field name; blanks are left out
 * @param findings what reading found, before any rule
 */
public record Submission(
        String unit,
        String form,
        String version,
        Period period,
        Optional<Instant> saved,
        CellRef sheet,
        List<Observation> observations,
        Map<String, String> signature,
        List<Finding> findings) {
    public Submission {
        observations = List.copyOf(observations);
        signature = Map.copyOf(signature);
        findings = List.copyOf(findings);
    }

    /** The same submission with other values, and what was found besides. */
    public Submission with(List<Observation> others, List<Finding> found) {
        return new Submission(unit, form, version, period, saved, sheet, others, signature, found);
    }
}
