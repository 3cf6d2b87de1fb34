package org.huizong.workbook;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Inflates every part of one zip, through the same zip reader as the parsers use, and stops where it gets too much. */
final class ZipGuard {
    static final long MAX_INFLATED = 256L << 20;
    static final long RATIO_FROM = 10L << 20;
    static final long MAX_RATIO = 100;
    static final int MAX_ENTRIES = 2_000;
    /** Bytes between two tags: ten for each of the 32,767 characters a cell may have. */
    static final int MAX_TEXT = 327_670;

    private static final int MIME_LENGTH = 200;
    /** Bytes of a worksheet of a form, to begin with. */
    private static final int LIKELY = 64 << 10;

    private final long maxInflated;
    private final Parts parts;
    private final Map<Part, String> small = new EnumMap<>(Part.class);
    private final byte[] buffer = new byte[16 << 10];
    private final Set<String> remarks = new TreeSet<>();
    private long inflated;

    private ZipGuard(Path file, long fileSize) {
        this.parts = new Parts(file);
        this.maxInflated = Math.min(MAX_INFLATED, Math.max(RATIO_FROM, fileSize * MAX_RATIO));
    }

    /** Inspects a zip in memory, or, if it is too large for that, on the disk. */
    static Verdict inspect(Path path, Optional<byte[]> content) {
        File file = path.toFile();
        try {
            if (content.isEmpty() && tooManyEntries(file)) {
                return Unfit.of("file.bomb");
            }
            ZipFile.Builder zips = ZipFile.builder();
            content.ifPresentOrElse(
                    bytes -> zips.setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)),
                    () -> zips.setFile(file));
            try (ZipFile zip = zips.get()) {
                return new ZipGuard(path, file.length()).inspect(zip);
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return Unfit.of("file.damaged");
        }
    }

    /** Counts the entries of a large zip without an object for each; a small one can't hold enough to matter. */
    private static boolean tooManyEntries(File file) throws IOException {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file)) {
            return zip.size() > MAX_ENTRIES;
        }
    }

    private Verdict inspect(ZipFile zip) throws IOException, XMLStreamException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MAX_ENTRIES) {
            return Unfit.of("file.bomb");
        }
        for (ZipArchiveEntry entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                return Unfit.of("file.encrypted");
            }
            Part.of(entry.getName()).remark().ifPresent(remarks::add);
            String fault = parts.add(entry.getName()) ? inflate(zip, entry) : "file.damaged";
            if (!fault.isEmpty()) {
                return Unfit.of(fault);
            }
        }
        byte[] workbook = small(Part.WORKBOOK);
        if (workbook.length == 0) {
            return stranger(zip, entries);
        }
        return new Verdict.Sound(
                inflated,
                WorkbookPart.parse(workbook, small(Part.RELATIONS)),
                WorkbookPart.saved(small(Part.CORE), small(Part.APP)),
                parts,
                remarks);
    }

    private byte[] small(Part part) {
        return parts.kept(small.getOrDefault(part, ""));
    }

    /** The finding against an entry; empty if there is none. */
    private String inflate(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        Part part = Part.of(entry.getName());
        Prolog prolog = new Prolog();
        CRC32 crc = new CRC32();
        boolean keep = part.isRead();
        ByteArrayOutputStream copy = new ByteArrayOutputStream(keep ? LIKELY : 0);
        long size = 0;
        int text = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                inflated += n;
                if (inflated > maxInflated) {
                    return "file.bomb";
                }
                if (size > part.limit()) {
                    return "file.large";
                }
                crc.update(buffer, 0, n);
                if (part.isXml() && !prolog.isDone()) {
                    prolog.read(buffer, n);
                    if (prolog.hasDoctype()) {
                        return "file.doctype";
                    }
                }
                if (part.holdsText()) {
                    text = longestText(text, n);
                }
                keep = keep && (part.isSmall() || parts.hasRoom(size));
                if (keep) {
                    copy.write(buffer, 0, n);
                }
            }
        }
        if (keep) {
            parts.keep(entry.getName(), copy.toByteArray());
        }
        if (part.isSmall() && small.put(part, Parts.path(entry.getName())) != null) {
            return "file.damaged";
        }
        if (text > MAX_TEXT) {
            return "file.cell";
        }
        return crc.getValue() == entry.getCrc() ? "" : "file.damaged";
    }

    /** Bytes without a tag up to the end of the buffer, to within a buffer; once that is too many it stays so. */
    private int longestText(int before, int length) {
        if (before > MAX_TEXT) {
            return before;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (buffer[i] == '<') {
                return length - 1 - i;
            }
        }
        return before + length;
    }

    private static Unfit stranger(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        Packed packed = Packed.of(entries.stream().map(ZipArchiveEntry::getName).toList());
        ZipArchiveEntry type = zip.getEntry("mimetype");
        if (type == null) {
            return Unfit.of(packed.finding());
        }
        try (InputStream in = zip.getInputStream(type)) {
            String said = new String(in.readNBytes(MIME_LENGTH), StandardCharsets.ISO_8859_1);
            return Unfit.of(Packed.open(said).finding());
        }
    }
}
