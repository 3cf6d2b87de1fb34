package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, as other programs than ours write it. */
public final class Package {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A workbook with two sheets, 月报 and 附表, in the namespaces that every program writes. */
    public static Package ordinary() {
        return new Package()
                .put(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                                + override("xl/workbook.xml", OFFICE + "spreadsheetml.sheet.main+xml")
                                + override("xl/worksheets/sheet1.xml", OFFICE + "spreadsheetml.worksheet+xml")
                                + override("xl/worksheets/sheet2.xml", OFFICE + "spreadsheetml.worksheet+xml")
                                + override("xl/styles.xml", OFFICE + "spreadsheetml.styles+xml")
                                + "</Types>")
                .put("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")))
                .put(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<bookViews><workbookView firstSheet=\"1\" activeTab=\"1\"/></bookViews>"
                                + "<sheets><sheet name=\"附表\" sheetId=\"7\" r:id=\"rId2\"/>"
                                + "<sheet name=\"月报\" sheetId=\"3\" r:id=\"rId1\"/></sheets>"
                                + "<definedNames><definedName name=\"explain.SAF001\" localSheetId=\"1\">月报!$K$8</definedName>"
                                + "</definedNames><calcPr calcId=\"191029\"/></workbook>")
                .put(
                        "xl/_rels/workbook.xml.rels",
                        relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                                + relationship("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                                + relationship("rId3", "styles", "styles.xml")))
                .put(
                        "xl/worksheets/sheet1.xml",
                        sheet(
                                "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
                                        + "<sheetFormatPr defaultRowHeight=\"15\"/><sheetData>"
                                        + "<row r=\"8\"><c r=\"D8\" s=\"1\"><v>-5</v></c></row></sheetData>"
                                        + "<pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/>"))
                .put("xl/worksheets/sheet2.xml", sheet("<sheetData/>"))
                .put(
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
                                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                                + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
                                + "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellXfs>"
                                + "<dxfs count=\"0\"/></styleSheet>");
    }

    /** A sheet's part with those elements. */
    public static String sheet(String elements) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + elements
                + "</worksheet>";
    }

    static String relationships(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    static String relationship(String id, String kind, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
                + "\" Target=\"" + target + "\"/>";
    }

    static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    /** Puts a part, in place of any that is there. */
    public Package put(String part, String content) {
        return put(part, (part.endsWith(".vml") ? content : HEAD + content).getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a part that is no XML. */
    public Package put(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    /** Puts other words into a part. */
    public Package replace(String part, String words, String others) {
        String before = text(part);
        if (!before.contains(words)) {
            throw new IllegalArgumentException(part + " has no " + words);
        }
        parts.put(part, before.replace(words, others).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Puts other words into all parts. */
    public Package replaceAll(String words, String others) {
        parts.keySet().forEach(p -> parts.put(p, text(p).replace(words, others).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Takes a part off. */
    Package remove(String part) {
        parts.remove(part);
        return this;
    }

    /** Puts a content type. */
    Package type(String part, String type) {
        return replace("[Content_Types].xml", "</Types>", override(part, type) + "</Types>");
    }

    /** The names of its parts in order. */
    Iterable<String> names() {
        return parts.keySet();
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** What a part holds. */
    byte[] bytes(String part) {
        return parts.get(part);
    }

    /** What a part says. */
    String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    /** Writes it. */
    public Path write(Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return to;
    }

    /** Reads one. */
    static Package read(Path file) throws IOException {
        Package read = new Package();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    read.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return read;
    }

    /** A list to be put in front, of one task that leads to 月报!D8. */
    public static FrontSheet list() {
        return new FrontSheet(
                "退回清单",
                List.of(20),
                List.of(
                        new FrontSheet.Row(
                                34, true, List.of(new FrontSheet.Cell("清单", FrontSheetStyle.TITLE, Optional.empty()))),
                        new FrontSheet.Row(
                                23,
                                false,
                                List.of(new FrontSheet.Cell("D8", FrontSheetStyle.LINK, Optional.of("'月报'!D8"))))),
                1,
                "第 &P 页",
                true);
    }
}
