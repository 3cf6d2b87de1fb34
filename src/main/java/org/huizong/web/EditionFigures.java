package org.huizong.web;

import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.EditionNow;
import org.huizong.edition.Editions;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.Store;

/**
 * What the editions come to now. Who looks at figures goes from one to the next and back: those of the edition that was
 * looked at last are kept, unless something has changed since it was written, of whose further changes it says nothing, or
 * a run is at work.
 */
final class EditionFigures {
    private final Runs runs;

    private Optional<Kept> last = Optional.empty();

    EditionFigures(Runs runs) {
        this.runs = runs;
    }

    /**
     * Figures that are kept.
     *
     * @param catalogue the digest of the tables they were worked out with
     */
    private record Kept(String catalogue, EditionNow now) {}

    /** The figures of a period as of the day of its last edition; empty if it has none. */
    synchronized Optional<EditionNow> of(Period period, Catalogue catalogue, Store store) {
        return store.editions().latest(period).map(edition -> of(edition, catalogue, store));
    }

    /** The figures of an edition as of its day. */
    synchronized EditionNow of(Edition edition, Catalogue catalogue, Store store) {
        boolean isSettled = edition.stale().isEmpty() && !runs.isBusy();
        Optional<Kept> known = last.filter(kept -> isSettled)
                .filter(kept ->
                        kept.now().edition().equals(edition) && kept.catalogue().equals(catalogue.digest()));
        if (known.isPresent()) {
            return known.get().now();
        }
        EditionNow now = new Editions(catalogue, store).now(edition);
        last = Optional.of(new Kept(catalogue.digest(), now)).filter(kept -> isSettled);
        return now;
    }
}
