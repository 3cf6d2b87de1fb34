package org.huizong.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.submission.SourceFile;

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
            throw new UncheckedIOException("cannot look into " + parent, e);
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

    /**
     * Keeps the file's content unless it is kept already; a half-written copy is never seen under its name.
     *
     * @return whether what is kept is what the digest says; not if the file was changed since it was taken
     */
    public boolean keep(SourceFile file) {
        if (Files.exists(place(file.sha256()))) {
            return true;
        }
        Path parent = folder(file.sha256());
        Path place = parent.resolve(file.sha256() + ending(file.name()));
        try {
            Files.createDirectories(parent);
            Path beside = Files.createTempFile(parent, "copy", ".tmp");
            try {
                if (!copy(file.path(), beside).equals(file.sha256())) {
                    return false;
                }
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("r--------"));
                }
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a copy of " + file.path() + " in " + place, e);
        }
    }

    /** Copies and gives the digest of what was copied. */
    private static String copy(Path from, Path to) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(from), MessageDigest.getInstance("SHA-256"))) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
