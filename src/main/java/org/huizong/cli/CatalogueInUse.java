package org.huizong.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;

/** The catalogue as its tables stand: a program that runs for hours loads it again only when one of them has changed. */
final class CatalogueInUse implements Supplier<Catalogue> {
    private final Supplier<Map<String, byte[]>> tables;
    private final Function<Map<String, byte[]>, Catalogue> load;
    private Optional<Catalogue> last = Optional.empty();

    /**
     * The catalogue of some tables.
     *
     * @param tables reads them as they are now
     * @param load makes a catalogue of them, or throws what is wrong with it
     */
    CatalogueInUse(Supplier<Map<String, byte[]>> tables, Function<Map<String, byte[]>, Catalogue> load) {
        this.tables = tables;
        this.load = load;
    }

    @Override
    public synchronized Catalogue get() {
        Map<String, byte[]> now = tables.get();
        String digest = CatalogueLoader.digest(now);
        Catalogue catalogue = last.filter(c -> c.digestOfAll().equals(digest)).orElseGet(() -> load.apply(now));
        last = Optional.of(catalogue);
        return catalogue;
    }
}
