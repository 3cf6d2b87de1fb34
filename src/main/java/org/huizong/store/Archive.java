package org.huizong.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.disk.DiskException;
import org.huizong.disk.DiskOutput;
import org.huizong.disk.Durable;
import org.huizong.disk.OwnerOnly;
import org.huizong.disk.TempFolder;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;

/**
 * Every file that was read, under its SHA-256 and with the ending it came with, so that it can be opened: the evidence.
 * Readable by the owner alone.
 */
public final class Archive {
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private final Path folder;
    /** What this archive wrote, by digest. */
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    /** When a content was written, and the ending with which it is kept. */
    private record Written(FileTime when, String ending) {}

    Archive(Path folder) {
        this.folder = folder;
    }

    /** Where the content of that digest is kept; a place that does not exist if it is not. */
    public Path place(String sha256) {
        Path parent = folder(sha256);
        Written known = written.get(sha256);
        if (known != null) {
            // its folder need not be looked through
            Path place = parent.resolve(sha256 + known.ending());
            if (Files.exists(place)) {
                return place;
            }
        }
        Path bare = parent.resolve(sha256);
        if (!Files.isDirectory(parent)) {
            return bare;
        }
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(parent, sha256 + "*")) {
            Iterator<Path> first = kept.iterator();
            return first.hasNext() ? first.next() : bare;
        } catch (IOException e) {
            throw new DiskException(parent, e);
        }
    }

    private Path folder(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    /** What a name ends with if that is short and plain, for the system to know the program that opens it. */
    private static String ending(String name) {
        Matcher ending = ENDING.matcher(name);
        return ending.find() ? ending.group().toLowerCase(Locale.ROOT) : "";
    }

    /** What became of a content that was to be kept. */
    public enum Kept {
        /** It was kept already, and is what its digest says. */
        BEFORE,
        /** It was not there. */
        NOW,
        /** What was there was not what its digest says. */
        MENDED,
        /** The file was changed, moved or locked since its digest was taken; nothing is kept. */
        CHANGED
    }

    /** Tells whether what is kept under a digest is there and has its size, which costs nothing. */
    public boolean hasWhole(String sha256, long size) {
        try {
            return Files.size(place(sha256)) == size;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Tells whether what is kept under a digest is there and is what the digest says. What was written since the archive
     * was opened is read again only if somebody else wrote to it.
     */
    public boolean hasIntact(String sha256) {
        Path place = place(sha256);
        try {
            return Files.isRegularFile(place)
                    && (isAsWritten(sha256, place) || Sha256.of(place).equals(sha256));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean isAsWritten(String sha256, Path place) throws IOException {
        Written known = written.get(sha256);
        return known != null && known.when().equals(Files.getLastModifiedTime(place));
    }

    /**
     * Takes the digest of a file and keeps the bytes that it was taken of, unless something is kept under it already. May be
     * asked by several threads.
     *
     * @throws IOException if the file can't be read
     * @throws DiskException if the copy can't be written
     */
    public String receive(Path file, String name) throws IOException {
        return copy(
                file,
                (copy, sha256) -> written.computeIfAbsent(
                        sha256, s -> Files.exists(place(s)) ? null : settle(copy, s, fresh(s, name))));
    }

    /**
     * Keeps the file's content unless it is kept already. A copy gets its name once it is whole and on the disk.
     *
     * @throws DiskException if the copy can't be written
     */
    public Kept keep(SourceFile file) {
        Path before = place(file.sha256());
        boolean known = Files.exists(before);
        if (known && hasIntact(file.sha256())) {
            return isAsFound(file) ? Kept.BEFORE : Kept.CHANGED;
        }
        Path place = known ? before : fresh(file.sha256(), file.name());
        try {
            String sha256 = copy(file.path(), (copy, digest) -> {
                if (digest.equals(file.sha256())) {
                    written.put(digest, settle(copy, digest, place));
                }
            });
            return !sha256.equals(file.sha256()) ? Kept.CHANGED : known ? Kept.MENDED : Kept.NOW;
        } catch (IOException itsOwnerHasItNowOrMovedIt) {
            return Kept.CHANGED;
        }
    }

    private Path fresh(String sha256, String name) {
        return folder(sha256).resolve(sha256 + ending(name));
    }

    /** Copies a file beside the archive, hands over the copy with the digest of what was copied, and gives the digest. */
    private String copy(Path file, BiConsumer<Path, String> whole) throws IOException {
        Path copy = beside();
        try {
            String sha256;
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = DiskOutput.to(copy, folder)) {
                sha256 = Sha256.copied(in, out);
            }
            whole.accept(copy, sha256);
            return sha256;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Path beside() {
        try {
            return TempFolder.file("copy", ".tmp");
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }

    /** Gives a copy its place and tells how it was written. */
    private Written settle(Path copy, String sha256, Path place) {
        try {
            OwnerOnly.folder(folder(sha256));
            Durable.file(copy);
            OwnerOnly.close(copy, "r--------");
            Durable.name(copy, place);
            return new Written(Files.getLastModifiedTime(place), ending(place.toString()));
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    /** Tells whether a file lies where it was found, with the size and, if anybody knows it, the time it had. */
    private static boolean isAsFound(SourceFile file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return now.size() == file.size()
                    && file.modified()
                            .map(then -> then.equals(now.lastModifiedTime().toInstant()))
                            .orElse(true);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Deletes what a run that was killed while it kept a file has left. */
    static void sweep(Path archive) throws IOException {
        if (!Files.isDirectory(archive)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(archive)) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    sweepOne(folder);
                }
            }
        }
    }

    private static void sweepOne(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "copy*.tmp")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
