package org.huizong.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files and of what they say, as 64 hexadecimal digits. */
public final class Sha256 {
    private static final int BUFFER = 64 << 10;

    private Sha256() {}

    /** The digest of a text, as UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of these bytes. */
    public static String of(byte[] bytes) {
        MessageDigest digest = begun();
        digest.update(bytes);
        return finished(digest);
    }

    /**
     * The digest of a file's bytes.
     *
     * @throws IOException if the file can't be read
     */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copied(in, OutputStream.nullOutputStream());
        }
    }

    /** Copies bytes and gives the digest of what was copied. */
    public static String copied(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = begun();
        byte[] buffer = new byte[BUFFER];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            digest.update(buffer, 0, n);
            to.write(buffer, 0, n);
        }
        return finished(digest);
    }

    /** A digest of what is still to be fed to it. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digest of all that was fed to it. */
    public static String finished(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
