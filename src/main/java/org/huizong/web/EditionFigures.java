package org.huizong.web;

import java.util.Optional;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.Editions;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.Store;

/**
 * What the editions come to now. Who looks at figures goes from one to the next and back: those of the edition that was
 * looked at last are kept, unless something has changed since it was written: of further changes an edition says nothing.
 */
final class EditionFigures {
    private final Runs runs;

    private Optional<Shown> last = Optional.empty();

    EditionFigures(Runs runs) {
        this.runs = runs;
    }

    /**
     * Figures that are shown as those of an edition.
     *
     * @param catalogue the digest of the tables they were worked out with
     * @param fits whether the edition has the same
     */
    record Shown(Edition edition, String catalogue, Consolidation figures, boolean fits) {}

    /** The figures of a period as of the day of its last edition; empty if it has none. */
    synchronized Optional<Shown> of(Period period, Catalogue catalogue, Store store) {
        return store.editions().latest(period).map(edition -> of(edition, catalogue, store));
    }

    /** The figures of an edition as of its day. */
    synchronized Shown of(Edition edition, Catalogue catalogue, Store store) {
        boolean settled = edition.stale().isEmpty() && !runs.isBusy();
        Optional<Shown> known = last.filter(shown -> settled)
                .filter(shown ->
                        shown.edition().equals(edition) && shown.catalogue().equals(catalogue.digest()));
        if (known.isPresent()) {
            return known.get();
        }
        Consolidation figures = new Consolidator(catalogue, store).consolidate(edition.period(), edition.asOf());
        boolean fits = settled && new Editions(catalogue, store).of(figures).number() == edition.number();
        Shown shown = new Shown(edition, catalogue.digest(), figures, fits);
        last = Optional.of(shown).filter(s -> settled);
        return shown;
    }
}
