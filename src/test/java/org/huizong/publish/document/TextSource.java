package org.huizong.publish.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Word file in plain text, so that its history can be read: a paragraph a line, {@code =} before the title, {@code #}
 * before a head, {@code !} before a note, {@code >} before the signature, {@code ^} before what stands in the middle; words
 * between tildes lead a paragraph; {@code |} begins a row, {@code |~} one that only opens or closes, {@code |<} a cell of
 * words. The look is that of an official document of China (GB/T 9704), or of an English report.
 */
final class TextSource {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SPACES = " xmlns:w=\"" + WORD + "\" xmlns:r=\"" + OFFICE + "\"";

    /** The width of the text in twentieths of a point: A4 without margins of 28 and 26 millimetres. */
    private static final int WIDTH = 8844;

    /** The same with margins of 22 millimetres. */
    private static final int WIDE = 9412;

    private final boolean chinese;
    private final boolean onePage;

    /**
     * For sources of a language.
     *
     * @param onePage whether the text is to lie on one page, in smaller type
     */
    TextSource(boolean chinese, boolean onePage) {
        this.chinese = chinese;
        this.onePage = onePage;
    }

    /** The bytes of the file, the same for the same source. */
    byte[] docx(String source) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types());
        parts.put("_rels/.rels", relationships("officeDocument word/document.xml", "core docProps/core.xml"));
        parts.put("docProps/core.xml", core());
        parts.put(
                "word/document.xml",
                HEAD + "<w:document" + SPACES + "><w:body>" + body(source) + section() + "</w:body></w:document>");
        parts.put(
                "word/_rels/document.xml.rels",
                relationships(
                        "styles styles.xml", "fontTable fontTable.xml", "settings settings.xml", "footer footer1.xml"));
        parts.put("word/styles.xml", styles());
        parts.put("word/fontTable.xml", fonts());
        parts.put(
                "word/settings.xml",
                HEAD + "<w:settings" + SPACES + "><w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl"
                        + " w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\""
                        + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>");
        parts.put("word/footer1.xml", footer());
        return zip(parts);
    }

    private String body(String source) {
        StringBuilder body = new StringBuilder();
        List<String> table = new ArrayList<>();
        for (String line : source.lines().toList()) {
            if (line.startsWith("|")) {
                table.add(line);
                continue;
            }
            body.append(table(table));
            table.clear();
            body.append(line.isBlank() ? "" : paragraph(line));
        }
        return body.append(table(table)).toString();
    }

    private String paragraph(String line) {
        String style = switch (line.charAt(0)) {
            case '=' -> "Title";
            case '#' -> "Heading1";
            case '!' -> "Note";
            case '>' -> "Signature";
            case '^' -> "Middle";
            default -> "";
        };
        String words = style.isEmpty() ? line : line.substring(1).strip();
        return paragraph(style, words);
    }

    private static String paragraph(String style, String words) {
        String look = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
        StringBuilder runs = new StringBuilder();
        String[] parts = words.split("~", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                runs.append("<w:r>")
                        .append(i % 2 == 1 ? "<w:rPr><w:rStyle w:val=\"Lead\"/></w:rPr>" : "")
                        .append("<w:t xml:space=\"preserve\">")
                        .append(escaped(parts[i]))
                        .append("</w:t></w:r>");
            }
        }
        return "<w:p>" + look + runs + "</w:p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String table(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        int columns = cells(lines.get(0)).size();
        int[] widths = columns == 3 ? new int[] {2400, 1900, 5112} : new int[] {3844, 1200, 1900, 1900};
        StringBuilder table = new StringBuilder("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"" + width()
                + "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int width : widths) {
            table.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        table.append("</w:tblGrid>");
        for (int i = 0; i < lines.size(); i++) {
            boolean head = i == 0;
            table.append("<w:tr><w:trPr><w:cantSplit/>")
                    .append(head ? "<w:tblHeader/>" : "")
                    .append("</w:trPr>");
            if (lines.get(i).startsWith("|~")) {
                table.append(cell(
                        width(), columns, "TableText", lines.get(i).substring(2).strip()));
            } else {
                List<String> cells = cells(lines.get(i));
                for (int column = 0; column < columns; column++) {
                    String cell = cells.get(column);
                    boolean words = cell.startsWith("<");
                    table.append(cell(
                            widths[column],
                            1,
                            head ? "TableHead" : words ? "TableWords" : "TableText",
                            (words ? cell.substring(1) : cell).strip()));
                }
            }
            table.append("</w:tr>");
        }
        return table.append("</w:tbl>").toString();
    }

    private int width() {
        return onePage ? WIDE : WIDTH;
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(1).split("\\|"));
    }

    private static String cell(int width, int span, String style, String words) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>"
                + (span > 1 ? "<w:gridSpan w:val=\"" + span + "\"/>" : "") + "<w:vAlign w:val=\"center\"/></w:tcPr>"
                + paragraph(style, words) + "</w:tc>";
    }

    /** A4 with margins of 37, 35, 28 and 26 millimetres; of 22 all around for a single page. */
    private String section() {
        if (onePage) {
            return "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1247\" w:right=\"1247\""
                    + " w:bottom=\"1247\" w:left=\"1247\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
        }
        return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\""
                + " w:footer=\"1588\" w:gutter=\"0\"/></w:sectPr>";
    }

    private static String footer() {
        String run = "<w:r><w:rPr><w:rStyle w:val=\"PageNumber\"/></w:rPr>";
        return HEAD + "<w:ftr" + SPACES + "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>" + run
                + "<w:t xml:space=\"preserve\">— </w:t></w:r><w:fldSimple w:instr=\" PAGE \">" + run
                + "<w:t>1</w:t></w:r></w:fldSimple>" + run + "<w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";
    }

    private String styles() {
        StringBuilder styles = new StringBuilder(HEAD + "<w:styles" + SPACES + "><w:docDefaults><w:rPrDefault><w:rPr>"
                + fonts(chinese ? "仿宋_GB2312" : "宋体") + size(chinese ? onePage ? 14 : 16 : onePage ? 11 : 12)
                + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>"
                + "</w:rPr></w:rPrDefault></w:docDefaults>");
        String body = chinese
                ? "<w:spacing w:line=\"" + (onePage ? 480 : 560)
                        + "\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>"
                : "<w:spacing w:after=\"120\" w:line=\"300\" w:lineRule=\"auto\"/>";
        String none = "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>";
        String tight = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + (onePage ? 320 : chinese ? 360 : 300)
                + "\" w:lineRule=\"atLeast\"/>" + none;
        styles.append(style("Normal", "Normal", "", body, ""));
        styles.append(style(
                "Title",
                "Title",
                "Normal",
                "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"" + (chinese && !onePage ? 560 : 240) + "\" w:line=\""
                        + (chinese ? 700 : 400) + "\" w:lineRule=\"atLeast\"/>" + none + "<w:jc w:val=\"center\"/>",
                fonts(chinese ? "方正小标宋简体" : "黑体") + (chinese ? "" : "<w:b/>") + size(chinese ? 22 : 16)));
        styles.append(style(
                "Heading1",
                "heading 1",
                "Normal",
                "<w:keepNext/>" + (chinese ? "" : "<w:spacing w:before=\"240\" w:after=\"120\"/>")
                        + "<w:outlineLvl w:val=\"0\"/>",
                fonts("黑体") + (chinese ? "" : "<w:b/>") + size(chinese ? 16 : 13)));
        styles.append(style(
                "Note",
                "Note",
                "Normal",
                "",
                fonts("楷体_GB2312") + (chinese ? "" : "<w:i/>") + size(chinese ? 14 : 11)));
        styles.append(style(
                "Signature",
                "Signature",
                "Normal",
                "<w:keepNext/><w:ind w:rightChars=\"" + (chinese ? 200 : 0) + "\" w:right=\"" + (chinese ? 640 : 0)
                        + "\" w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"right\"/>",
                ""));
        styles.append(style(
                "Middle",
                "Middle",
                "Normal",
                "<w:spacing w:before=\"120\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>" + none
                        + "<w:jc w:val=\"center\"/>",
                ""));
        String small = size(chinese && !onePage ? 12 : 10.5);
        styles.append(style("TableText", "Table Text", "Normal", tight + "<w:jc w:val=\"center\"/>", small));
        styles.append(style("TableWords", "Table Words", "TableText", "<w:jc w:val=\"left\"/>", ""));
        styles.append(style(
                "TableHead", "Table Head", "TableText", "<w:keepNext/>", fonts("黑体") + (chinese ? "" : "<w:b/>")));
        styles.append(style("Footer", "footer", "Normal", tight + "<w:jc w:val=\"center\"/>", ""));
        styles.append("<w:style w:type=\"character\" w:styleId=\"Lead\"><w:name w:val=\"Lead\"/><w:rPr>"
                + fonts("楷体_GB2312") + (chinese ? "" : "<w:b/>") + "</w:rPr></w:style>");
        styles.append("<w:style w:type=\"character\" w:styleId=\"PageNumber\"><w:name w:val=\"page number\"/><w:rPr>"
                + fonts("宋体") + size(chinese ? 14 : 10) + "</w:rPr></w:style>");
        StringBuilder borders = new StringBuilder();
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            borders.append("<w:")
                    .append(side)
                    .append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        return styles.append(
                        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Plain\"><w:name w:val=\"Normal Table\"/>"
                                + "<w:tblPr><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/>"
                                + "</w:tblCellMar></w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"Grid\"><w:name"
                                + " w:val=\"Table Grid\"/><w:basedOn w:val=\"Plain\"/><w:tblPr><w:tblBorders>")
                .append(borders)
                .append("</w:tblBorders></w:tblPr></w:style></w:styles>")
                .toString();
    }

    private static String style(String id, String name, String base, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\"" + (base.isEmpty() ? " w:default=\"1\"" : "") + " w:styleId=\"" + id
                + "\"><w:name w:val=\"" + name + "\"/>"
                + (base.isEmpty() ? "" : "<w:basedOn w:val=\"" + base + "\"/>") + "<w:qFormat/>"
                + (paragraph.isEmpty() ? "" : "<w:pPr>" + paragraph + "</w:pPr>")
                + (run.isEmpty() ? "" : "<w:rPr>" + run + "</w:rPr>") + "</w:style>";
    }

    private static String fonts(String eastern) {
        return "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"" + eastern
                + "\" w:cs=\"Times New Roman\"/>";
    }

    private static String size(double points) {
        int half = (int) Math.round(points * 2);
        return "<w:sz w:val=\"" + half + "\"/><w:szCs w:val=\"" + half + "\"/>";
    }

    /** The fonts of official documents, and what stands in for those that a computer lacks. */
    private static String fonts() {
        return HEAD + "<w:fonts" + SPACES + ">" + font("方正小标宋简体", "宋体") + font("仿宋_GB2312", "仿宋")
                + font("楷体_GB2312", "楷体") + font("黑体", "SimHei") + font("宋体", "SimSun") + "</w:fonts>";
    }

    private static String font(String name, String instead) {
        return "<w:font w:name=\"" + name + "\"><w:altName w:val=\"" + instead
                + "\"/><w:charset w:val=\"86\"/></w:font>";
    }

    private static String types() {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        StringBuilder types = new StringBuilder(HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("/word/document.xml", word + "document.main+xml");
        parts.put("/word/styles.xml", word + "styles+xml");
        parts.put("/word/fontTable.xml", word + "fontTable+xml");
        parts.put("/word/settings.xml", word + "settings+xml");
        parts.put("/word/footer1.xml", word + "footer+xml");
        parts.put("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        parts.forEach(
                (name, type) -> types.append("<Override PartName=\"" + name + "\" ContentType=\"" + type + "\"/>"));
        return types.append("</Types>").toString();
    }

    private static String relationships(String... all) {
        StringBuilder relationships = new StringBuilder(
                HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < all.length; i++) {
            String[] kindAndTarget = all[i].split(" ");
            String type = kindAndTarget[0].equals("core")
                    ? "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                    : OFFICE + '/' + kindAndTarget[0];
            relationships.append("<Relationship Id=\"rId" + (i + 1) + "\" Type=\"" + type + "\" Target=\""
                    + kindAndTarget[1] + "\"/>");
        }
        return relationships.append("</Relationships>").toString();
    }

    private static String core() {
        return HEAD + "<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>Huizong</dc:creator>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-01-01T00:00:00Z</dcterms:created>"
                + "</cp:coreProperties>";
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
