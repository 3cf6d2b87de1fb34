package org.huizong.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A file that gets its place when it is whole; another that stands there is kept beside it. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes what a file holds. */
    public interface Content {
        void write(Path file) throws IOException;
    }

    /**
     * Writes a file beside its place and moves it there; if it cannot be written, what stands there stays.
     *
     * @return where a file is kept that stood there and says something else
     * @throws DiskException if it cannot be written
     */
    public static Optional<Path> write(Path place, Content content) {
        Path part = place;
        try {
            // what stands there and is no file, such as a device, takes what is written and leaves nobody its place
            if (Files.exists(place) && !Files.isRegularFile(place)) {
                content.write(place);
                return Optional.empty();
            }
            Path target = Files.exists(place) ? place.toRealPath() : place;
            part = target.resolveSibling('.' + Long.toString(System.nanoTime(), Character.MAX_RADIX) + ".part");
            return write(target, part, content);
        } catch (DiskException e) {
            // people are told of the place, not of what is written beside it
            throw e.place().equals(part) ? new DiskException(place, Objects.requireNonNull(e.getCause())) : e;
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    private static Optional<Path> write(Path target, Path part, Content content) throws IOException {
        try {
            content.write(part);
            Durable.file(part);
            Optional<Path> kept = Optional.empty();
            if (Files.exists(target) && Files.mismatch(target, part) >= 0) {
                kept = Optional.of(keep(target, target));
            }
            try {
                Durable.name(part, target);
            } catch (IOException e) {
                if (kept.isPresent() && !Files.exists(target)) {
                    Files.move(kept.get(), target);
                }
                throw e;
            }
            return kept;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Keeps a file or a folder that stood at a place, under the first free name of those like the place's own.
     *
     * @param old where it is now
     * @return where it is kept
     */
    public static Path keep(Path old, Path place) throws IOException {
        String name = String.valueOf(place.getFileName());
        int dot = Files.isDirectory(old) ? -1 : name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        for (int n = 1; ; n++) {
            Path aside = place.resolveSibling(stem + "-kept-" + n + name.substring(stem.length()));
            if (!Files.exists(aside)) {
                return Files.move(old, aside);
            }
        }
    }
}
