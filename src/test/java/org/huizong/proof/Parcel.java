package org.huizong.proof;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook taken apart: its parts can be changed, even to some that are larger than memory, and put together again. */
final class Parcel {
    static final String SHEET = "xl/worksheets/sheet2.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String TYPES = "[Content_Types].xml";
    static final String CORE = "docProps/core.xml";

    /** What stands in a part. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    private final Map<String, Content> parts = new LinkedHashMap<>();
    private final Map<String, byte[]> known = new LinkedHashMap<>();

    /** The parts of a workbook. */
    static Parcel of(byte[] workbook) {
        Parcel parcel = new Parcel();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parcel.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return parcel;
    }

    byte[] bytes(String part) {
        return known.getOrDefault(part, new byte[0]);
    }

    String text(String part) {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    Parcel put(String part, byte[] bytes) {
        known.put(part, bytes);
        parts.put(part, out -> out.write(bytes));
        return this;
    }

    Parcel put(String part, String text) {
        return put(part, text.getBytes(StandardCharsets.UTF_8));
    }

    Parcel put(String part, Content content) {
        parts.put(part, content);
        return this;
    }

    Parcel edit(String part, UnaryOperator<String> edit) {
        String before = text(part);
        String after = edit.apply(before);
        if (before.equals(after)) {
            throw new IllegalStateException("nothing changed in " + part);
        }
        return put(part, after);
    }

    /** Puts something in a part before the first place where a text stands. */
    Parcel insert(String part, String before, Content content) {
        String text = text(part);
        int at = text.indexOf(before);
        if (at < 0) {
            throw new IllegalStateException(part + " holds no " + before);
        }
        return put(part, out -> {
            out.write(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
            content.to(out);
            out.write(text.substring(at).getBytes(StandardCharsets.UTF_8));
        });
    }

    Parcel remove(String part) {
        parts.remove(part);
        known.remove(part);
        return this;
    }

    void write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().to(zip);
            }
        }
    }

    /** The same text over and over. */
    static Content times(long count, String text) {
        int together = (int) Math.max(1, Math.min(count, (64 << 10) / Math.max(1, text.length())));
        byte[] block = text.repeat(together).getBytes(StandardCharsets.UTF_8);
        byte[] one = text.getBytes(StandardCharsets.UTF_8);
        return out -> {
            for (long i = 0; i < count / together; i++) {
                out.write(block);
            }
            for (long i = 0; i < count % together; i++) {
                out.write(one);
            }
        };
    }

    /** A text for each number from 0. */
    static Content each(int count, java.util.function.IntFunction<String> text) {
        return out -> {
            for (int i = 0; i < count; i++) {
                out.write(text.apply(i).getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    static Content all(Object... parts) {
        return out -> {
            for (Object part : parts) {
                if (part instanceof Content content) {
                    content.to(out);
                } else {
                    out.write(part.toString().getBytes(StandardCharsets.UTF_8));
                }
            }
        };
    }
}
