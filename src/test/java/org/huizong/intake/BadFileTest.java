package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.intake.IntakeFixture.CATALOGUE;
import static org.huizong.intake.IntakeFixture.error;
import static org.huizong.intake.IntakeFixture.refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.CellRef;
import org.huizong.model.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadFileTest {
    private static final CellRef WHOLE = CellRef.file("a.xlsx");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("a.xlsx");
    }

    private Path good() {
        return TestForms.publicity(CATALOGUE).save(folder, "good.xlsx");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.createFile(file());

        assertThat(refusal(file())).containsExactly(error("file.empty", WHOLE));
    }

    @ParameterizedTest
    @CsvSource({"编号;数量, file.text", "%PDF-1.7, file.pdf", "Rar!\u001a\u0007, file.archive"})
    void refusesAFileUnderAFalseName(String content, String finding) throws IOException {
        Files.writeString(file(), content);

        assertThat(refusal(file())).containsExactly(error(finding, WHOLE));
    }

    @Test
    void refusesAPicture() throws IOException {
        Files.write(file(), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});

        assertThat(refusal(file())).containsExactly(error("file.image", WHOLE));
    }

    @Test
    void refusesBytesThatAreNothingKnown() throws IOException {
        Files.write(file(), new byte[] {1, 2, 3, 0, 0, 9});

        assertThat(refusal(file())).containsExactly(error("file.unknown", WHOLE));
    }

    @Test
    void refusesAZipThatWasCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(good());
        Files.write(file(), Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThat(refusal(file())).containsExactly(error("file.damaged", WHOLE));
    }

    @Test
    void refusesAZipWithAByteChanged() throws IOException {
        BadFiles.zip(file(), Map.of("xl/workbook.xml", "<workbook><sheets/></workbook>"));
        byte[] bytes = Files.readAllBytes(file());
        bytes[30 + "xl/workbook.xml".length() + 4] ^= 1;
        Files.write(file(), bytes);

        assertThat(refusal(file())).containsExactly(error("file.damaged", WHOLE));
    }

    @Test
    void refusesAnEncryptedWorkbook() {
        BadFiles.encrypted(good(), file());

        assertThat(refusal(file())).containsExactly(error("file.encrypted", WHOLE));
    }

    @Test
    void refusesAnOldWorkbookUnderANewNameThatIsNoReturn() throws IOException {
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(file())) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue(1);
            workbook.write(out);
        }

        assertThat(refusal(file())).containsExactly(error("file.other", WHOLE));
    }

    @Test
    void refusesAWordDocumentUnderAFalseName() {
        BadFiles.zip(file(), Map.of("word/document.xml", "<document/>"));

        assertThat(refusal(file())).containsExactly(error("file.word", WHOLE));
    }

    @ParameterizedTest
    @CsvSource({
        "OFD.xml Doc_0/Document.xml Doc_0/Signs/Sign_0/Seal.esl, , file.ofd",
        "Doc_0/Document.xml OFD.xml, , file.ofd",
        "Index/Document.iwa Index/Tables/DataList.iwa Metadata/Properties.plist preview.jpg, , file.iwork",
        "考勤.numbers/ 考勤.numbers/Index.zip 考勤.numbers/Metadata/BuildVersionHistory.plist, , file.iwork",
        "通知.pages/Index/Document.iwa 通知.pages/preview.jpg, , file.iwork",
        "buildVersionHistory.plist index.apxl.gz thumbs/st0.tiff, , file.iwork",
        "mimetype content.xml, application/vnd.oasis.opendocument.spreadsheet, file.format",
        "mimetype content.xml, application/vnd.oasis.opendocument.text, file.word",
        "mimetype content.xml, application/vnd.oasis.opendocument.presentation, file.slides",
        "mimetype META-INF/container.xml, application/epub+zip, file.unknown",
        "content.xml META-INF/manifest.xml, , file.format",
        "[Content_Types].xml word/document.xml, , file.word",
        "[Content_Types].xml ppt/presentation.xml, , file.slides",
        "[Content_Types].xml xl/workbook.bin, , file.format",
        "[Content_Types].xml visio/document.xml, , file.unknown"
    })
    void saysWhatADocumentIsThatIsAZipAndNeverUnpacksIt(String parts, String type, String finding) {
        Map<String, String> content = new LinkedHashMap<>();
        for (String part : parts.split(" ")) {
            content.put(part, part.equals("mimetype") ? type : "<?xml version=\"1.0\"?><a/>");
        }
        BadFiles.zip(file(), content);

        assertThat(ReturnsFolder.list(folder).files())
                .extracting(SourceFile::name)
                .containsExactly("a.xlsx");
        assertThat(refusal(file())).containsExactly(error(finding, WHOLE));
    }

    @Test
    void refusesAPresentationOfAnOldOffice() throws IOException {
        try (var files = new POIFSFileSystem();
                var out = Files.newOutputStream(file())) {
            files.createDocument(new ByteArrayInputStream(new byte[] {1}), "PowerPoint Document");
            files.writeFilesystem(out);
        }

        assertThat(refusal(file())).containsExactly(error("file.slides", WHOLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0\u0018ftypheic\0\0\0\0", "RIFF\1\0\0\0WEBPVP8 ", "GIF89a", "BM\1\0"})
    void knowsAPhotoOfATelephone(String head) throws IOException {
        Files.write(file(), head.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(file())).containsExactly(error("file.image", WHOLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!AMR\n\u003c\u0091\u0017\u0016\u00be", "MZ\u0090\0\3\0\0\0PK\3\4", "\u007fELF\2\1\1\0"})
    void knowsAProgramAndARecordingFromAText(String head) throws IOException {
        Files.write(file(), (head + " Rest".repeat(200)).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(file())).containsExactly(error("file.unknown", WHOLE));
    }

    /** LZMA, Zstandard and XZ, which the zip reader has no code for, and one that nobody knows. */
    @ParameterizedTest
    @ValueSource(bytes = {14, 93, 95, 77})
    void saysThatAZipIsPackedInAnUncommonWay(byte method) throws IOException {
        Path workbook = packedBy(method, good());
        Path zip = packedBy(method, BadFiles.zip(file(), Map.of("石桥村.xlsx", "1")));

        assertThat(refusal(workbook)).containsExactly(error("file.method", CellRef.file("good.xlsx")));
        assertThat(refusal(zip)).containsExactly(error("file.method", WHOLE));
    }

    /** Says of the first entry of a zip that it is packed by that method. */
    private static Path packedBy(byte method, Path zip) throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        bytes[8] = method;
        int central = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        bytes[central + 10] = method;
        return Files.write(zip, bytes);
    }

    @Test
    void survivesAZipBombOfSevenHundredMegabytes() {
        BadFiles.bomb(file());

        assertThat(refusal(file())).containsExactly(error("file.bomb", WHOLE));
    }

    @Test
    void refusesAZipOfTooManyParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i <= 2_000; i++) {
            parts.put("xl/media/" + i, "");
        }
        BadFiles.zip(file(), parts);

        assertThat(refusal(file())).containsExactly(error("file.entries", WHOLE, "limit", 2000));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16"})
    void refusesAPartWithADoctype(String charset) throws IOException {
        String sheet =
                "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><!-- <a> --><!DOCTYPE a [<!ENTITY b 'bbbb'>]><a/>";
        Map<String, String> parts = BadFiles.parts(good());
        parts.remove("xl/worksheets/sheet1.xml");
        BadFiles.zip(file(), parts, "xl/worksheets/sheet1.xml", sheet.getBytes(charset));

        assertThat(refusal(file())).containsExactly(error("file.doctype", WHOLE));
    }

    @Test
    void refusesACellLongerThanExcelAllows() {
        Map<String, String> parts = BadFiles.parts(good());
        parts.put("xl/sharedStrings.xml", "<sst><si><t>" + "长".repeat(200_000) + "</t></si></sst>");
        BadFiles.zip(file(), parts);

        assertThat(refusal(file())).containsExactly(error("file.cell", WHOLE));
    }

    @Test
    void refusesAWorkbookWithoutSheets() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file())) {
            workbook.write(out);
        }

        assertThat(refusal(file())).containsExactly(error("file.sheets", WHOLE));
    }

    @Test
    void refusesAWorkbookThatIsNoReturn() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file())) {
            TestForms.text(workbook.createSheet("通讯录"), 0, 0, "姓名");
            workbook.write(out);
        }

        assertThat(refusal(file())).containsExactly(error("file.other", WHOLE));
    }

    @Test
    void refusesAWorkbookWhosePartsAreNoXml() {
        Map<String, String> parts = BadFiles.parts(good());
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1'>");
        BadFiles.zip(file(), parts);

        assertThat(refusal(file())).containsExactly(error("file.damaged", WHOLE));
    }

    @Test
    void refusesAWorkbookWhoseSheetsHaveTheSameName() {
        Map<String, String> parts = BadFiles.parts(good());
        String twice =
                "<sheet name=\"甲\" sheetId=\"1\" r:id=\"rId1\"/>" + "<sheet name=\"甲\" sheetId=\"2\" r:id=\"rId1\"/>";
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, xml) -> xml.replaceFirst("(?s)<sheets>.*</sheets>", "<sheets>" + twice + "</sheets>"));
        BadFiles.zip(file(), parts);

        assertThat(refusal(file())).containsExactly(error("file.damaged", WHOLE));
    }

    @Test
    void refusesAWorkbookWithTwoPartsOfTheSamePath() {
        Map<String, String> parts = BadFiles.parts(good());
        parts.put("/xl/worksheets/SHEET1.xml", "<worksheet/>");
        BadFiles.zip(file(), parts);

        assertThat(refusal(file())).containsExactly(error("file.damaged", WHOLE));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            <c r="ZZZZZZ9"><v>1</v></c>
            <c t="n" r = 'AAAA1'><v>1</v></c>
            <c r="&#90;ZZZZZ9"><v>1</v></c>
            """)
    void refusesACellBeyondTheLastColumnBeforeItTakesAllTheMemory(String cell) {
        Map<String, String> parts = BadFiles.parts(good());
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, xml) -> xml.replace("</sheetData>", "<row r=\"90\">" + cell + "</row></sheetData>"));
        BadFiles.zip(file(), parts);

        assertThat(refusal(file())).containsExactly(error("file.damaged", WHOLE));
    }
}
