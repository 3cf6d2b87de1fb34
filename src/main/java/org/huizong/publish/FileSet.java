package org.huizong.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.disk.DiskException;
import org.huizong.disk.FolderTree;
import org.huizong.disk.LockFile;
import org.huizong.disk.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Files that appear in a folder together or not at all: they are written aside and then moved into place. Other files of
 * the folder stay as they are.
 */
public final class FileSet implements AutoCloseable {
    /** Writes what a file holds. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final Path folder;
    private final LockFile lock;
    private final Path fresh;
    private final Path old;
    private final Optional<Path> made;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean published;

    /**
     * A set for that folder, which need not be there yet. What a killed program had moved aside is put back.
     *
     * @throws DiskException if nothing can be written into it
     * @throws OutputException if another program writes such a set into it
     */
    public FileSet(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.fresh = this.folder.resolve(".templates.new");
        this.old = this.folder.resolve(".templates.old");
        this.made = firstMissing(this.folder);
        try {
            Files.createDirectories(this.folder);
            Path place = this.folder.resolve(".templates.lock");
            this.lock =
                    LockFile.take(place).orElseThrow(() -> OutputException.locked(this.folder, LockFile.holder(place)));
        } catch (IOException e) {
            throw new DiskException(this.folder, e);
        }
        try {
            if (Files.exists(old)) {
                putBack();
            }
            FolderTree.delete(fresh);
            Files.createDirectory(fresh);
        } catch (IOException e) {
            release();
            throw new DiskException(this.folder, e);
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }

    /** The uppermost folder that has to be made for one to be there. */
    private static Optional<Path> firstMissing(Path folder) {
        Path missing = null;
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            missing = at;
        }
        return Optional.ofNullable(missing);
    }

    private void putBack() throws IOException {
        try (Stream<Path> inside = Files.list(old)) {
            for (Path file : inside.toList()) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.delete(old);
    }

    /** Writes one aside. */
    public void write(String name, Content content) {
        if (!names.add(name)) {
            throw new IllegalStateException("two files would be called " + name + "; run catalogue check");
        }
        Path file = fresh.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        } catch (IOException e) {
            throw new DiskException(folder.resolve(name), e);
        }
    }

    /** Moves all of them into place; if one cannot be moved, what was there before is put back. */
    public void publish() {
        Deque<String> moved = new ArrayDeque<>();
        try {
            Files.createDirectory(old);
            for (String name : names) {
                moved.push(name);
                replace(name);
            }
            published = true;
        } catch (IOException e) {
            Path place = moved.isEmpty() ? folder : folder.resolve(moved.getFirst());
            moved.forEach(name -> restore(name, e));
            throw new DiskException(place, e);
        }
    }

    /**
     * Keeps the files that stood in the place of those that were published and say something else; if one cannot be kept,
     * all that was there before is put back.
     *
     * @return where they are kept
     */
    public List<Path> keepOthers() {
        Map<String, Path> kept = new LinkedHashMap<>();
        for (String name : names) {
            Path before = old.resolve(name);
            Path place = folder.resolve(name);
            try {
                if (Files.isRegularFile(before) && Files.mismatch(before, place) >= 0) {
                    kept.put(name, WholeFile.keep(before, place));
                }
            } catch (IOException e) {
                published = false;
                kept.forEach((n, at) -> moveAside(at, n, e));
                names.forEach(n -> restore(n, e));
                throw new DiskException(place, e);
            }
        }
        return List.copyOf(kept.values());
    }

    private void moveAside(Path kept, String name, IOException cause) {
        try {
            Files.move(kept, old.resolve(name));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void replace(String name) throws IOException {
        Path place = folder.resolve(name);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.isDirectory(place)) {
                throw new FileAlreadyExistsException(place.toString());
            }
            Files.move(place, old.resolve(name));
        }
        Files.move(fresh.resolve(name), place);
    }

    private void restore(String name, IOException cause) {
        try {
            if (!Files.exists(fresh.resolve(name))) {
                Files.delete(folder.resolve(name));
            }
            if (Files.exists(old.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(old.resolve(name), folder.resolve(name));
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Removes what was written or moved aside, and folders that were made for nothing. */
    @Override
    public void close() {
        try {
            FolderTree.delete(fresh);
            if (published) {
                FolderTree.delete(old);
            } else {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new DiskException(fresh, e);
        } finally {
            release();
        }
        if (!published) {
            removeWhatWasMade();
        }
    }

    private void removeWhatWasMade() {
        try {
            @Nullable Path at = folder;
            while (at != null && made.isPresent() && at.startsWith(made.get())) {
                Files.delete(at);
                at = at.getParent();
            }
        } catch (IOException somebodyUsesIt) {
            // it is no longer there for nothing
        }
    }
}
