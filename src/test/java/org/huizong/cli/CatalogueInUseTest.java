package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.junit.jupiter.api.Test;

class CatalogueInUseTest {
    private final Map<String, byte[]> tables = new TreeMap<>(CatalogueLoader.builtInTables());
    private final CatalogueInUse inUse = new CatalogueInUse(() -> tables, CatalogueLoader::load);

    @Test
    void isLoadedAgainOnlyWhenATableHasChanged() {
        Catalogue first = inUse.get();
        Catalogue same = inUse.get();
        tables.put("holidays.csv", "date,label\n".getBytes(StandardCharsets.UTF_8));

        Catalogue other = inUse.get();

        assertThat(same).isSameAs(first);
        assertThat(other).isNotSameAs(first);
    }

    @Test
    void isBrokenUntilItIsMended() {
        byte[] units = tables.getOrDefault("units.csv", new byte[0]);
        Catalogue first = inUse.get();
        tables.put("units.csv", "code,label\n".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(BrokenCatalogueException.class).isThrownBy(inUse::get);
        tables.put("units.csv", units);

        assertThat(inUse.get()).isSameAs(first);
    }
}
