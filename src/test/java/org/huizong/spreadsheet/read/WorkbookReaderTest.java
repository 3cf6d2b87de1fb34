package org.huizong.spreadsheet.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookReaderTest {
    @TempDir
    private Path folder;

    private final XSSFWorkbook workbook = new XSSFWorkbook();

    private Path save() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private void name(String name, int sheet, String refersTo) {
        Name defined = workbook.createName();
        defined.setNameName(name);
        defined.setSheetIndex(sheet);
        defined.setRefersToFormula(refersTo);
    }

    private static List<SheetCells> sheets(Path file) {
        return ((Contents.Sheets) WorkbookReader.read(file)).sheets();
    }

    /** The file with its first worksheet's rows replaced. */
    private Path withRows(String rows) throws IOException {
        workbook.createSheet("a").createRow(0).createCell(0).setCellValue("x");
        Path plain = save();
        Path odd = folder.resolve("odd.xlsx");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(plain));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(odd))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    String xml = new String(bytes, StandardCharsets.UTF_8);
                    bytes = xml.replaceAll("(?s)<sheetData>.*</sheetData>", "<sheetData>" + rows + "</sheetData>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.write(bytes);
            }
        }
        return odd;
    }

    @Test
    void readsEveryKindOfCell() throws IOException {
        Row row = workbook.createSheet("a").createRow(2);
        row.createCell(1).setCellValue(0.1 + 0.2);
        row.createCell(2).setCellValue("字");
        row.createCell(3).setCellValue(true);
        row.createCell(4).setCellErrorValue((byte) 0x17);
        row.createCell(5).setCellFormula("1+1");
        row.createCell(6).setBlank();
        row.createCell(7).setCellFormula("2*3");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(7));

        SheetCells sheet = sheets(save()).get(0);

        assertThat(sheet.cell(2, 1)).contains(new Value.Quantity(new BigDecimal("0.3")));
        assertThat(sheet.cell(2, 2)).contains(new Value.Text("字"));
        assertThat(sheet.cell(2, 3)).contains(new Value.Logical(true));
        assertThat(sheet.cell(2, 4)).contains(new Value.CellError("#REF!"));
        assertThat(sheet.cell(2, 6)).isEmpty();
        assertThat(sheet.cell(2, 7)).contains(new Value.Quantity(new BigDecimal("6")));
        assertThat(sheet.cell(0, 0)).isEmpty();
    }

    @Test
    void takesAFormulaThatNobodyHasCalculatedForBlank() throws IOException {
        Path file = withRows("<row r='1'><c r='A1'><f>1+1</f></c><c r='B1' t='str'><f>1</f><v></v></c>"
                + "<c r='C1' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>");

        SheetCells sheet = sheets(file).get(0);

        assertThat(sheet.cell(0, 0)).isEmpty();
        assertThat(sheet.cell(0, 1)).isEmpty();
        assertThat(sheet.cell(0, 2)).contains(new Value.CellError("#DIV/0!"));
    }

    @Test
    void readsAnOddWorkbookWithThePatientReader() throws IOException {
        Path file = withRows("<row r='1'><c r='A1' t='s'><v>99</v></c><c r='B1'><v>12</v></c></row>");

        SheetCells sheet = sheets(file).get(0);

        assertThat(sheet.cell(0, 1)).contains(new Value.Quantity(new BigDecimal("12")));
    }

    @Test
    void leavesOutHowATextIsPronounced() throws IOException {
        Path file = withRows("<row r='1'><c r='A1' t='inlineStr'><is><r><t>石桥</t></r><r><t>村</t></r>"
                + "<rPh sb='0' eb='2'><t>shiqiao</t></rPh></is></c></row>");

        SheetCells sheet = sheets(file).get(0);

        assertThat(sheet.cell(0, 0)).contains(new Value.Text("石桥村"));
    }

    @Test
    void countsCellsThatDoNotSayWhereTheyAre() throws IOException {
        Path file =
                withRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c r='C2'><v>3</v></c><c><v>4</v></c></row>");

        SheetCells sheet = sheets(file).get(0);

        assertThat(sheet.cell(0, 1)).contains(new Value.Quantity(new BigDecimal("2")));
        assertThat(sheet.cell(1, 3)).contains(new Value.Quantity(new BigDecimal("4")));
    }

    @Test
    void putsARowInOrderThatIsWrittenFromRightToLeft() throws IOException {
        Path file = withRows("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='C1'><v>4</v></c></row>");

        SheetCells sheet = sheets(file).get(0);

        assertThat(sheet.cell(0, 0)).contains(new Value.Quantity(new BigDecimal("1")));
        assertThat(sheet.cell(0, 2)).contains(new Value.Quantity(new BigDecimal("4")));
    }

    @Test
    void readsNumbersHoweverTheyAreWritten() throws IOException {
        Path file = withRows("<row r='1'><c r='A1'><v>40.0</v></c><c r='B1'><v>4E1</v></c><c r='C1'><v>-40</v></c>"
                + "<c r='D1'><v>123456789012345</v></c><c r='E1'><v>1234567890123456</v></c>"
                + "<c r='F1'><v>0.1</v></c><c r='G1'><v>#N/A</v></c></row>");

        SheetCells sheet = sheets(file).get(0);

        assertThat(sheet.cell(0, 0)).contains(new Value.Quantity(new BigDecimal("40")));
        assertThat(sheet.cell(0, 1)).contains(new Value.Quantity(new BigDecimal("40")));
        assertThat(sheet.cell(0, 2)).contains(new Value.Quantity(new BigDecimal("-40")));
        assertThat(sheet.cell(0, 3)).contains(new Value.Quantity(new BigDecimal("123456789012345")));
        assertThat(sheet.cell(0, 4)).contains(new Value.Quantity(new BigDecimal("1234567890123460")));
        assertThat(sheet.cell(0, 5)).contains(new Value.Quantity(new BigDecimal("0.1")));
        assertThat(sheet.cell(0, 6)).contains(new Value.CellError("#N/A"));
    }

    @Test
    void readsAPartThatIsTooLargeToKeep() throws IOException {
        Path file = withRows("<row r='1'><c r='A1'><v>7</v></c></row>" + "<row r='2'></row>".repeat(300_000));

        SheetCells sheet = sheets(file).get(0);

        assertThat(sheet.cell(0, 0)).contains(new Value.Quantity(new BigDecimal("7")));
    }

    @Test
    void keepsANumberThatNoSpreadsheetCouldHoldAsText() throws IOException {
        Path file = withRows("<row r='1'><c r='A1'><v>1E999999999</v></c><c r='B1'><v>1E-999999999</v></c></row>");

        SheetCells sheet = sheets(file).get(0);

        assertThat(sheet.cell(0, 0)).contains(new Value.Text("1E999999999"));
        assertThat(sheet.cell(0, 1)).contains(new Value.Text("1E-999999999"));
    }

    @Test
    void giveEachSheetTheNamesThatPointIntoIt() throws IOException {
        Sheet first = workbook.createSheet("一 '月");
        workbook.createSheet("b");
        first.createRow(0).createCell(0).setCellValue(1);
        name("unit", 0, "'一 ''月'!$B$4");
        name("unit", 1, "b!$C$5:$C$9");
        name("elsewhere", 0, "b!$A$1");
        name("broken", 0, "#REF!");
        name("instructions", -1, "b!$A$1");

        List<SheetCells> sheets = sheets(save());

        assertThat(sheets.get(0).named("unit")).contains(new CellRange(new CellAddress(3, 1), new CellAddress(3, 1)));
        assertThat(sheets.get(0).named("UNIT")).isPresent();
        assertThat(sheets.get(1).named("unit")).contains(new CellRange(new CellAddress(4, 2), new CellAddress(8, 2)));
        assertThat(sheets.get(0).named("elsewhere")).isEmpty();
        assertThat(sheets.get(0).named("broken")).isEmpty();
        assertThat(sheets.get(0).named("instructions")).isEmpty();
        assertThat(sheets.get(1).named("instructions")).isPresent();
    }

    @Test
    void tellsHiddenSheetsAndTheCalendarOf1904() throws IOException {
        workbook.createSheet("a");
        workbook.createSheet("b");
        workbook.setSheetHidden(1, true);
        workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);

        Contents.Sheets contents = (Contents.Sheets) WorkbookReader.read(save());

        assertThat(contents.from1904()).isTrue();
        assertThat(contents.sheets()).extracting(SheetCells::isHidden).containsExactly(false, true);
    }

    @Test
    void saysSoWhenThereAreMoreCellsThanItReads() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (SXSSFWorkbook large = new SXSSFWorkbook(10);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = large.createSheet("a");
            for (int i = 0; i <= Limits.MAX_CELLS / 10; i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < 10; j++) {
                    row.createCell(j).setCellValue(i * 37 % 1009 + j);
                }
            }
            large.write(out);
        }

        assertThat(WorkbookReader.read(file)).isEqualTo(new Unfit("file.cells", Map.of("limit", Argument.of(500_000))));
    }

    @Test
    void saysNothingAboutSavingWhenTheFileDoesNot() {
        assertThat(WorkbookPart.saved(new byte[0], new byte[0])).isEqualTo(Optional.empty());
    }

    @Test
    void takesTheTimeThatLibreOfficeWritesForWhatAClockInChinaShowed() {
        byte[] core = "<p><modified>2026-11-03T08:05:00Z</modified></p>".getBytes(StandardCharsets.UTF_8);

        assertThat(WorkbookPart.saved(core, application("LibreOffice/7.4.7.2$Linux_X86_64")))
                .contains(Instant.parse("2026-11-03T00:05:00Z"));
        assertThat(WorkbookPart.saved(core, application("Microsoft Excel")))
                .contains(Instant.parse("2026-11-03T08:05:00Z"));
    }

    private static byte[] application(String name) {
        return ("<p><Application>" + name + "</Application></p>").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void saysNothingAboutSavingWhenTheYearCannotBe() {
        for (String time : List.of("+999999999-12-31T23:59:59Z", "-20000-01-01T00:00:00Z", "1601-01-01T00:00:00")) {
            String core = "<a><modified>" + time + "</modified></a>";

            assertThat(WorkbookPart.saved(core.getBytes(StandardCharsets.UTF_8), new byte[0]))
                    .isEqualTo(Optional.empty());
        }
    }
}
