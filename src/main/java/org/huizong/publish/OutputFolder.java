package org.huizong.publish;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.disk.DiskException;
import org.huizong.disk.DiskFault;
import org.huizong.disk.DiskFault.Kind;
import org.huizong.disk.FolderTree;
import org.huizong.disk.LockFile;
import org.huizong.disk.OwnFiles;
import org.huizong.disk.WholeFile;
import org.huizong.model.Sha256;

/**
 * A folder that is replaced as a whole: written beside, then moved into place, so that nobody sees half of it.
 *
 * <p>Only a folder that the program made itself, or an empty one, is ever replaced; if somebody added or changed anything
 * in it, it is kept beside under another name.
 */
public final class OutputFolder implements AutoCloseable {
    /** Lists what the program wrote, with digests, so that it knows what somebody else added or changed. */
    private static final String MANIFEST = OwnFiles.MANIFEST;

    private final Path place;
    private final LockFile lock;
    private final Path fresh;
    private final Path old;
    private Optional<Path> kept = Optional.empty();

    private OutputFolder(Path place, LockFile lock) {
        this.place = place;
        this.lock = lock;
        this.fresh = beside(place, ".new");
        this.old = beside(place, ".old");
    }

    /**
     * Takes a place for this run alone until it is closed.
     *
     * @throws OutputException of kind {@code locked}, with who has it, {@code foreign} if something else than a publication
     *     stands there, or {@code unwritable}
     */
    public static OutputFolder take(Path folder) {
        Path place = real(folder.toAbsolutePath().normalize());
        Path file = LockFile.beside(place);
        Optional<LockFile> lock;
        try {
            Files.createDirectories(Objects.requireNonNullElse(file.getParent(), file));
            lock = LockFile.take(file);
        } catch (IOException e) {
            throw new OutputException("unwritable", Map.of("path", place.toString()), e);
        }
        OutputFolder taken =
                new OutputFolder(place, lock.orElseThrow(() -> OutputException.locked(place, LockFile.holder(file))));
        try {
            taken.refuseWhatCannotBeReplaced();
            return taken;
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    private void refuseWhatCannotBeReplaced() {
        if (!Files.exists(place)) {
            return;
        }
        try {
            if (!isOurs()) {
                throw new OutputException("foreign", Map.of("path", place.toString()));
            }
            if (!Files.isWritable(place)) {
                throw new AccessDeniedException(place.toString());
            }
        } catch (IOException e) {
            throw new OutputException("unwritable", Map.of("path", place.toString()), e);
        }
    }

    private static Path beside(Path place, String ending) {
        return place.resolveSibling("." + place.getFileName() + ending);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    /** Where a link leads to, so that the folder itself is replaced and not the link. */
    private static Path real(Path place) {
        try {
            return Files.isSymbolicLink(place) ? place.toRealPath() : place;
        } catch (IOException e) {
            return place;
        }
    }

    /**
     * An empty folder beside the place, after what a killed run left has been tidied up: a folder that it had moved out of
     * the place is moved back or, if somebody had added or changed something in it, kept.
     *
     * @throws OutputException as {@link #take} does, if the place is another by now
     */
    Path prepare() {
        try {
            if (Files.exists(old) && !Files.exists(place) && isWhole(old)) {
                Files.move(old, place);
            }
            refuseWhatCannotBeReplaced();
            if (Files.exists(old) && holdsMore(old)) {
                keepAside();
            }
            FolderTree.delete(old);
            FolderTree.delete(fresh);
        } catch (IOException e) {
            throw fault(e);
        }
        try {
            return Files.createDirectories(fresh);
        } catch (IOException e) {
            throw new OutputException("unwritable", Map.of("path", place.toString()), e);
        }
    }

    /**
     * Moves what was written into place.
     *
     * @return where a folder that stood there is kept, if somebody had added or changed something in it
     */
    Optional<Path> replace() {
        try {
            writeManifest();
            boolean touched = false;
            if (Files.exists(place)) {
                touched = !contents(place).equals(manifest(place));
                Files.move(place, old);
            }
            Files.move(fresh, place);
            if (touched) {
                keepAside();
            }
            FolderTree.delete(old);
            return kept;
        } catch (IOException e) {
            restore(e);
            throw fault(e);
        }
    }

    /** On some systems a file that is open in another program is one that nobody may touch. */
    private OutputException fault(IOException e) {
        DiskFault.Kind kind = DiskFault.at(place, e).kind();
        boolean inUse = kind == Kind.BUSY || kind == Kind.FAILED || (kind == Kind.DENIED && mayWrite());
        return new OutputException(inUse ? "busy" : "unwritable", Map.of("path", place.toString()), e);
    }

    /** The same fault, or what is to be said of it if the disk did not take what was written beside the place. */
    RuntimeException explained(RuntimeException e) {
        boolean here = DiskFault.behind(e)
                .flatMap(DiskFault::place)
                .map(p -> Path.of(p).startsWith(fresh))
                .orElse(false);
        return here ? new OutputException("unwritable", Map.of("path", place.toString()), e) : e;
    }

    private boolean mayWrite() {
        Path parent = Objects.requireNonNullElse(place.getParent(), place);
        return Stream.of(parent, place, old, fresh).allMatch(p -> !Files.exists(p) || Files.isWritable(p));
    }

    private void keepAside() throws IOException {
        kept = Optional.of(WholeFile.keep(old, place));
    }

    private void writeManifest() throws IOException {
        StringBuilder text = new StringBuilder();
        contents(fresh)
                .forEach((file, digest) ->
                        text.append(digest).append(' ').append(file).append('\n'));
        Files.writeString(fresh.resolve(MANIFEST), text);
    }

    private static SortedMap<String, String> manifest(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.isRegularFile(folder.resolve(MANIFEST))) {
            for (String line : Files.readAllLines(folder.resolve(MANIFEST))) {
                int space = line.indexOf(' ');
                files.put(line.substring(space + 1), line.substring(0, Math.max(0, space)));
            }
        }
        return files;
    }

    /** Every file below the folder but the manifest, with the digest of its content; taken on all processors. */
    private static SortedMap<String, String> contents(Path folder) throws IOException {
        return names(folder).parallelStream()
                .collect(Collectors.toMap(
                        Function.identity(), name -> digest(folder.resolve(name)), (a, b) -> a, TreeMap::new));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(MANIFEST))
                    .collect(Collectors.toSet());
        }
    }

    /** Whether nothing that the program wrote is lacking, as it is when a run was killed while deleting the folder. */
    private static boolean isWhole(Path folder) throws IOException {
        return names(folder).containsAll(manifest(folder).keySet());
    }

    /** Whether somebody added or changed anything; what is lacking may have been deleted by a killed run. */
    private static boolean holdsMore(Path folder) throws IOException {
        return !manifest(folder).entrySet().containsAll(contents(folder).entrySet());
    }

    private static String digest(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            return "";
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
            FolderTree.delete(fresh);
        } catch (IOException e) {
            throw new DiskException(fresh, e);
        }
    }

    private boolean isOurs() throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(place)) {
            List<Path> files = inside.toList();
            return files.isEmpty() || files.contains(place.resolve(MANIFEST));
        }
    }
}
