package org.huizong.web;

import java.util.Optional;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.Store;

/**
 * What the editions come to. Who looks at figures goes from one to the next and back: those of the edition that was looked
 * at last are kept, unless something has changed since it was written: of further changes an edition says nothing.
 */
final class EditionFigures {
    private final Runs runs;

    /** What was worked out last, and of what. */
    private record Known(Edition edition, String catalogue, Consolidation figures) {}

    private Optional<Known> last = Optional.empty();

    EditionFigures(Runs runs) {
        this.runs = runs;
    }

    /** The figures of a period as of the day of its last edition; empty if it has none. */
    synchronized Optional<Consolidation> of(Period period, Catalogue catalogue, Store store) {
        return store.editions().latest(period).map(edition -> of(edition, period, catalogue, store));
    }

    private Consolidation of(Edition edition, Period period, Catalogue catalogue, Store store) {
        boolean settled = edition.stale().isEmpty() && !runs.isBusy();
        Optional<Consolidation> known = last.filter(k -> settled)
                .filter(k -> k.edition().equals(edition) && k.catalogue().equals(catalogue.digest()))
                .map(Known::figures);
        if (known.isPresent()) {
            return known.get();
        }
        Consolidation figures = new Consolidator(catalogue, store).consolidate(period, edition.asOf());
        last = settled ? Optional.of(new Known(edition, catalogue.digest(), figures)) : Optional.empty();
        return figures;
    }
}
