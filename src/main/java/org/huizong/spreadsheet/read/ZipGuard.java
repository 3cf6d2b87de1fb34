package org.huizong.spreadsheet.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Inflates every part of one zip, through the same zip reader as the parsers use, and stops where it gets too much. */
final class ZipGuard {
    static final long MAX_INFLATED = 256L << 20;
    static final long RATIO_FROM = 10L << 20;
    static final long MAX_RATIO = 100;
    static final int MAX_ENTRIES = 2_000;
    /** Bytes of XML that cannot build much, whatever they are. */
    static final long LITTLE = 2L << 20;

    private static final Set<ZipMethod> METHODS = EnumSet.of(
            ZipMethod.STORED,
            ZipMethod.DEFLATED,
            ZipMethod.ENHANCED_DEFLATED,
            ZipMethod.BZIP2,
            ZipMethod.IMPLODING,
            ZipMethod.UNSHRINKING);

    private static final int MIME_LENGTH = 200;
    /** Bytes of a part that says something about the others. */
    private static final int MAX_SMALL = 4 << 20;

    private final long maxInflated;
    private final Parts parts;
    private final Markup markup = new Markup(LITTLE);
    private final byte[] buffer = new byte[16 << 10];
    private final Set<String> remarks = new TreeSet<>();
    private long inflated;

    private ZipGuard(ZipSource source) throws IOException {
        this.parts = new Parts(source);
        this.maxInflated = Math.min(MAX_INFLATED, Math.max(RATIO_FROM, source.size() * MAX_RATIO));
    }

    /** Inspects a zip. */
    static Verdict inspect(ZipSource source) {
        try (ZipFile zip = source.open()) {
            return new ZipGuard(source).inspect(zip);
        } catch (Beyond e) {
            return e.why();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return Unfit.of("file.damaged");
        }
    }

    /** Inspects a zip that should be a written text. */
    static WrittenText document(ZipSource source) {
        try (ZipFile zip = source.open()) {
            return new ZipGuard(source).document(zip);
        } catch (Beyond e) {
            return e.why();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return Unfit.of("file.damaged");
        }
    }

    private WrittenText document(ZipFile zip) throws IOException, XMLStreamException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        Optional<Unfit> unfit = inflate(zip, entries);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Optional<String> document = Relation.to("officeDocument", relations(Relation.OF_PACKAGE, ""))
                .filter(parts::has)
                .filter(path -> path.endsWith(".xml"));
        if (document.filter(path -> path.startsWith("word/")).isPresent()) {
            return parts.has("word/vbaproject.bin")
                    ? Unfit.of("file.word.macros")
                    : new WrittenText.Word(parts, document.get());
        }
        return document.filter(ZipGuard::isWorkbook).isPresent() ? Unfit.of("file.workbook") : stranger(zip, entries);
    }

    private Verdict inspect(ZipFile zip) throws IOException, XMLStreamException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        Optional<Unfit> unfit = inflate(zip, entries);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Map<String, Relation> relations = relations(Relation.OF_PACKAGE, "");
        Optional<String> workbook =
                Relation.to("officeDocument", relations).filter(parts::has).or(() -> parts.only(Part.WORKBOOK));
        if (workbook.filter(ZipGuard::isWorkbook).isEmpty()) {
            return stranger(zip, entries);
        }
        try (InputStream in = parts.open(workbook.orElseThrow())) {
            WorkbookPart part =
                    WorkbookPart.parse(in, relations(Relation.of(workbook.orElseThrow()), workbook.orElseThrow()));
            return new Verdict.Sound(inflated, markup.built(), part, saved(relations), parts, remarks);
        }
    }

    /** Inflates every part; what is wrong with the zip, if anything is. */
    private Optional<Unfit> inflate(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        if (entries.size() > MAX_ENTRIES) {
            throw Beyond.limit("file.entries", MAX_ENTRIES);
        }
        for (ZipArchiveEntry entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                return Optional.of(Unfit.of("file.encrypted"));
            }
            if (!isUnpackable(entry)) {
                return Optional.of(Unfit.of("file.method"));
            }
            Part.of(entry.getName()).remark().ifPresent(remarks::add);
            String fault = parts.add(entry.getName()) ? inflate(zip, entry) : "file.damaged";
            if (!fault.isEmpty()) {
                return Optional.of(Unfit.of(fault));
            }
        }
        return Optional.empty();
    }

    /** Whether an entry is packed by a method that can be undone; of some not even the zip reader says so. */
    static boolean isUnpackable(ZipArchiveEntry entry) {
        return METHODS.contains(ZipMethod.getMethodByCode(entry.getMethod()));
    }

    private Map<String, Relation> relations(String part, String of) throws IOException, XMLStreamException {
        byte[] xml = small(Optional.of(part));
        return xml.length == 0 ? Map.of() : Relation.read(new ByteArrayInputStream(xml), of);
    }

    private Optional<Instant> saved(Map<String, Relation> relations) throws IOException {
        return WorkbookPart.saved(
                small(Relation.to("core-properties", relations).or(() -> Optional.of("docprops/core.xml"))),
                small(Relation.to("extended-properties", relations).or(() -> Optional.of("docprops/app.xml"))));
    }

    /** The bytes of a part that should be small; none if it is not there. */
    private byte[] small(Optional<String> path) throws IOException {
        if (path.filter(parts::has).isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = parts.open(path.get())) {
            byte[] bytes = in.readNBytes(MAX_SMALL + 1);
            if (bytes.length > MAX_SMALL) {
                throw new Beyond(Unfit.tooLarge(".part", MAX_SMALL));
            }
            return bytes;
        }
    }

    /** The finding against an entry; empty if there is none. */
    private String inflate(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        Part part = Part.of(entry.getName());
        CRC32 crc = new CRC32();
        PartCopy copy = new PartCopy(part);
        long size = 0;
        if (part.isXml()) {
            markup.begin(part != Part.CUSTOM, copy);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            // whole buffers, so that the first one shows how a part is encoded
            for (int n = fill(in); n > 0; n = fill(in)) {
                size += n;
                inflated += n;
                if (inflated > maxInflated) {
                    return "file.bomb";
                }
                if (size > part.limit()) {
                    throw new Beyond(Unfit.tooLarge(".part", part.limit()));
                }
                crc.update(buffer, 0, n);
                if (part.isXml()) {
                    markup.read(buffer, n);
                }
                copy.end(buffer, n);
                if (!parts.hasRoom(copy.size())) {
                    copy.drop();
                }
            }
        }
        if (copy.isKept()) {
            parts.keep(entry.getName(), copy);
        }
        return crc.getValue() == entry.getCrc() ? "" : "file.damaged";
    }

    private int fill(InputStream in) throws IOException {
        return in.readNBytes(buffer, 0, buffer.length);
    }

    private static boolean isWorkbook(String part) {
        return !part.startsWith("word/") && !part.startsWith("ppt/") && part.endsWith(".xml");
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
