package org.huizong.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.huizong.model.Sha256;

/** Loads a catalogue and checks the shape of its tables; formulas are the validation room's to check. */
public final class CatalogueLoader {
    private static final String BUILT_IN = "/catalogue/township/";

    private CatalogueLoader() {}

    /**
     * The catalogue that comes with the program: the made-up township 青溪镇.
     *
     * @throws BrokenCatalogueException with every fault, if it has any
     */
    public static Catalogue builtIn() {
        return load(builtInTables());
    }

    /**
     * The bytes of the tables and Word files in a folder by file name; those that are not there are left out, and of those
     * that are too large only as much is read as shows it.
     */
    public static Map<String, byte[]> tables(Path folder) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (String name : all()) {
            Path file = folder.resolve(name);
            try {
                if (Files.isRegularFile(file)) {
                    tables.put(name, Table.bytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return tables;
    }

    /** File names of the tables, in the order in which they are best read. */
    public static List<String> names() {
        return List.copyOf(Tables.COLUMNS.keySet());
    }

    /** File names of the tables and of the Word files. */
    private static List<String> all() {
        return Stream.concat(names().stream(), Document.names().stream()).toList();
    }

    /** The bytes of every built-in table by file name. */
    public static Map<String, byte[]> builtInTables() {
        return builtIn(names());
    }

    /** The bytes of all that is built in by file name: what {@code catalogue export} writes. */
    public static Map<String, byte[]> builtInFiles() {
        return builtIn(all());
    }

    private static Map<String, byte[]> builtIn(List<String> names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            builtIn(name).ifPresent(content -> files.put(name, content));
        }
        return files;
    }

    /** The bytes of one built-in file. */
    static Optional<byte[]> builtIn(String name) {
        try (InputStream in = CatalogueLoader.class.getResourceAsStream(BUILT_IN + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the built-in file " + name, e);
        }
    }

    /**
     * The catalogue of these tables, each the bytes of a CSV file under its name.
     *
     * @throws BrokenCatalogueException with every fault, if it has any; a missing table is one
     */
    public static Catalogue load(Map<String, byte[]> tables) {
        return load(tables, (catalogue, faults) -> {});
    }

    /**
     * The catalogue of these tables, held against more than the shape of the tables.
     *
     * @param more finds further faults; it is asked even if the shape is broken, so that one pass names everything
     * @throws BrokenCatalogueException with every fault, if it has any; a missing table is one
     */
    public static Catalogue load(Map<String, byte[]> tables, BiConsumer<Catalogue, Faults> more) {
        Faults faults = new Faults();
        Map<String, Table> raw = new LinkedHashMap<>();
        Tables.COLUMNS.forEach((name, columns) -> {
            byte[] bytes = tables.get(name);
            if (bytes == null && !Tables.OPTIONAL.contains(name)) {
                faults.refuse(name, 0, "", "table.missing", Map.of());
            }
            raw.put(name, Table.read(name, bytes == null ? header(columns) : bytes, columns, faults));
        });
        Tables typed = Tables.of(name -> Objects.requireNonNull(raw.get(name)));
        new ShapeLint(typed, faults).run();
        Catalogue catalogue = new Catalogue(typed, digest(tables, names()), digest(tables), documents(tables));
        more.accept(catalogue, faults);
        List<Fault> found = faults.all().stream()
                .sorted(Comparator.comparingInt((Fault f) -> names().indexOf(f.table()))
                        .thenComparing(Fault::isMore)
                        .thenComparingLong(Fault::line))
                .toList();
        if (!found.isEmpty()) {
            throw new BrokenCatalogueException(found);
        }
        return catalogue;
    }

    private static byte[] header(Set<String> columns) {
        return String.join(",", columns).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> documents(Map<String, byte[]> files) {
        Map<String, byte[]> documents = new LinkedHashMap<>(files);
        documents.keySet().retainAll(Document.names());
        return documents;
    }

    /** The digest of the bytes of all tables and Word files, by which a catalogue is told from any other. */
    public static String digest(Map<String, byte[]> files) {
        return digest(files, all());
    }

    private static String digest(Map<String, byte[]> tables, List<String> names) {
        MessageDigest sha = Sha256.begun();
        for (String name : names) {
            if (tables.containsKey(name)) {
                sha.update(name.getBytes(StandardCharsets.UTF_8));
                sha.update(tables.getOrDefault(name, new byte[0]));
            }
        }
        return Sha256.finished(sha);
    }
}
