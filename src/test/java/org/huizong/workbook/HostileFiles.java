package org.huizong.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes files that would build far more than they weigh, out of a good one: what is huge in them is written as a stream,
 * so that making one takes no memory. {@link #all} makes one of each.
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

        void bytes(byte[] bytes) throws IOException {
            out.write(bytes);
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
    private static final String SST_OPEN = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

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

    private static Content before(String xml, String mark, Content more) {
        int at = xml.indexOf(mark);
        return out -> {
            out.text(xml.substring(0, at));
            more.write(out);
            out.text(xml.substring(at));
        };
    }

    /** Bytes that do not shrink, so that a file may inflate to a hundred times as many. */
    public static Content noise(int bytes) {
        return out -> {
            byte[] noise = new byte[bytes];
            new Random(1).nextBytes(noise);
            out.bytes(noise);
        };
    }

    /** One of each kind, by what it is called. */
    public static Map<String, Path> all(Path good, Path folder) throws IOException {
        Map<String, Map<String, Content>> kinds = new LinkedHashMap<>();
        String sheet = "xl/worksheets/sheet2.xml";
        String workbook = part(good, "xl/workbook.xml");
        String rows = part(good, sheet);
        kinds.put("nested-80m", Map.of(sheet, nested(36_500_000)));
        kinds.put("runs-830", Map.of(sheet, runs(830, 300_000)));
        kinds.put("runs-shared", Map.of("xl/sharedStrings.xml", out -> {
            out.text(SST_OPEN + "<si>");
            for (int i = 0; i < 100; i++) {
                out.text("<r><t>").times(300_000, "字").text("</t></r>");
            }
            out.text("</si></sst>");
        }));
        kinds.put(
                "phonetics",
                Map.of(
                        "xl/sharedStrings.xml",
                        out -> out.text(SST_OPEN + "<si><t>a</t>")
                                .times(900_000, "<rPh sb=\"0\" eb=\"1\"><t>abc</t></rPh>")
                                .text("</si></sst>")));
        kinds.put("names-20m", Map.of(sheet, names(20_000_000)));
        kinds.put(
                "attributes",
                Map.of(
                        sheet,
                        out -> out.text(SHEET_OPEN + "<a")
                                .each(5_000_000, i -> " a" + Integer.toString(i, 36) + "=\"\"")
                                .text("/>" + SHEET_CLOSE)));
        kinds.put(
                "long-name",
                Map.of(
                        sheet,
                        out -> out.text(SHEET_OPEN + "<")
                                .times(200_000_000, "a")
                                .text("/>" + SHEET_CLOSE)));
        kinds.put(
                "long-attribute",
                Map.of(
                        sheet,
                        out -> out.text(SHEET_OPEN + "<a b=\"")
                                .times(200_000_000, "a")
                                .text("\"/>" + SHEET_CLOSE)));
        kinds.put(
                "comment",
                Map.of(
                        sheet,
                        out -> out.text(SHEET_OPEN + "<!--")
                                .times(200_000_000, "a")
                                .text("-->" + SHEET_CLOSE)));
        kinds.put(
                "cdata",
                Map.of(
                        sheet,
                        out -> out.text(SHEET_OPEN + "<sheetData><row><c t=\"str\"><v>")
                                .times(1_000_000, "<![CDATA[" + "a".repeat(200) + "]]>")
                                .text("</v></c></row></sheetData>" + SHEET_CLOSE)));
        kinds.put("tabs-40k", Map.of("xl/workbook.xml", tabs(workbook, 40_000)));
        kinds.put("tabs-900", Map.of("xl/workbook.xml", tabs(workbook, 900)));
        kinds.put(
                "names-junk-300k",
                Map.of(
                        "xl/workbook.xml",
                        definedNames(
                                workbook,
                                300_000,
                                i -> "<definedName name=\"_Fill_" + i + "\" hidden=\"1\">#REF!</definedName>")));
        kinds.put(
                "names-real-500k",
                Map.of(
                        "xl/workbook.xml",
                        definedNames(
                                workbook, 500_000, i -> "<definedName name=\"n" + i + "\">填报说明!$A$1</definedName>")));
        kinds.put("styled-blanks", Map.of(sheet, before(rows, "</sheetData>", out -> {
            for (int r = 0; r < 100_000; r++) {
                out.text("<row r=\"" + (1000 + r) + "\">")
                        .times(100, "<c s=\"3\"/>")
                        .text("</row>");
            }
        })));
        kinds.put("cells-5m", Map.of(sheet, before(rows, "</sheetData>", out -> {
            for (int r = 0; r < 100_000; r++) {
                out.text("<row r=\"" + (1000 + r) + "\">")
                        .times(50, "<c><v>7</v></c>")
                        .text("</row>");
            }
        })));
        kinds.put("cells-490k", Map.of(sheet, before(rows, "</sheetData>", out -> {
            for (int r = 0; r < 49_000; r++) {
                out.text("<row r=\"" + (1000 + r) + "\">")
                        .times(10, "<c t=\"str\"><v>普法宣传</v></c>")
                        .text("</row>");
            }
        })));
        kinds.put(
                "styles",
                Map.of(
                        "xl/styles.xml",
                        before(
                                part(good, "xl/styles.xml"),
                                "</cellXfs>",
                                out -> out.times(
                                        400_000, "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"))));
        kinds.put(
                "conditional",
                Map.of(
                        sheet,
                        before(
                                rows,
                                "<pageMargins",
                                out -> out.each(
                                        200_000,
                                        i -> "<conditionalFormatting sqref=\"A" + (i + 1)
                                                + "\"><cfRule type=\"expression\" priority=\"" + (i + 9)
                                                + "\"><formula>A1=1</formula></cfRule></conditionalFormatting>"))));
        kinds.put(
                "shared-5m",
                Map.of(
                        "xl/sharedStrings.xml",
                        out -> out.text(SST_OPEN).times(5_000_000, "<si/>").text("</sst>")));
        kinds.put(
                "core",
                Map.of(
                        "docProps/core.xml",
                        out -> out.text("<a>").times(1_000_000, "<a>").text("</a>")));
        kinds.put(
                "rels",
                Map.of(
                        "xl/_rels/workbook.xml.rels",
                        out -> out.text("<Relationships>")
                                .each(60_000, i -> "<Relationship Id=\"r" + i + "\" Type=\"x\" Target=\"y\"/>")
                                .text("</Relationships>")));
        kinds.put("drawing", Map.of("xl/drawings/drawing9.xml", nested(10_000_000)));
        kinds.put(
                "row-names",
                Map.of(
                        sheet,
                        before(
                                rows,
                                "</sheetData>",
                                out -> out.text(
                                        "<row r=\"-5\"><c><v>1</v></c></row><row r=\"2147483647\"><c><v>1</v></c></row>"))));
        Map<String, Path> files = new LinkedHashMap<>();
        for (var kind : kinds.entrySet()) {
            Map<String, Content> parts = new LinkedHashMap<>(kind.getValue());
            parts.put("xl/media/noise.bin", noise(2_700_000));
            files.put(kind.getKey(), workbook(good, folder.resolve(kind.getKey() + ".xlsx"), parts));
        }
        files.put("csv-commas", csv(folder.resolve("csv-commas.csv"), 4_000_000, "1,"));
        files.put("csv-empty", csv(folder.resolve("csv-empty.csv"), 8_000_000, ","));
        files.put("csv-quoted", csv(folder.resolve("csv-quoted.csv"), 1_300_000, "\"\n\",1,"));
        files.put("csv-long", csv(folder.resolve("csv-long.csv"), 8_000_000, "a"));
        files.put("csv-lines", csv(folder.resolve("csv-lines.csv"), 8_000_000, "\n"));
        files.put("csv-cells", csv(folder.resolve("csv-cells.csv"), 450_000, "1,2,3,4,5\n".substring(0, 2) + "\n"));
        return files;
    }

    /** A table of text that repeats itself. */
    public static Path csv(Path to, int times, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            new Out(out).times(times, text);
        }
        return to;
    }

    /** Makes one of each kind: {@code good.xlsx folder}. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        all(Path.of(given.get(0)), Path.of(given.get(1))).forEach((kind, file) -> {});
    }
}
