package org.huizong.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.huizong.submission.SourceFile;

/** Every file that was read, under its SHA-256: the evidence. Readable by the owner alone. */
public final class Archive {
    private final Path folder;

    Archive(Path folder) {
        this.folder = folder;
    }

    /** Where the content of that digest is kept, or would be. */
    public Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /**
     * Keeps the file's content unless it is kept already; a half-written copy is never seen under its name.
     *
     * @return whether what is kept is what the digest says; not if the file was changed since it was taken
     */
    public boolean keep(SourceFile file) {
        Path place = place(file.sha256());
        if (Files.exists(place)) {
            return true;
        }
        try {
            Files.createDirectories(place.getParent());
            Path beside = Files.createTempFile(place.getParent(), "copy", ".tmp");
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
