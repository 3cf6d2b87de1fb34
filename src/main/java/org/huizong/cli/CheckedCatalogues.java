package org.huizong.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers beside the program, as its archive of classes lies there, which catalogues it has found no fault in: to look
 * for faults again takes longer than to read thirty returns. Another build of the program looks again.
 */
final class CheckedCatalogues {
    private static final String NAME = "checked-catalogues.txt";

    /** Offices that share a program have a catalogue each. */
    private static final int MAX_CATALOGUES = 20;

    private final @Nullable Path program;

    private CheckedCatalogues(@Nullable Path program) {
        this.program = program;
    }

    /** What the program that runs remembers; one that is no single file remembers nothing. */
    static CheckedCatalogues ofProgram() {
        try {
            CodeSource source = CheckedCatalogues.class.getProtectionDomain().getCodeSource();
            return source == null
                    ? new CheckedCatalogues(null)
                    : of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException noFile) {
            return new CheckedCatalogues(null);
        }
    }

    /** What a program remembers. */
    static CheckedCatalogues of(Path program) {
        return new CheckedCatalogues(Files.isRegularFile(program) ? program : null);
    }

    /** Tells whether this build of the program has found no fault in the catalogue of that digest. */
    boolean contains(String digest) {
        try {
            return program != null && lines(program).contains(line(program, digest));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Remembers a catalogue without a fault, unless nothing can be written beside the program. */
    void add(String digest) {
        if (program == null) {
            return;
        }
        try {
            List<String> lines = new ArrayList<>(remembered(program));
            lines.add(line(program, digest));
            Path fresh = Files.createTempFile(program.toAbsolutePath().getParent(), NAME, ".tmp");
            try {
                Files.write(fresh, lines.subList(Math.max(0, lines.size() - MAX_CATALOGUES), lines.size()));
                Files.move(fresh, file(program), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException unwritable) {
            // the next start looks for faults again
        }
    }

    /** What is remembered already: nothing where that cannot be read, so that it is begun anew. */
    private static List<String> remembered(Path program) {
        try {
            return lines(program);
        } catch (IOException damaged) {
            return List.of();
        }
    }

    private static List<String> lines(Path program) throws IOException {
        Path file = file(program);
        return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    }

    private static Path file(Path program) {
        return program.resolveSibling(NAME);
    }

    private static String line(Path program, String digest) throws IOException {
        return digest
                + ' '
                + Files.size(program)
                + ' '
                + Files.getLastModifiedTime(program).toMillis();
    }
}
