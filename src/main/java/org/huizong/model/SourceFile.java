package org.huizong.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that was handed in.
 *
 * @param path where it lies
 * @param name its path below its folder, with forward slashes, through the zip it came in: what findings show
 * @param sha256 digest of its bytes, 64 hexadecimal digits
 * @param size in bytes
 * @param modified when it, or the zip it came in, was last written to the disk; empty if nobody knows
 */
public record SourceFile(Path path, String name, String sha256, long size, Optional<Instant> modified) {
    /** A file of which nobody knows when it was written. */
    public SourceFile(Path path, String name, String sha256, long size) {
        this(path, name, sha256, size, Optional.empty());
    }

    /** The file of these bytes. */
    public static SourceFile of(Path path, String name, byte[] content) {
        return new SourceFile(path, name, Sha256.of(content), content.length);
    }

    /** The same content at another place. */
    public SourceFile at(Path other) {
        return new SourceFile(other, name, sha256, size, modified);
    }
}
