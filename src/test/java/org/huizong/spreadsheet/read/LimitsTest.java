package org.huizong.spreadsheet.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.HostileFiles.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds that no file builds more than there is room for: each here would, and weighs hardly anything. */
class LimitsTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String SST = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    @TempDir
    private Path folder;

    private Path good;

    @BeforeEach
    void makeAGoodOne() throws IOException {
        good = folder.resolve("good.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(good)) {
            book.createSheet("a").createRow(0).createCell(0).setCellValue("字");
            book.createName().setNameName("first");
            book.getName("first").setRefersToFormula("a!$A$1");
            book.write(out);
        }
    }

    private Contents read(String part, Content content) {
        return WorkbookReader.read(HostileFiles.workbook(good, folder.resolve("a.xlsx"), Map.of(part, content)));
    }

    private static Content rows(Content rows) {
        return out -> {
            out.text("<worksheet><sheetData>");
            rows.write(out);
            out.text("</sheetData></worksheet>");
        };
    }

    private static Unfit limit(String finding, long limit) {
        return new Unfit(finding, Map.of("limit", Argument.of(limit)));
    }

    private static Value first(Contents contents) {
        return ((Contents.Sheets) contents).sheets().get(0).cell(0, 0).orElseThrow();
    }

    @Test
    void refusesASheetThatIsNestedTooDeep() {
        assertThat(read(SHEET, HostileFiles.nested(400_000))).isEqualTo(Unfit.of("file.markup"));
    }

    @ParameterizedTest
    @CsvSource({
        "xl/styles.xml",
        "xl/comments1.xml",
        "xl/drawings/drawing1.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "customXml/item1.xml"
    })
    void refusesAnyPartThatIsNestedTooDeep(String part) {
        assertThat(read(part, HostileFiles.nested(400_000))).isEqualTo(Unfit.of("file.markup"));
    }

    @Test
    void refusesAWorkbookWithMoreNamesOfElementsThanAParserShouldRemember() {
        assertThat(read(SHEET, HostileFiles.names(400_000))).isEqualTo(Unfit.of("file.markup"));
    }

    @Test
    void refusesAnElementWithMoreAttributesThanAnyHas() {
        Content many = out -> out.text("<worksheet ")
                .each(300_000, i -> " a" + Integer.toString(i % 5_000, 36) + "=\"\"")
                .text("/>");

        assertThat(read(SHEET, many)).isEqualTo(Unfit.of("file.markup"));
    }

    @Test
    void refusesANameAndAnAttributeAndACommentThatAreTooLong() {
        Content name = out -> out.text("<").times(3_000_000, "a").text("/>");
        Content attribute = out -> out.text("<a b=\"").times(3_000_000, "a").text("\"/>");
        Content comment = out -> out.text("<a><!--").times(3_000_000, "a").text("--></a>");

        assertThat(read(SHEET, name)).isEqualTo(Unfit.of("file.markup"));
        assertThat(read(SHEET, attribute)).isEqualTo(Unfit.of("file.markup"));
        assertThat(read(SHEET, comment)).isEqualTo(Unfit.of("file.markup"));
    }

    /** The good workbook whose one tab and whose texts are said to lie there. */
    private Contents related(String sheet, String strings) {
        String relation = "<Relationship Id=\"%s\" Type=\"a/%s\" Target=\"%s\"/>";
        Content relations = out -> out.text("<Relationships>")
                .text(relation.formatted("rId1", "worksheet", sheet))
                .text(relation.formatted("rId2", "sharedStrings", strings))
                .text("</Relationships>");
        Content tabs = out -> out.text("<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/>")
                .text("</sheets></workbook>");
        return WorkbookReader.read(HostileFiles.workbook(
                good, folder.resolve("a.xlsx"), Map.of("xl/_rels/workbook.xml.rels", relations, WORKBOOK, tabs)));
    }

    @ParameterizedTest
    @CsvSource({"worksheets/sheet9.xml", "workbook.xml", "styles.xml", "''"})
    void refusesAWorkbookThatLacksTheContentOfASheet(String target) {
        assertThat(first(related("worksheets/sheet1.xml", "sharedStrings.xml"))).isEqualTo(new Value.Text("字"));
        assertThat(related(target, "sharedStrings.xml")).isEqualTo(Unfit.of("file.damaged"));
    }

    @Test
    void refusesAWorkbookThatLacksTheTextsOfItsCells() {
        assertThat(related("worksheets/sheet1.xml", "elsewhere.xml")).isEqualTo(Unfit.of("file.damaged"));
    }

    @ParameterizedTest
    @CsvSource({"IBM037", "UTF-7", "UTF-32", "x-nothing"})
    void refusesAnEncodingInWhichMarkupLooksLikeSomethingElse(String encoding) {
        Content part = out -> out.text("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><worksheet/>");

        assertThat(read(SHEET, part)).isEqualTo(Unfit.of("file.damaged"));
    }

    @ParameterizedTest
    @CsvSource({"32767, true", "32768, false"})
    void countsTheCharactersOfACellOverAllItsRuns(int characters, boolean read) {
        Content runs = rows(out -> out.text("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>")
                .times(characters, "<r><t>a</t></r>")
                .text("</is></c></row>"));

        assertThat(read(SHEET, runs) instanceof Contents.Sheets).isEqualTo(read);
    }

    @Test
    void refusesACellOfManyLongRuns() {
        assertThat(read(SHEET, HostileFiles.runs(20, 300_000))).isEqualTo(Unfit.of("file.cell"));
        assertThat(read(
                        STRINGS,
                        out -> out.text(SST + "<si>")
                                .times(40_000, "<r><t>长</t></r>")
                                .text("</si></sst>")))
                .isEqualTo(Unfit.of("file.cell"));
    }

    @Test
    void passesOverHowATextIsPronouncedHoweverLong() {
        Contents contents = read(
                STRINGS,
                out -> out.text(SST + "<si><t>石</t>")
                        .times(100_000, "<rPh sb=\"0\" eb=\"1\"><t>shi</t></rPh>")
                        .text("</si></sst>"));

        assertThat(first(contents)).isEqualTo(new Value.Text("石"));
    }

    @Test
    void refusesMoreTextsThanThereMayBeCells() {
        assertThat(read(STRINGS, out -> out.text(SST).times(500_001, "<si/>").text("</sst>")))
                .isEqualTo(limit("file.cells", 500_000));
    }

    @Test
    void countsATextInEveryCellThatShowsIt() {
        Path file = HostileFiles.workbook(
                good,
                folder.resolve("a.xlsx"),
                Map.of(
                        STRINGS,
                        out -> out.text(SST + "<si><t>").times(30_000, "长").text("</t></si></sst>"),
                        SHEET,
                        rows(out -> out.times(700, "<row><c t=\"s\"><v>0</v></c></row>"))));

        assertThat(WorkbookReader.read(file)).isEqualTo(limit("file.texts", 20_000_000));
    }

    @Test
    void refusesMoreTabsThanAnyWorkbookNeeds() {
        String workbook = HostileFiles.part(good, WORKBOOK);

        assertThat(read(WORKBOOK, HostileFiles.tabs(workbook, 40_000))).isEqualTo(limit("file.tabs", 1_000));
    }

    @Test
    void countsThePartThatSeveralTabsNameOnceForEach() {
        String workbook = HostileFiles.part(good, WORKBOOK);
        Path file = HostileFiles.workbook(
                good,
                folder.resolve("a.xlsx"),
                Map.of(
                        WORKBOOK,
                        HostileFiles.tabs(workbook, 101),
                        SHEET,
                        rows(out -> out.times(5_000, "<row><c><v>1</v></c></row>"))));

        assertThat(WorkbookReader.read(file)).isEqualTo(limit("file.cells", 500_000));
    }

    @Test
    void passesOverNamesOfNothingHoweverManyThereAre() {
        String workbook = HostileFiles.part(good, WORKBOOK);

        Contents contents = read(
                WORKBOOK,
                HostileFiles.definedNames(
                        workbook, 120_000, i -> "<definedName name=\"_Fill_" + i + "\">#REF!</definedName>"));

        assertThat(((Contents.Sheets) contents).sheets().get(0).named("first"))
                .contains(new CellRange(new CellAddress(0, 0), new CellAddress(0, 0)));
    }

    @Test
    void refusesMoreNamesOfCellsThanAnyWorkbookNeeds() {
        String workbook = HostileFiles.part(good, WORKBOOK);

        assertThat(read(
                        WORKBOOK,
                        HostileFiles.definedNames(
                                workbook, 100_001, i -> "<definedName name=\"n" + i + "\">a!$A$1</definedName>")))
                .isEqualTo(limit("file.names", 100_000));
    }

    @Test
    void readsAWorkbookWithAHundredThousandStyledBlanks() {
        String sheet = HostileFiles.part(good, SHEET);
        Content blanks = out -> out.text(sheet.replaceFirst("(?s)</sheetData>.*", ""))
                .times(1_000, "<row>" + "<c s=\"0\"/>".repeat(100) + "</row>")
                .text("</sheetData></worksheet>");

        assertThat(first(read(SHEET, blanks))).isEqualTo(new Value.Text("字"));
    }

    @ParameterizedTest
    @CsvSource({"-5", "1048577", "2147483647"})
    void refusesARowThatNoSpreadsheetHas(String row) {
        assertThat(read(SHEET, rows(out -> out.text("<row r=\"" + row + "\"><c><v>1</v></c></row>"))))
                .isEqualTo(Unfit.of("file.damaged"));
    }

    @Test
    void refusesATabWhoseNameIsTooLong() {
        String workbook = HostileFiles.part(good, WORKBOOK).replace("name=\"a\"", "name=\"" + "名".repeat(256) + "\"");

        assertThat(read(WORKBOOK, out -> out.text(workbook))).isEqualTo(Unfit.of("file.damaged"));
    }

    @Test
    void refusesATableOfTextWhoseLineOrCellIsTooLong() throws IOException {
        assertThat(text(20_000, "1,")).isEqualTo(limit("file.columns", 16_384));
        assertThat(text(20_000, ",")).isEqualTo(limit("file.columns", 16_384));
        assertThat(text(10_000, "\"\n\",1,")).isEqualTo(limit("file.columns", 16_384));
        assertThat(text(70_000, "a")).isEqualTo(Unfit.of("file.cell"));
        assertThat(text(1_048_577, "\n")).isEqualTo(limit("file.lines", 1_048_576));
        assertThat(text(500_001, "1\n")).isEqualTo(limit("file.cells", 500_000));
    }

    private Contents text(int times, String text) throws IOException {
        return WorkbookReader.read(HostileFiles.csv(folder.resolve("a.csv"), times, text));
    }

    @Test
    void refusesAnOldWorkbookThatSaysItHasMoreTextsThanThereMayBeCells() throws IOException {
        Path old = folder.resolve("a.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(old)) {
            book.createSheet("a").createRow(0).createCell(0).setCellValue("唯一的字");
            book.write(out);
        }
        byte[] bytes = Files.readAllBytes(old);
        int strings = indexOf(bytes, new byte[] {(byte) 0xFC, 0});
        bytes[strings + 11] = 1;
        Files.write(old, bytes);

        assertThat(WorkbookReader.read(old)).isEqualTo(limit("file.cells", 500_000));
    }

    private static int indexOf(byte[] bytes, byte[] record) {
        for (int i = 512; i < bytes.length; i++) {
            if (bytes[i] == record[0] && bytes[i + 1] == record[1] && bytes[i + 4] == 1 && bytes[i + 8] == 1) {
                return i;
            }
        }
        throw new AssertionError("no such record");
    }

    /** A stick that is pulled out too early leaves a hole. */
    @Test
    void refusesATextWithAHoleOfZerosInItForItsLongestCell() throws IOException {
        Contents contents = text(1, "a,b\n" + "x,y\n".repeat(2_000) + "\0".repeat(2 << 20) + "z\n");

        assertThat(contents).isEqualTo(Unfit.of("file.cell"));
    }
}
