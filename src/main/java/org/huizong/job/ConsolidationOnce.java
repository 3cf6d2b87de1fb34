package org.huizong.job;

import java.util.Optional;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.catalogue.Catalogue;
import org.huizong.store.Store;

/**
 * What the period comes to. It follows from the store alone: the step that is asked first works it out, and an execution
 * that is started again at publishing works it out anew.
 */
final class ConsolidationOnce {
    private final Catalogue catalogue;
    private final Store store;
    private Optional<Consolidation> known = Optional.empty();

    ConsolidationOnce(Catalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    synchronized Consolidation of(Assignment assignment) {
        Consolidation consolidation = known.orElseGet(
                () -> new Consolidator(catalogue, store).consolidate(assignment.period(), assignment.asOf()));
        known = Optional.of(consolidation);
        return consolidation;
    }
}
