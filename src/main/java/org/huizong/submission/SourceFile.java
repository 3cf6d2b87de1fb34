package org.huizong.submission;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that was handed in.
 *
 * @param path where it lies
 * @param name its path below its folder, with forward slashes, through the zip it came in: what findings show
 * @param sha256 digest of its bytes, 64 hexadecimal digits
 * @param size in bytes
 */
public record SourceFile(Path path, String name, String sha256, long size) {
    /** The file of these bytes. */
    public static SourceFile of(Path path, String name, byte[] content) {
        return new SourceFile(path, name, HexFormat.of().formatHex(digest().digest(content)), content.length);
    }

    /** What works out digests, of files and of what they say. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
