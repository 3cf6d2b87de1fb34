package org.huizong.job;

import org.huizong.aggregation.Consolidator;
import org.huizong.catalogue.Catalogue;
import org.huizong.store.Store;

/** The step that works out what the period comes to. */
final class Consolidating {
    private final Catalogue catalogue;
    private final Store store;
    private final Request request;
    private final Run run;

    Consolidating(Catalogue catalogue, Store store, Request request, Run run) {
        this.catalogue = catalogue;
        this.store = store;
        this.request = request;
        this.run = run;
    }

    void run() {
        run.consolidated(new Consolidator(catalogue, store).consolidate(request.period(), request.asOf()));
    }
}
