package org.huizong.submission;

import java.nio.file.Path;

/**
 * A file in the returns folder.
 *
 * @param path where it lies
 * @param name its path below the returns folder, with forward slashes: what findings show
 * @param sha256 digest of its bytes, 64 hexadecimal digits
 * @param size in bytes
 */
public record SourceFile(Path path, String name, String sha256, long size) {}
