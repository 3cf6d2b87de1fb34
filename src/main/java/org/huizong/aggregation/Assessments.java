package org.huizong.aggregation;

import java.util.List;
import java.util.Optional;
import org.huizong.assessment.Assessment;
import org.huizong.assessment.Assessor;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;

/** Works out how the units score in a period, from what is on record. */
public final class Assessments {
    private final Catalogue catalogue;
    private final Store store;

    /** Over that store, by the criteria of that catalogue. */
    public Assessments(Catalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** How the units score in the period that was consolidated, from what is on record now. */
    public Assessment of(Consolidation consolidation) {
        Period period = consolidation.period();
        SettledFiles files = new SettledFiles(consolidation.coverage());
        List<StoredFinding> findings = period.isMonth()
                ? store.findings().within(List.of(period)).stream()
                        .map(files::published)
                        .toList()
                : List.of();
        return of(consolidation, store.submissions().within(period), findings);
    }

    /**
     * How the units score in the period that was consolidated.
     *
     * @param submissions all that was sent for it and those in it
     * @param findings all that stand in it and those in it
     */
    public Assessment of(
            Consolidation consolidation, List<StoredSubmission> submissions, List<StoredFinding> findings) {
        Period period = consolidation.period();
        if (catalogue.criteria().isEmpty()) {
            return Assessment.none(period);
        }
        // what a shorter period's own page says of its records, a later one may say again: each is asked by itself
        AssessmentFacts facts = new AssessmentFacts(
                catalogue,
                consolidation.coverage(),
                submissions,
                of -> of.isMonth() && of.equals(period)
                        ? findings
                        : store.findings().within(List.of(of)),
                new AssessedFigures(catalogue, store));
        return new Assessor(catalogue, facts, store.events().list(Optional.empty())).assess(period);
    }
}
