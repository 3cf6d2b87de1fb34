package org.huizong.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A share in the folder where everything temporary of this process lies: for its owner alone, and gone when the process has
 * ended. One that was left by a killed process is deleted by the next that opens a folder under the same root: whose
 * folder it is shows a lock file beside it.
 *
 * <p>A process has one such folder at a time, because the libraries know but one. Whoever opens it first says where it
 * lies, and it is deleted when the last share is closed, so that nobody loses files that he still works with.
 */
public final class TempFolder implements AutoCloseable {
    private static final String NAME = "huizong-";
    private static final String LOCK = ".lock";

    /** Java's name for the place of temporary files; the database asks for it whenever it makes one. */
    private static final String PROPERTY = "java.io.tmpdir";

    private static final Path SYSTEM = Path.of(System.getProperty(PROPERTY, "."));

    /** The shares that are open; it guards what is shared too. */
    private static final Set<TempFolder> OPEN = new HashSet<>();

    private static Path root = SYSTEM;
    private static @Nullable Path folder;
    private static @Nullable LockFile lock;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TempFolder::closeAll, "temporary-files"));
    }

    private TempFolder() {}

    /**
     * Lets everything temporary lie under a root from now on, unless it lies somewhere already, after what killed
     * processes left there has been deleted.
     *
     * @throws IOException if there is no room
     */
    public static TempFolder under(Path root) throws IOException {
        sweepAll(root);
        if (!root.equals(SYSTEM)) {
            // a killed process may have been without a data folder
            sweepAll(SYSTEM);
        }
        synchronized (OPEN) {
            if (OPEN.isEmpty()) {
                TempFolder.root = root;
            }
            make();
            var share = new TempFolder();
            OPEN.add(share);
            return share;
        }
    }

    /** The same, where the system keeps temporary files. */
    public static TempFolder ofSystem() throws IOException {
        return under(SYSTEM);
    }

    /** A new empty file. */
    public static Path file(String prefix, String suffix) throws IOException {
        return Files.createTempFile(current(), prefix, suffix);
    }

    /** A new empty folder. */
    public static Path folder(String prefix) throws IOException {
        return Files.createTempDirectory(current(), prefix);
    }

    private static Path current() throws IOException {
        synchronized (OPEN) {
            if (OPEN.isEmpty()) {
                ofSystem();
            }
            return make();
        }
    }

    /** Ends every share of this process. */
    public static void closeAll() {
        synchronized (OPEN) {
            OPEN.clear();
            try {
                delete();
            } catch (IOException e) {
                // the next start sweeps
            }
        }
    }

    private static Path make() throws IOException {
        Path made = folder;
        if (made != null && Files.isDirectory(made)) {
            return made;
        }
        OwnerOnly.folder(root);
        Optional<LockFile> mine = Optional.empty();
        Path name = root;
        while (mine.isEmpty()) {
            name = root.resolve(NAME + Long.toString(System.nanoTime(), Character.MAX_RADIX));
            mine = LockFile.take(lockOf(name));
        }
        lock = mine.get();
        folder = Files.createDirectory(name, OwnerOnly.attributes(name, "rwx------"));
        System.setProperty(PROPERTY, name.toString());
        return name;
    }

    private static Path lockOf(Path name) {
        return name.resolveSibling(name.getFileName() + LOCK);
    }

    private static void sweepAll(Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(root, NAME + "*" + LOCK)) {
            left.forEach(TempFolder::sweep);
        } catch (IOException | DirectoryIteratorException unreadable) {
            // nothing of ours can be left where we cannot look
        }
    }

    private static void sweep(Path file) {
        String name = file.getFileName().toString();
        try (LockFile dead = LockFile.take(file).orElse(null)) {
            if (dead != null) {
                FolderTree.delete(file.resolveSibling(name.substring(0, name.length() - LOCK.length())));
            }
        } catch (IOException anothers) {
            // where the system keeps everybody's temporary files, those of others are theirs to sweep
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (OPEN) {
            if (OPEN.remove(this) && OPEN.isEmpty()) {
                delete();
            }
        }
    }

    private static void delete() throws IOException {
        System.setProperty(PROPERTY, SYSTEM.toString());
        Path made = folder;
        LockFile mine = lock;
        if (made != null && mine != null) {
            folder = null;
            lock = null;
            FolderTree.delete(made);
            mine.close();
            if (!root.equals(SYSTEM)) {
                deleteIfEmpty(root);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            if (inside.iterator().hasNext()) {
                return;
            }
            Files.delete(folder);
        } catch (IOException anotherProcessCameInOrLeft) {
            // it deletes the folder when it leaves, or has done so
        }
    }
}
