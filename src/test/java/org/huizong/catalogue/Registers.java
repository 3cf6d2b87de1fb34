package org.huizong.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The built-in township with five registers; the traffic office owes the one of cases and nothing else. */
public final class Registers {
    private static final List<String> ADDED = List.of("returns.csv", "items.csv", "choices.csv");

    private Registers() {}

    /** The catalogue. */
    public static Catalogue catalogue() {
        Map<String, byte[]> tables = CatalogueLoader.builtInTables();
        ADDED.forEach(name -> tables.put(name, bytes(text(tables, name) + added(name))));
        tables.put("units.csv", bytes(text(tables, "units.csv").replace("qingxi,traffic;publicity,", "qingxi,cases,")));
        return CatalogueLoader.load(tables);
    }

    private static String text(Map<String, byte[]> tables, String name) {
        return new String(tables.get(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The lines of a table below its head. */
    private static String added(String name) {
        try (InputStream in = Registers.class.getResourceAsStream("registers/" + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
