package org.huizong.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of a package by name, in the order in which they are packed. */
final class Parts {
    private static final int MAX_PARTS = 2_000;
    private static final int MAX_INFLATED = 64 << 20;
    private static final LocalDateTime ENTRY = LocalDateTime.of(2026, 1, 1, 0, 0);

    private Parts() {}

    /** Unpacks a package; the sizes that the zip states are not believed. */
    static Map<String, byte[]> unpack(byte[] zip) throws UnfitWordFileException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int left = MAX_INFLATED;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || parts.size() == MAX_PARTS) {
                    throw new UnfitWordFileException("large");
                }
                parts.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnfitWordFileException("broken");
        }
        return parts;
    }

    /** Packs parts: the same ones give the same bytes. */
    static byte[] pack(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream(1 << 16);
        try (var out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(ENTRY);
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The kinds of those parts whose kind is said by name, by name. */
    static Map<String, String> types(Map<String, byte[]> parts) throws UnfitWordFileException {
        byte[] said = parts.get("[Content_Types].xml");
        if (said == null) {
            throw new UnfitWordFileException("broken");
        }
        Map<String, String> types = new TreeMap<>();
        for (var override : Xml.elements(Xml.parse(said), "Override")) {
            String name = override.getAttribute("PartName");
            types.put(
                    name.startsWith("/") ? name.substring(1) : name,
                    override.getAttribute("ContentType").toLowerCase(Locale.ROOT));
        }
        return Collections.unmodifiableMap(types);
    }
}
