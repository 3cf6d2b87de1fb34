package org.huizong.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that is replaced as a whole: written beside, then moved into place, so that nobody sees half of it.
 *
 * <p>Only a folder that the program made itself, or an empty one, is ever replaced.
 */
final class OutputFolder {
    static final String MARK = "summary.json";

    private final Path place;
    private final Path fresh;
    private final Path old;

    OutputFolder(Path place) {
        this.place = place.toAbsolutePath().normalize();
        String name = String.valueOf(this.place.getFileName());
        this.fresh = this.place.resolveSibling("." + name + ".new");
        this.old = this.place.resolveSibling("." + name + ".old");
    }

    /**
     * An empty folder beside the place, after what a killed run left has been tidied up.
     *
     * @throws OutputException of kind {@code foreign} if something else than a publication stands in the place
     */
    Path prepare() {
        try {
            if (Files.exists(old) && !Files.exists(place)) {
                Files.move(old, place);
            }
            if (Files.exists(place) && !isOurs()) {
                throw new OutputException("foreign", Map.of("path", place.toString()));
            }
            delete(old);
            delete(fresh);
            Files.createDirectories(fresh);
            return fresh;
        } catch (IOException e) {
            throw new OutputException("busy", Map.of("path", place.toString()), e);
        }
    }

    /** Moves what was written into place. */
    void replace() {
        try {
            if (Files.exists(place)) {
                Files.move(place, old);
            }
            Files.move(fresh, place);
            delete(old);
        } catch (IOException e) {
            restore(e);
            throw new OutputException("busy", Map.of("path", place.toString()), e);
        }
    }

    private void restore(IOException cause) {
        try {
            if (Files.exists(old) && !Files.exists(place)) {
                Files.move(old, place);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Removes what was written beside the place. */
    void discard() {
        try {
            delete(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + fresh, e);
        }
    }

    private boolean isOurs() throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(place)) {
            List<Path> files = inside.toList();
            return files.isEmpty() || files.contains(place.resolve(MARK));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
