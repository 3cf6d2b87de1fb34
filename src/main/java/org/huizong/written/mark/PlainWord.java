package org.huizong.written.mark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizong.spreadsheet.opc.XmlText;
import org.huizong.text.Folding;
import org.huizong.written.read.Paragraph;

/** A .docx of plain paragraphs, for texts that came in another format. */
final class PlainWord {
    private static final LocalDateTime ENTRY = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String LOOK = "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\""
            + " w:eastAsia=\"仿宋\"/><w:sz w:val=\"32\"/></w:rPr>";

    private PlainWord() {}

    /** The bytes of a document with these paragraphs, each with its text alone. */
    static byte[] of(List<Paragraph> paragraphs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            put(zip, "word/document.xml", document(paragraphs));
        }
        return bytes.toByteArray();
    }

    private static String document(List<Paragraph> paragraphs) {
        StringBuilder xml = new StringBuilder("<w:document xmlns:w=\"" + MAIN + "\"><w:body>");
        for (Paragraph paragraph : paragraphs) {
            xml.append("<w:p><w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/></w:pPr><w:r>")
                    .append(LOOK);
            xml.append("<w:t xml:space=\"preserve\">");
            xml.append(XmlText.encoded(Folding.writable(paragraph.text())));
            xml.append("</w:t></w:r></w:p>");
        }
        return xml.append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\""
                        + " w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>"
                        + "</w:body></w:document>")
                .toString();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY);
        zip.putNextEntry(entry);
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
