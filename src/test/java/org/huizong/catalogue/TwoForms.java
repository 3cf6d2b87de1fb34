package org.huizong.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small township of its own for tests: two returns, six indicators. What the built-in catalogue gains leaves it alone. */
public final class TwoForms {
    private TwoForms() {}

    /** The catalogue. */
    public static Catalogue catalogue() {
        return CatalogueLoader.load(tables());
    }

    /** Its tables by file name, to change and load. */
    public static Map<String, byte[]> tables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (String name : CatalogueLoader.names()) {
            try (InputStream in = TwoForms.class.getResourceAsStream("two-forms/" + name)) {
                if (in != null) {
                    tables.put(name, in.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tables;
    }
}
