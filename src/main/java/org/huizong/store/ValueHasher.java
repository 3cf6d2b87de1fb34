package org.huizong.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huizong.disk.DiskException;
import org.huizong.disk.Durable;
import org.huizong.disk.OwnerOnly;
import org.huizong.disk.TempFolder;
import org.huizong.text.Folding;

/**
 * Digests of personal values under a key of this data folder: two that are equal can be told to be equal, and nobody
 * without the key can find out by trying what they are.
 */
final class ValueHasher {
    private static final String ALGORITHM = "HmacSHA256";
    static final int BYTES = 32;

    private final SecretKeySpec key;

    private ValueHasher(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The seal of a data folder.
     *
     * @throws DiskException if its key cannot be read
     */
    static ValueHasher of(DataFolder data) {
        try {
            return new ValueHasher(Files.readAllBytes(data.key()));
        } catch (IOException e) {
            throw new DiskException(data.key(), e);
        }
    }

    /**
     * Makes the key of a data folder, readable by the owner alone.
     *
     * @throws DiskException if it cannot be made
     */
    static void make(DataFolder data) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Path beside = TempFolder.file("key", ".tmp");
            Files.write(beside, key);
            Durable.file(beside);
            OwnerOnly.close(beside, "r--------");
            Durable.name(beside, data.key());
        } catch (IOException e) {
            throw new DiskException(data.key(), e);
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
