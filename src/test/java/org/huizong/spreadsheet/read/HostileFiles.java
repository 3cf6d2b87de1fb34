package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes files that would build far more than they weigh, out of a good one: what is huge in them is written as a stream,
 * so that making one takes no memory.
 */
public final class HostileFiles {
    /** Writes the content of one part. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void write(Out out) throws IOException;
    }

    /** Takes texts. */
    public static final class Out {
        private static final int BLOCK = 64 << 10;
        private final OutputStream out;

        Out(OutputStream out) {
            this.out = out;
        }

        /** Writes a text so many times. */
        public Out times(long times, String text) throws IOException {
            byte[] one = text.getBytes(StandardCharsets.UTF_8);
            int together = (int) Math.max(1, Math.min(times, BLOCK / one.length));
            byte[] block = text.repeat(together).getBytes(StandardCharsets.UTF_8);
            for (long i = 0; i < times / together; i++) {
                out.write(block);
            }
            for (long i = 0; i < times % together; i++) {
                out.write(one);
            }
            return this;
        }

        /** Writes a text. */
        public Out text(String text) throws IOException {
            return times(1, text);
        }

        /** Writes texts that differ. */
        public Out each(int count, IntFunction<String> text) throws IOException {
            StringBuilder block = new StringBuilder();
            for (int i = 0; i < count; i++) {
                block.append(text.apply(i));
                if (block.length() > BLOCK || i == count - 1) {
                    out.write(block.toString().getBytes(StandardCharsets.UTF_8));
                    block.setLength(0);
                }
            }
            return this;
        }
    }

    private static final String SHEET_OPEN =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    private static final String SHEET_CLOSE = "</worksheet>";

    private HostileFiles() {}

    /** The good workbook with other contents of some of its parts, or with more parts. */
    public static Path workbook(Path good, Path to, Map<String, Content> parts) {
        try (ZipFile zip = new ZipFile(good.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!parts.containsKey(entry.getName())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = zip.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                }
            }
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(new Out(out));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }

    /** The text of a part. */
    public static String part(Path good, String part) {
        try (ZipFile zip = new ZipFile(good.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(part))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sheet that nests elements so deep. */
    public static Content nested(long depth) {
        return out ->
                out.text(SHEET_OPEN).times(depth, "<a>").times(depth, "</a>").text(SHEET_CLOSE);
    }

    /** A sheet with one cell of so many runs of so many characters. */
    public static Content runs(int runs, int length) {
        return out -> {
            out.text(SHEET_OPEN + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>");
            for (int i = 0; i < runs; i++) {
                out.text("<r><t>").times(length, "a").text("</t></r>");
            }
            out.text("</is></c></row></sheetData>" + SHEET_CLOSE);
        };
    }

    /** A sheet of so many elements of different names. */
    public static Content names(int count) {
        return out -> out.text(SHEET_OPEN)
                .each(count, i -> "<a" + Integer.toString(i, 36) + "/>")
                .text(SHEET_CLOSE);
    }

    /** A sheet of so many rows of blank cells that have a style. */
    public static Content styledBlanks(int rows, int columns) {
        return out -> {
            out.text(SHEET_OPEN + "<sheetData>");
            for (int r = 1; r <= rows; r++) {
                out.text("<row r=\"" + r + "\">").times(columns, "<c s=\"0\"/>").text("</row>");
            }
            out.text("</sheetData>" + SHEET_CLOSE);
        };
    }

    /** A workbook part with so many tabs that all name one part. */
    public static Content tabs(String workbook, int count) {
        String id = workbook.replaceFirst("(?s).*<sheet [^>]*r:id=\"([^\"]*)\".*", "$1");
        return out -> out.text(workbook.replaceFirst("(?s)<sheets>.*", "<sheets>"))
                .each(count, i -> "<sheet name=\"t" + i + "\" sheetId=\"" + (i + 1) + "\" r:id=\"" + id + "\"/>")
                .text("</sheets></workbook>");
    }

    /** A workbook part with so many more defined names. */
    public static Content definedNames(String workbook, int count, IntFunction<String> name) {
        int end = workbook.indexOf("</definedNames>");
        return out -> out.text(workbook.substring(0, end)).each(count, name).text(workbook.substring(end));
    }

    /** A table of text that repeats itself. */
    public static Path csv(Path to, int times, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            new Out(out).times(times, text);
        }
        return to;
    }
}
