package org.huizong.web;

import java.util.function.Consumer;
import org.huizong.catalogue.Catalogue;
import org.huizong.office.OfficeActs;

/** Does to the record what a person asks for on a page, unless a run is at work. */
final class RecordActs {
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final Runs runs;

    RecordActs(OfficeSettings settings, StoreKeeper keeper, Runs runs) {
        this.settings = settings;
        this.keeper = keeper;
        this.runs = runs;
    }

    /**
     * Does something.
     *
     * @throws KindRefusalException if a run is at work
     */
    void act(Catalogue catalogue, Consumer<OfficeActs> act) {
        if (runs.isBusy()) {
            throw new KindRefusalException(409, "web.record.busy");
        }
        keeper.use(store -> {
            act.accept(new OfficeActs(
                    catalogue, store, settings.today().get(), settings.clock().instant(), settings.who()));
            return store;
        });
    }

    /**
     * The reason that was given.
     *
     * @throws KindRefusalException if none was
     */
    static String reason(String text) {
        if (text.isBlank()) {
            throw new KindRefusalException(400, "web.record.reason.lacks");
        }
        return text.strip();
    }
}
