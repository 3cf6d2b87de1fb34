package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.intake.IntakeFixture.CATALOGUE;
import static org.huizong.intake.IntakeFixture.error;
import static org.huizong.intake.IntakeFixture.notice;
import static org.huizong.intake.IntakeFixture.read;
import static org.huizong.intake.IntakeFixture.refusal;
import static org.huizong.intake.IntakeFixture.single;
import static org.huizong.intake.IntakeFixture.values;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.huizong.layout.Field;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats in which returns come, whatever their names say. */
class FormatsTest {
    @TempDir
    private Path folder;

    private static TestForms filled() {
        return TestForms.publicity(CATALOGUE)
                .with("publicity.materials", 620)
                .with("publicity.boards", 2.5)
                .with("publicity.study_time", "否")
                .with("publicity.exam_passed", null)
                .with("foot_filler", "张三");
    }

    private Submission asExpected() {
        return single(filled().save(folder, "expected.xlsx"));
    }

    private Path csv(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String csv() {
        return Recast.csv(filled().workbook().getSheetAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xls", "a.et", "a.xlsx"})
    void readsAnOldWorkbookByItsNamesWhateverItsEnding(String name) {
        Submission submission = single(Recast.old(filled().workbook(), folder.resolve(name)));

        assertThat(submission.findings()).isEmpty();
        assertThat(values(submission)).isEqualTo(values(asExpected()));
        assertThat(submission.signature()).isEqualTo(asExpected().signature());
        assertThat(submission.sheet()).isEqualTo(new CellRef(name, "普法", ""));
    }

    @Test
    void readsWhatFormulasGaveWhenAnOldWorkbookWasSaved() throws IOException {
        Path file = change(Recast.old(filled().workbook(), folder.resolve("a.xls")), book -> {
            Sheet sheet = book.getSheetAt(0);
            TestForms.cell(sheet, address("publicity.materials")).setCellFormula("310*2");
            TestForms.cell(sheet, address("publicity.study_time")).setCellFormula("\"否\"");
            TestForms.cell(sheet, address("publicity.boards")).setCellFormula("5/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        Submission submission = single(file);

        assertThat(values(submission))
                .containsEntry("publicity.materials", Value.of(620))
                .containsEntry("publicity.study_time", Value.of("no"));
        assertThat(submission.findings())
                .containsExactly(error(
                        "cell.error",
                        new CellRef("a.xls", "普法", "D12"),
                        "item",
                        "publicity.boards",
                        "value",
                        "#DIV/0!"));
    }

    @Test
    void keepsWhenAnOldWorkbookWasSaved() throws IOException {
        Instant saved = Instant.parse("2026-11-03T08:30:00Z");
        Path file = change(Recast.old(filled().workbook(), folder.resolve("a.xls")), book -> {
            book.createInformationProperties();
            book.getSummaryInformation().setLastSaveDateTime(Date.from(saved));
        });

        assertThat(single(file).saved()).contains(saved);
    }

    @Test
    void countsDatesOfAnOldWorkbookFromItsOwnFirstDay() throws IOException {
        Path file = change(Recast.old(filled().workbook(), folder.resolve("a.xls")), book -> {
            TestForms.cell(book.getSheetAt(0), place("foot_date")).setCellValue(44_867);
            book.getInternalWorkbook().getRecords().replaceAll(r -> r instanceof DateWindow1904Record ? from1904() : r);
        });

        assertThat(single(file).signature())
                .containsEntry("foot_date", LocalDate.of(2026, 11, 3).toString());
    }

    private static DateWindow1904Record from1904() {
        byte[] record = {0x22, 0, 2, 0, 1, 0};
        RecordInputStream in = new RecordInputStream(new ByteArrayInputStream(record));
        in.nextRecord();
        return new DateWindow1904Record(in);
    }

    @Test
    void refusesAnOldWorkbookUnderAPassword() throws IOException {
        Path plain = Recast.old(filled().workbook(), folder.resolve("plain.xls"));
        Path file = folder.resolve("a.xls");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook book = new HSSFWorkbook(Files.newInputStream(plain));
                OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(refusal(file)).containsExactly(error("file.encrypted", CellRef.file("a.xls")));
    }

    @Test
    void readsAnOldWorkbookUnderThePasswordThatExcelGivesItself() throws IOException {
        Path plain = Recast.old(filled().workbook(), folder.resolve("plain.xls"));
        Path file = folder.resolve("a.xls");
        Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
        try (HSSFWorkbook book = new HSSFWorkbook(Files.newInputStream(plain));
                OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(values(single(file))).isEqualTo(values(single(plain)));
    }

    @Test
    void readsAWorkbookUnderThePasswordThatExcelGivesItself() {
        Path plain = filled().save(folder, "plain.xlsx");

        Path file = BadFiles.encrypted(plain, folder.resolve("a.xlsx"), Decryptor.DEFAULT_PASSWORD);

        assertThat(values(single(file))).isEqualTo(values(single(plain)));
        assertThat(single(file).saved()).isEqualTo(single(plain).saved());
    }

    /** Excel finds a part by what refers to it, wherever it lies and whatever it is called. */
    @ParameterizedTest
    @CsvSource({
        "/book/main.xml, tab.xml, texts.xml, book/tab.xml, book/texts.xml",
        "book/main.xml, /sheets/1.xml, ../texts/t.xml, sheets/1.xml, texts/t.xml",
        "main.xml, ./a/../b/1.xml, texts.xml, b/1.xml, texts.xml"
    })
    void followsTheRelationsToThePartsOfAWorkbook(
            String main, String sheet, String texts, String sheetPath, String textsPath) {
        Path plain = filled().save(folder, "plain.xlsx");
        Map<String, String> parts = BadFiles.parts(plain);
        String path = main.startsWith("/") ? main.substring(1) : main;
        move(parts, "xl/workbook.xml", path);
        move(parts, "xl/worksheets/sheet1.xml", sheetPath);
        move(parts, "xl/sharedStrings.xml", textsPath);
        move(parts, "xl/_rels/workbook.xml.rels", path.replaceFirst("([^/]*)$", "_rels/$1.rels"));
        parts.replaceAll((name, xml) -> name.endsWith(".rels")
                ? xml.replace("\"xl/workbook.xml\"", "\"" + main + "\"")
                        .replace("\"worksheets/sheet1.xml\"", "\"" + sheet + "\"")
                        .replace("\"sharedStrings.xml\"", "\"" + texts + "\"")
                : xml);

        Path file = BadFiles.zip(folder.resolve("a.xlsx"), parts);

        assertThat(values(single(file))).isEqualTo(values(single(plain)));
    }

    private static void move(Map<String, String> parts, String from, String to) {
        parts.put(to, Objects.requireNonNull(parts.remove(from), from));
    }

    @Test
    void refusesAnOldWorkbookThatWasCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(Recast.old(filled().workbook(), folder.resolve("plain.xls")));

        Path file = csv("a.xls", Arrays.copyOf(whole, whole.length / 2));

        assertThat(refusal(file)).containsExactly(error("file.damaged", CellRef.file("a.xls")));
    }

    @Test
    void refusesAWorkbookOlderThanThat() throws IOException {
        Path file = folder.resolve("a.xls");
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            files.createDocument(new ByteArrayInputStream(new byte[5_000]), "Book");
            files.writeFilesystem(out);
        }

        assertThat(refusal(file)).containsExactly(error("file.xls", CellRef.file("a.xls")));
    }

    @Test
    void refusesADocumentOfWpsOrWord() throws IOException {
        Path file = folder.resolve("a.wps");
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            files.createDocument(new ByteArrayInputStream(new byte[5_000]), "WordDocument");
            files.writeFilesystem(out);
        }

        assertThat(refusal(file)).containsExactly(error("file.word", CellRef.file("a.wps")));
    }

    @Test
    void readsADateOfAStrictWorkbook() {
        Path plain = filled().with("foot_date", "2026-11-03").save(folder, "plain.xlsx");
        Map<String, String> parts = BadFiles.parts(plain);
        String cell = place("foot_date").text();
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, xml) -> xml.replaceFirst(
                        "<c r=\"" + cell + "\" t=\"s\"><v>\\d+</v>",
                        "<c r=\"" + cell + "\" t=\"d\"><v>2026-11-03T00:00:00.000</v>"));

        Submission submission = single(BadFiles.zip(folder.resolve("a.xlsx"), parts));

        assertThat(submission.signature()).containsEntry("foot_date", "2026-11-03");
    }

    @Test
    void saysThatMacrosAreNotRun() {
        Map<String, String> parts = BadFiles.parts(filled().save(folder, "plain.xlsx"));
        parts.put("xl/vbaProject.bin", "Sub Auto_Open()");
        Path file = BadFiles.zip(folder.resolve("a.xlsm"), parts);

        assertThat(read(file).findings()).containsExactly(notice("file.macros", CellRef.file("a.xlsm")));
        assertThat(values(single(file))).isEqualTo(values(asExpected()));
    }

    @Test
    void saysThatMacrosOfAnOldWorkbookAreNotRun() throws IOException {
        Path plain = Recast.old(filled().workbook(), folder.resolve("plain.xls"));
        Path file = folder.resolve("a.xls");
        try (POIFSFileSystem files = new POIFSFileSystem(Files.newInputStream(plain));
                OutputStream out = Files.newOutputStream(file)) {
            files.getRoot().createDirectory("_VBA_PROJECT_CUR");
            files.writeFilesystem(out);
        }

        assertThat(read(file).findings()).containsExactly(notice("file.macros", CellRef.file("a.xls")));
        assertThat(values(single(file))).isEqualTo(values(asExpected()));
    }

    @Test
    void saysThatLinksToOtherFilesAreReadAsTheyWereSaved() {
        Map<String, String> parts = BadFiles.parts(filled().save(folder, "plain.xlsx"));
        parts.put("xl/externalLinks/externalLink1.xml", "<externalLink/>");
        Path file = BadFiles.zip(folder.resolve("a.xlsx"), parts);

        assertThat(read(file).findings()).containsExactly(notice("file.links", CellRef.file("a.xlsx")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, '\uFEFF'", "GB18030, ''", "UTF-16LE, '\uFEFF'"})
    void readsATableOfTextInAnyEncoding(String charset, String mark) {
        Path file = csv("a.csv", (mark + csv()).getBytes(Charset.forName(charset)));

        Submission submission = single(file);

        CellRef sheet = new CellRef("a.csv", "CSV", "");
        assertThat(submission.findings()).containsExactly(notice("sheet.label", sheet, "form", "publicity"));
        assertThat(values(submission)).isEqualTo(values(asExpected()));
        assertThat(submission.signature()).isEqualTo(asExpected().signature());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";"})
    void readsATableOfTextWithOtherMarksBetweenItsCells(String mark) {
        Path file = csv("a.txt", csv().replace(",", mark).getBytes(StandardCharsets.UTF_8));

        assertThat(values(single(file))).isEqualTo(values(asExpected()));
    }

    @Test
    void readsATableOfTextThatEndsAsDosEndedItAndKeepsDigitsByAFormula() {
        String text = csv().replace(",620,", ",=\"620\",").replace(",2.5,", ",\"=\"\"2.5\"\"\",") + "\u001a";

        Submission submission = single(csv("a.csv", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(values(submission)).isEqualTo(values(asExpected()));
        assertThat(submission.findings())
                .contains(notice(
                        "repaired.text",
                        new CellRef("a.csv", "CSV", "D9"),
                        "item",
                        "publicity.materials",
                        "text",
                        "620",
                        "value",
                        620));
    }

    @Test
    void readsTextsWithoutWhatNoFileCanHold() {
        String text = csv().replace("张三", "张\u0000三");
        TestForms escaped = filled().with("foot_filler", "张_x0000__xD800_三");
        TestForms halved = filled().with("foot_filler", "张\ud800三\uffff");

        assertThat(single(csv("a.csv", text.getBytes(StandardCharsets.UTF_8))).signature())
                .isEqualTo(asExpected().signature());
        assertThat(single(csv(
                                "b.csv",
                                halved(("\ufeff" + text.replace('\u0000', '☃')).getBytes(StandardCharsets.UTF_16LE))))
                        .signature())
                .isEqualTo(asExpected().signature());
        assertThat(single(escaped.save(folder, "a.xlsx")).signature())
                .isEqualTo(asExpected().signature());
        assertThat(single(Recast.old(halved.workbook(), folder.resolve("a.xls")))
                        .signature())
                .isEqualTo(asExpected().signature());
    }

    /** Half a character in place of each ☃. */
    private static byte[] halved(byte[] wide) {
        for (int i = 0; i < wide.length; i += 2) {
            if (wide[i] == 0x03 && wide[i + 1] == 0x26) {
                wide[i] = 0;
                wide[i + 1] = (byte) 0xd8;
            }
        }
        return wide;
    }

    @Test
    void repairsANumberOfATableOfText() {
        String text = csv().replace(",620,", ",\" 1,620 \",");

        assertThat(single(csv("a.csv", text.getBytes(StandardCharsets.UTF_8))).findings())
                .contains(notice(
                        "repaired",
                        new CellRef("a.csv", "CSV", "D9"),
                        "item",
                        "publicity.materials",
                        "text",
                        "1,620",
                        "value",
                        1620));
    }

    @Test
    void sendsBackALineOfTextThatHasMoreFieldsThanTheHeadsEmptyOnesCounted() {
        String whole = csv();
        int start = whole.indexOf("620,");
        String text = whole.substring(0, start) + "1,620,,,,✓," + whole.substring(whole.indexOf("\r\n", start));

        Submission submission = single(csv("a.csv", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(submission.findings())
                .contains(error("line.fields", new CellRef("a.csv", "CSV", "A9"), "fields", 10, "heads", 9));
    }

    @Test
    void takesATextForNoReturnThatShowsNone() {
        Path file = csv("a.csv", "姓名,电话\r\n张三,1380000\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(file)).containsExactly(error("file.text", CellRef.file("a.csv")));
    }

    @Test
    void refusesAWebPageUnderTheNameOfAWorkbook() {
        Path file = csv("a.xls", "<html><table><tr><td>1</td></tr></table>".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(file)).containsExactly(error("file.text", CellRef.file("a.xls")));
    }

    @Test
    void refusesATableOfTextThatIsTooLarge() {
        Path file = csv("a.csv", "1,".repeat(5 << 20).getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(file)).containsExactly(error("file.large.text", CellRef.file("a.csv"), "limit", 8));
    }

    private interface Change {
        void to(HSSFWorkbook book);
    }

    private static Path change(Path file, Change change) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(content));
                OutputStream out = Files.newOutputStream(file)) {
            change.to(book);
            book.write(out);
        }
        return file;
    }

    private static CellAddress address(String item) {
        return new TestForms(CATALOGUE).layout("publicity").cell(item).orElseThrow();
    }

    private static CellAddress place(String field) {
        return new TestForms(CATALOGUE)
                .layout("publicity")
                .cell(Arrays.stream(Field.values())
                        .filter(f -> f.definedName().equals(field))
                        .findFirst()
                        .orElseThrow());
    }
}
