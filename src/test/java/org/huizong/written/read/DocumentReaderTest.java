package org.huizong.written.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsParagraphsThoughWordPartsThemIntoRuns() throws IOException {
        Path file = word(document -> {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("检查2");
            paragraph.createRun().setText("58次");
            document.createParagraph();
            document.createParagraph().createRun().setText("处罚7次");
        });

        assertThat(text(file).paragraphs())
                .containsExactly(
                        new Paragraph("检查258次", "", new Place(Place.Part.BODY, 0, 1, 0, 0)),
                        new Paragraph("处罚7次", "", new Place(Place.Part.BODY, 0, 2, 0, 0)));
    }

    @Test
    void readsOfACellWhatItStandsUnder() throws IOException {
        Path file = word(document -> {
            XWPFTable table = document.createTable(2, 3);
            List<String> cells = List.of("指标", "单位", "本年", "行政处罚", "次", "7");
            for (int i = 0; i < cells.size(); i++) {
                table.getRow(i / 3).getCell(i % 3).setText(cells.get(i));
            }
        });

        assertThat(text(file).paragraphs())
                .filteredOn(p -> p.text().equals("7"))
                .containsExactly(new Paragraph("7", "本年\t行政处罚\t次\t", new Place(Place.Part.TABLE, 0, 1, 2, 3)));
    }

    @Test
    void readsOfEachRowWhatBeginsIt() throws IOException {
        Path file = word(document -> {
            XWPFTable table = document.createTable(3, 3);
            List<String> cells = List.of("指标", "单位", "本年", "行政处罚", "次", "7", "行政立案", "起", "9");
            for (int i = 0; i < cells.size(); i++) {
                table.getRow(i / 3).getCell(i % 3).setText(cells.get(i));
            }
        });

        assertThat(text(file).paragraphs())
                .extracting(Paragraph::text, Paragraph::lead)
                .containsExactly(
                        tuple("指标", ""),
                        tuple("单位", "指标\t"),
                        tuple("本年", "指标\t单位\t"),
                        tuple("行政处罚", "指标\t"),
                        tuple("次", "单位\t行政处罚\t"),
                        tuple("7", "本年\t行政处罚\t次\t"),
                        tuple("行政立案", "指标\t"),
                        tuple("起", "单位\t行政立案\t"),
                        tuple("9", "本年\t行政立案\t起\t"));
    }

    @Test
    void readsHeadersAndFootnotes() throws IOException {
        Path file = word(document -> {
            document.createParagraph().createRun().setText("正文");
            document.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("页眉");
            document.createFootnote().createParagraph().createRun().setText("其中7次");
        });

        assertThat(text(file).paragraphs())
                .extracting(p -> p.place().part(), Paragraph::text)
                .containsExactly(
                        tuple(Place.Part.BODY, "正文"),
                        tuple(Place.Part.HEADER, "页眉"),
                        tuple(Place.Part.FOOTNOTE, "其中7次"));
    }

    @Test
    void readsAHeaderWhateverItIsCalledAndNoneThatNothingRefersTo() throws IOException {
        String part =
                "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:hdr>";
        Path file = folder.resolve("head.docx");
        docx(
                file,
                "<w:p><w:r><w:t>检查258次</w:t></w:r></w:p>",
                Map.of(
                        "word/_rels/document.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"/word/parts/kopf.xml\"/></Relationships>",
                        "word/parts/kopf.xml",
                        part.formatted("页眉"),
                        "word/header1.xml",
                        part.formatted("无人引用")));

        assertThat(text(file).paragraphs())
                .extracting(p -> p.place().part(), Paragraph::text)
                .containsExactly(tuple(Place.Part.BODY, "检查258次"), tuple(Place.Part.HEADER, "页眉"));
    }

    @Test
    void leavesOutWhatWasDeletedOnRecord() throws IOException {
        Path file = folder.resolve("tracked.docx");
        docx(
                file,
                "<w:p><w:r><w:t>检查</w:t></w:r><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>300</w:delText></w:r></w:del>"
                        + "<w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>258</w:t></w:r></w:ins><w:r><w:t>次</w:t></w:r></w:p>");

        assertThat(text(file).paragraphs()).extracting(Paragraph::text).containsExactly("检查258次");
    }

    @Test
    void leavesOutWhatNobodySees() throws IOException {
        Path file = folder.resolve("hidden.docx");
        docx(
                file,
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>检查300次</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>检查258次</w:t></w:r></w:p>");

        assertThat(text(file).paragraphs()).extracting(Paragraph::text).containsExactly("检查258次");
    }

    @Test
    void readsWhatWasHiddenOnceAndIsSeenNow() throws IOException {
        Path file = folder.resolve("seen.docx");
        docx(
                file,
                "<w:p><w:pPr><w:pPrChange w:id=\"1\" w:author=\"a\"><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:pPrChange></w:pPr>"
                        + "<w:r><w:rPr><w:b/><w:rPrChange w:id=\"2\" w:author=\"a\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>检查258次</w:t></w:r>"
                        + "<w:r><w:rPr><w:vanish/><w:rPrChange w:id=\"3\" w:author=\"a\"><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:rPrChange></w:rPr><w:t>检查300次</w:t></w:r></w:p>");

        assertThat(text(file).paragraphs()).extracting(Paragraph::text).containsExactly("检查258次");
    }

    @Test
    void refusesARichTextThatIsNotDecoded() throws IOException {
        assertThat(refused(Files.writeString(folder.resolve("rich.doc"), "{\\rtf1\\ansi 2025\\'c4\\'ea}")))
                .isEqualTo("file.text");
    }

    @Test
    void readsTextOfEitherEncoding() throws IOException {
        Path utf8 = Files.writeString(folder.resolve("a.txt"), "检查258次\n\n处罚7次\n");
        Path gbk = Files.write(folder.resolve("b.txt"), "检查258次\r\n处罚7次".getBytes(Charset.forName("GB18030")));

        assertThat(text(utf8).paragraphs()).extracting(Paragraph::text).containsExactly("检查258次", "处罚7次");
        assertThat(text(gbk).paragraphs()).extracting(Paragraph::text).containsExactly("检查258次", "处罚7次");
    }

    /** report.doc and report.pdf were saved by LibreOffice 7.4 from a text of five paragraphs and a table. */
    @Test
    void readsAnOldDocument() throws IOException {
        assertThat(text(resource("report.doc")).paragraphs())
                .extracting(Paragraph::text, Paragraph::lead)
                .contains(tuple("全年开展行政执法检查258次，纠正违章73起。", ""), tuple("301", "本年\t张贴标语\t处\t"), tuple("办板报15期。", ""));
    }

    @Test
    void readsThePagesOfAPdf() throws IOException {
        assertThat(text(resource("report.pdf")).paragraphs())
                .extracting(p -> p.place().page(), Paragraph::text)
                .contains(tuple(1, "全年开展行政执法检查258次，纠正违章73起。"), tuple(1, "办板报15期。"));
    }

    @Test
    void joinsTheLinesOfAParagraph() {
        assertThat(PdfReader.paragraphs("青溪镇报告\n全年开展行政执法检查二百五十八次纠正违章三十\n七起，行政处罚7次。\n办板报15期。\n"))
                .containsExactly("青溪镇报告", "全年开展行政执法检查二百五十八次纠正违章三十七起，行政处罚7次。", "办板报15期。");
    }

    @Test
    void refusesAScannedPdf() throws IOException {
        Path file = folder.resolve("scan.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(file.toFile());
        }

        assertThat(refused(file)).isEqualTo("file.scan");
    }

    @Test
    void refusesWhatIsNoReport() throws Exception {
        assertThat(refused(Files.createFile(folder.resolve("empty.docx")))).isEqualTo("file.empty");
        assertThat(refused(Files.writeString(folder.resolve("broken.docx"), "PK\3\4 and nothing more")))
                .isEqualTo("file.damaged");
        assertThat(refused(
                        Files.write(folder.resolve("photo.docx"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})))
                .isEqualTo("file.image");
        assertThat(refused(macros())).isEqualTo("file.word.macros");
        assertThat(refused(encrypted())).isEqualTo("file.encrypted");
        assertThat(refused(bomb())).isEqualTo("file.bomb");
        assertThat(refused(large("large.docx", 500))).isEqualTo("file.large.written");
        assertThat(refused(large("huge.txt", 500))).isEqualTo("file.large.text");
        assertThat(refused(endless())).isEqualTo("file.large.text");
        assertThat(refused(word(document -> document.createParagraph()))).isEqualTo("file.blank");
        assertThat(refused(cut())).isEqualTo("file.damaged");
    }

    @Test
    void stopsWithinAPageOfMoreTextThanAReportHas() throws IOException {
        Path file = folder.resolve("endless.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 1);
                for (int i = 0; i <= WrittenDocument.MAX_CHARACTERS / 1_000; i++) {
                    content.showText("9".repeat(1_000));
                }
                content.endText();
            }
            document.save(file.toFile());
        }

        assertThat(refused(file)).isEqualTo("file.texts");
    }

    @Test
    void refusesATextOfNothingButSpaces() throws IOException {
        assertThat(refused(Files.writeString(folder.resolve("spaces.txt"), " \n\u00a0\u3000\n")))
                .isEqualTo("file.blank");
    }

    private Path macros() throws IOException {
        Path file = folder.resolve("macros.docm");
        docx(file, "<w:p/>", Map.of("word/vbaProject.bin", "x"));
        return file;
    }

    private Path encrypted() throws Exception {
        Path file = folder.resolve("secret.docx");
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (OutputStream data = encryptor.getDataStream(files)) {
                data.write(new byte[100]);
            }
            files.writeFilesystem(out);
        }
        return file;
    }

    private Path bomb() throws IOException {
        Path file = folder.resolve("bomb.docx");
        docx(file, "<w:p><w:r><w:t>" + "</w:t><w:t>".repeat(1 << 21) + "</w:t></w:r></w:p>");
        return file;
    }

    private Path large(String name, long megabytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(megabytes << 20);
        }
        return file;
    }

    private Path endless() throws IOException {
        return Files.writeString(folder.resolve("endless.txt"), "检查258次\n".repeat(1 << 20));
    }

    private Path cut() throws IOException {
        Path file = folder.resolve("cut.docx");
        docx(file, "<w:p><w:r><w:t>检查258次");
        return file;
    }

    private static Path resource(String name) throws IOException {
        try {
            return Path.of(Objects.requireNonNull(DocumentReaderTest.class.getResource(name))
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static WrittenDocument.Text text(Path file) {
        return (WrittenDocument.Text) DocumentReader.read(file);
    }

    private static String refused(Path file) {
        return ((WrittenDocument.Refused) DocumentReader.read(file)).why().finding();
    }

    /** What is put into a document. */
    private interface Content {
        void into(XWPFDocument document);
    }

    private Path word(Content content) throws IOException {
        Path file = Files.createTempFile(folder, "report", ".docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            content.into(document);
            document.write(out);
        }
        return file;
    }

    private static void docx(Path file, String body) throws IOException {
        docx(file, body, Map.of());
    }

    /** A document of that body, be it XML or not. */
    private static void docx(Path file, String body, Map<String, String> more) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            put(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body + "</w:body></w:document>");
            for (var part : more.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
