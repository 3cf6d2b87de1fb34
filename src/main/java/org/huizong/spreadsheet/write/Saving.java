package org.huizong.spreadsheet.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes workbooks so that the same content gives the same bytes. */
public final class Saving {
    private static final LocalDateTime ENTRY = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String CREATED = "2026-01-01T00:00:00Z";

    private Saving() {}

    /**
     * Writes a workbook; entries of the zip carry a fixed time, and neither machine nor user is named.
     *
     * @param saved what the file says about when it was saved ({@code dcterms:modified}), to the second
     */
    public static void write(XSSFWorkbook book, OutputStream out, Instant saved) throws IOException {
        var properties = book.getProperties().getCoreProperties();
        properties.setCreator("Huizong");
        try {
            properties.getUnderlyingProperties().setCreatedProperty(CREATED);
            properties
                    .getUnderlyingProperties()
                    .setModifiedProperty(saved.truncatedTo(ChronoUnit.SECONDS).toString());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("a time was not accepted as a property of the workbook", e);
        }
        var buffer = new ByteArrayOutputStream(1 << 16);
        // it is packed for good below, so that here it need only not be large
        try (var quick = new ZipArchiveOutputStream(buffer)) {
            quick.setLevel(Deflater.BEST_SPEED);
            book.write(quick);
        }
        copy(buffer.toByteArray(), out);
    }

    private static void copy(byte[] bytes, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(ENTRY);
                zip.putNextEntry(same);
                in.transferTo(zip);
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
