package org.huizong.spreadsheet.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.huizong.spreadsheet.read.Parts;

/**
 * What somebody's workbook says of itself: who made it, when it was saved. POI refuses a workbook for one word more than
 * the standard has there, and WPS writes such words; so POI is given blank ones, and the copy has the workbook's own.
 */
final class OwnProperties {
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";

    private final Map<String, byte[]> own = new HashMap<>();
    private final byte[] blank;

    OwnProperties(byte[] workbook) throws IOException {
        ByteArrayOutputStream without = new ByteArrayOutputStream(workbook.length);
        try (ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(without)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            for (ZipArchiveEntry entry : entries) {
                Optional<String> empty = empty(Parts.path(entry.getName()));
                if (empty.isEmpty()) {
                    out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    own.put(Parts.path(entry.getName()), in.readAllBytes());
                }
                out.putArchiveEntry(new ZipArchiveEntry(entry.getName()));
                out.write(empty.get().getBytes(StandardCharsets.UTF_8));
                out.closeArchiveEntry();
            }
        }
        blank = without.toByteArray();
    }

    /** The workbook without them. */
    byte[] blank() {
        return blank;
    }

    /** Content of their parts by {@link Parts#path}. */
    Map<String, byte[]> own() {
        return own;
    }

    /** A part of that path that says nothing; empty if the path is of another kind of part. */
    private static Optional<String> empty(String path) {
        if (path.matches("docprops/core\\d*\\.xml") || path.endsWith(".psmdcp")) {
            return Optional.of("<cp:coreProperties xmlns:cp=\"" + PACKAGE + "\"/>");
        }
        return path.matches("docprops/app\\d*\\.xml")
                ? Optional.of("<Properties xmlns=\"" + OFFICE + "extended-properties\"/>")
                : path.matches("docprops/custom\\d*\\.xml")
                        ? Optional.of("<Properties xmlns=\"" + OFFICE + "custom-properties\"/>")
                        : Optional.empty();
    }
}
