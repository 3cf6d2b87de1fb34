package org.huizong.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that is replaced as a whole: written beside, then moved into place, so that nobody sees half of it.
 *
 * <p>Only a folder that the program made itself, or an empty one, is ever replaced.
 */
final class OutputFolder {
    static final String MARK = "summary.json";

    /** What file managers leave behind. */
    private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

    private final Path place;
    private final Predicate<String> ours;
    private final Path fresh;
    private final Path old;

    /**
     * A folder that is to hold a publication.
     *
     * @param ours whether a name in it is one that the program gives
     */
    OutputFolder(Path place, Predicate<String> ours) {
        this.ours = ours;
        this.place = real(place.toAbsolutePath().normalize());
        String name = String.valueOf(this.place.getFileName());
        this.fresh = this.place.resolveSibling("." + name + ".new");
        this.old = this.place.resolveSibling("." + name + ".old");
    }

    /**
     * An empty folder beside the place, after what a killed run left has been tidied up.
     *
     * @throws OutputException of kind {@code foreign} if something else than a publication stands in the place,
     *     {@code guests} if something lies in it that we did not put there, {@code unwritable} or {@code busy}
     */
    Path prepare() {
        try {
            if (Files.exists(old) && !Files.exists(place)) {
                Files.move(old, place);
            }
            if (Files.exists(place) && !isOurs()) {
                throw new OutputException("foreign", Map.of("path", place.toString()));
            }
            refuseGuests();
            delete(old);
            delete(fresh);
        } catch (IOException e) {
            throw new OutputException("busy", Map.of("path", place.toString()), e);
        }
        try {
            return Files.createDirectories(fresh);
        } catch (IOException e) {
            throw new OutputException("unwritable", Map.of("path", place.toString()), e);
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

    /** What somebody else put into our folder would go with it: a leader's notes, a copy of the workbook. */
    private void refuseGuests() throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> inside = Files.list(place)) {
            String guests = inside.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith(".") && !name.startsWith("~$") && !LITTER.contains(name))
                    .filter(ours.negate())
                    .sorted()
                    .collect(Collectors.joining(", "));
            if (!guests.isEmpty()) {
                throw new OutputException("guests", Map.of("path", place.toString(), "guests", guests));
            }
        }
    }

    /** A link stays, and what it leads to is replaced. */
    private static Path real(Path place) {
        try {
            return Files.isSymbolicLink(place) && Files.exists(place) ? place.toRealPath() : place;
        } catch (IOException e) {
            throw new OutputException("unwritable", Map.of("path", place.toString()), e);
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
