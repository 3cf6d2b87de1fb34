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
 * at last are kept, until something that counts in them has changed.
 */
final class EditionFigures {
    /** What was worked out last, and of what. */
    private record Known(Edition edition, String catalogue, Consolidation figures) {}

    private Optional<Known> last = Optional.empty();

    /** The figures of a period as of the day of its last edition; empty if it has none. */
    synchronized Optional<Consolidation> of(Period period, Catalogue catalogue, Store store) {
        Optional<Edition> edition = store.editions().latest(period);
        edition.filter(e -> last.filter(known ->
                                known.edition().equals(e) && known.catalogue().equals(catalogue.digest()))
                        .isEmpty())
                .ifPresent(e -> last = Optional.of(new Known(
                        e, catalogue.digest(), new Consolidator(catalogue, store).consolidate(period, e.asOf()))));
        return edition.flatMap(e -> last.map(Known::figures));
    }
}
