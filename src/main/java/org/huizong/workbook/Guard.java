package org.huizong.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Looks at a file before any parser does, and lets through only an .xlsx that can't harm one.
 *
 * <p>Each part is inflated once, counting; the sizes that the zip itself states are not believed.
 */
final class Guard {
    static final long MAX_FILE = 256L << 20;
    /** A file that is read whole. */
    private static final long SMALL = 1L << 20;

    private Guard() {}

    /**
     * Whether the file is an .xlsx that a parser may open; bad content is an {@link Unfit}.
     *
     * @throws UncheckedIOException if the disk does not give the file
     */
    static Verdict inspect(Path file) {
        try {
            long size = Files.size(file);
            if (size > MAX_FILE) {
                return Unfit.of("file.large");
            }
            Optional<byte[]> content = size > SMALL ? Optional.empty() : Optional.of(Files.readAllBytes(file));
            return switch (content.isPresent() ? Magic.of(content.get()) : Magic.of(file)) {
                case ZIP -> ZipGuard.inspect(file, content);
                case OLE2 -> ole2(file);
                case EMPTY -> Unfit.of("file.empty");
                case PDF -> Unfit.of("file.pdf");
                case ARCHIVE -> Unfit.of("file.archive");
                case IMAGE -> Unfit.of("file.image");
                case TEXT -> Unfit.of("file.text");
                case UNKNOWN -> Unfit.of("file.unknown");
            };
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + "; check the disk and run again", e);
        }
    }

    private static Unfit ole2(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            Set<String> entries = new TreeSet<>(files.getRoot().getEntryNames());
            if (entries.contains("EncryptedPackage")) {
                return Unfit.of("file.encrypted");
            }
            if (entries.contains("Workbook") || entries.contains("Book")) {
                return Unfit.of("file.xls");
            }
            return Unfit.of(entries.contains("WordDocument") ? "file.word" : "file.unknown");
        } catch (IOException | RuntimeException e) {
            return Unfit.of("file.damaged");
        }
    }
}
