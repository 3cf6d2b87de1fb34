package org.huizong.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.Locale;
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

    Archive(Path folder) {
        this.folder = folder;
    }

    /** Where the content of that digest is kept; a place that does not exist if it is not. */
    public Path place(String sha256) {
        Path parent = folder(sha256);
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

    /** Tells whether what is kept under a digest is there and is what the digest says. */
    public boolean hasIntact(String sha256) {
        Path place = place(sha256);
        return Files.isRegularFile(place) && digest(place).equals(sha256);
    }

    private static String digest(Path kept) {
        try (InputStream in = Files.newInputStream(kept)) {
            return copy(in, OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            return "";
        }
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
            return Kept.BEFORE;
        }
        Path parent = folder(file.sha256());
        Path place = known ? before : parent.resolve(file.sha256() + ending(file.name()));
        try {
            OwnerOnly.folder(parent);
            Path beside = TempFolder.file("copy", ".tmp");
            try {
                if (!copy(file.path(), beside, place).equals(file.sha256())) {
                    return Kept.CHANGED;
                }
                Durable.file(beside);
                OwnerOnly.close(beside, "r--------");
                Durable.name(beside, place);
            } finally {
                Files.deleteIfExists(beside);
            }
            return known ? Kept.MENDED : Kept.NOW;
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    /** Copies and gives the digest of what was copied; empty if its owner has the file now, or has moved it. */
    private static String copy(Path from, Path to, Path place) {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = DiskOutput.to(to, place)) {
            return copy(in, out);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Copies and gives the digest of what was copied. */
    private static String copy(InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.begun();
        byte[] buffer = new byte[64 << 10];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            out.write(buffer, 0, n);
        }
        return Sha256.finished(digest);
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
