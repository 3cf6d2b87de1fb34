package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.huizong.disk.DiskException;

/**
 * Looks at a file before any parser does, and lets through only what can't harm one: of returns an .xlsx, an .xls, a
 * text; of written reports a .docx, a .doc, a PDF, a text.
 *
 * <p>Each part is inflated once, counting; the sizes that the zip itself states are not believed.
 */
public final class Guard {
    /** The most of an .xls: its texts are held whole, its cells are counted. */
    static final long MAX_OLD = 32L << 20;
    /** The most of a table of text. */
    static final long MAX_TEXT = 8L << 20;
    /** The most of a written text, be it with pictures. */
    static final long MAX_WRITTEN = 64L << 20;
    /** A file that is read whole. */
    private static final long SMALL = 1L << 20;

    private Guard() {}

    /**
     * What the file is that a parser may open; bad content is an {@link Unfit}.
     *
     * @throws DiskException if the disk does not give the file
     */
    public static Verdict inspect(Path file) {
        try {
            long size = Files.size(file);
            if (size > WorkbookReader.MAX_FILE) {
                return Unfit.tooLarge(String.valueOf(file.getFileName()));
            }
            Optional<byte[]> content = size > SMALL ? Optional.empty() : Optional.of(Files.readAllBytes(file));
            return switch (content.isPresent() ? Magic.of(content.get()) : Magic.of(file)) {
                case ZIP -> ZipGuard.inspect(new ZipSource(file, content));
                case OLE2 -> ole2(file);
                case EMPTY -> Unfit.of("file.empty");
                case PDF -> Unfit.of("file.pdf");
                case ARCHIVE -> Unfit.of("file.archive");
                case IMAGE -> Unfit.of("file.image");
                case TEXT ->
                    size > MAX_TEXT ? Unfit.tooLarge(".text", MAX_TEXT) : TextReader.inspect(Files.readAllBytes(file));
                case UNKNOWN -> Unfit.of("file.unknown");
            };
        } catch (IOException e) {
            throw new DiskException(file, e);
        }
    }

    /**
     * What a written text is that a reader may open: a .docx, a .doc, a PDF, a plain text; bad content is an {@link Unfit}.
     *
     * @throws DiskException if the disk does not give the file
     */
    public static WrittenText document(Path file) {
        try {
            long size = Files.size(file);
            if (size > MAX_WRITTEN) {
                return Unfit.tooLargeDocument(String.valueOf(file.getFileName()));
            }
            return switch (Magic.of(file)) {
                case ZIP -> ZipGuard.document(new ZipSource(file, Optional.empty()));
                case OLE2 -> oldDocument(file);
                case EMPTY -> Unfit.of("file.empty");
                case PDF -> new WrittenText.Pdf(file);
                case ARCHIVE -> Unfit.of("file.archive");
                case IMAGE -> Unfit.of("file.image");
                case TEXT ->
                    size > MAX_TEXT
                            ? Unfit.tooLarge(".text", MAX_TEXT)
                            : TextReader.inspect(Files.readAllBytes(file)) instanceof Verdict.Plain plain
                                    ? new WrittenText.Lines(plain.text())
                                    : Unfit.of("file.text");
                case UNKNOWN -> Unfit.of("file.unknown");
            };
        } catch (IOException e) {
            throw new DiskException(file, e);
        }
    }

    /** What a .docx is that is held in memory. */
    public static WrittenText document(Path name, byte[] content) {
        return ZipGuard.document(new ZipSource(name, Optional.of(content)));
    }

    private static WrittenText oldDocument(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            Set<String> entries = entries(files);
            if (entries.contains("ENCRYPTEDPACKAGE")) {
                return Decryption.open(files)
                        .map(zip -> ZipGuard.document(new ZipSource(file, Optional.of(zip))))
                        .orElseGet(() -> Unfit.of("file.encrypted"));
            }
            return entries.contains("WORDDOCUMENT")
                    ? new WrittenText.OldWord(file)
                    : Unfit.of(
                            entries.contains("WORKBOOK") || entries.contains("BOOK")
                                    ? "file.workbook"
                                    : entries.contains("POWERPOINT DOCUMENT")
                                            ? Packed.SLIDES.finding()
                                            : Packed.OTHER.finding());
        } catch (Beyond e) {
            return e.why();
        } catch (IOException | RuntimeException e) {
            return Unfit.of(Unfit.DAMAGED);
        }
    }

    private static Set<String> entries(POIFSFileSystem files) {
        Set<String> entries = new TreeSet<>();
        files.getRoot().getEntryNames().forEach(name -> entries.add(name.toUpperCase(Locale.ROOT)));
        return entries;
    }

    private static Verdict ole2(Path file) {
        if (file.toFile().length() > MAX_OLD) {
            return Unfit.tooLarge(".xls", MAX_OLD);
        }
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            Set<String> entries = entries(files);
            if (entries.contains("ENCRYPTEDPACKAGE")) {
                return Decryption.open(files)
                        .map(zip -> ZipGuard.inspect(new ZipSource(file, Optional.of(zip))))
                        .orElseGet(() -> Unfit.of("file.encrypted"));
            }
            if (entries.contains("WORKBOOK")) {
                return new Verdict.Old(entries.contains("_VBA_PROJECT_CUR"), saved(files), built(files));
            }
            return Unfit.of(
                    entries.contains("BOOK")
                            ? "file.xls"
                            : entries.contains("WORDDOCUMENT")
                                    ? Packed.WORD.finding()
                                    : entries.contains("POWERPOINT DOCUMENT")
                                            ? Packed.SLIDES.finding()
                                            : Packed.OTHER.finding());
        } catch (Beyond e) {
            return e.why();
        } catch (IOException | RuntimeException e) {
            return Unfit.of(Unfit.DAMAGED);
        }
    }

    private static long built(POIFSFileSystem files) throws IOException {
        try (DocumentInputStream workbook = files.createDocumentInputStream("Workbook")) {
            return XlsGuard.built(workbook);
        }
    }

    /** When an .xls says that it was last saved; empty if it does not say or can't be read. */
    private static Optional<Instant> saved(POIFSFileSystem files) {
        try {
            String stream = SummaryInformation.DEFAULT_STREAM_NAME;
            return files.getRoot().hasEntryCaseInsensitive(stream)
                            && PropertySetFactory.create(files.getRoot(), stream) instanceof SummaryInformation summary
                    ? Optional.ofNullable(summary.getLastSaveDateTime())
                            .map(Date::toInstant)
                            .filter(Guard::isSensible)
                    : Optional.empty();
        } catch (IOException | HPSFException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isSensible(Instant saved) {
        int year = saved.atOffset(ZoneOffset.UTC).getYear();
        return year >= WorkbookPart.FIRST_YEAR && year <= WorkbookPart.LAST_YEAR;
    }
}
