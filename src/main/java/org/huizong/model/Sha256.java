package org.huizong.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files and of what they say, as 64 hexadecimal digits. */
public final class Sha256 {
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
