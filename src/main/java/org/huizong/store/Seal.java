package org.huizong.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huizong.text.Folding;

/**
 * Digests of personal values under a key of this data folder: two that are equal can be told to be equal, and nobody
 * without the key can find out by trying what they are.
 */
final class Seal {
    private static final String NAME = "personal.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The seal of a data folder; its key is made at the first call, readable by the owner alone.
     *
     * @throws UncheckedIOException if the key can be neither read nor made
     */
    static Seal of(Path data) {
        Path file = data.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                make(data, file);
            }
            return new Seal(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the key " + file, e);
        }
    }

    private static void make(Path data, Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path beside = Files.createTempFile(data, "personal", ".tmp");
        try {
            Files.write(beside, key);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("r--------"));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // its key is as good
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** The digest of a value, whatever its spaces, width and case: 64 hexadecimal digits. */
    String digest(String value) {
        // in capitals, as the digests that are on record were taken
        String normal = Folding.fold(value).toUpperCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
