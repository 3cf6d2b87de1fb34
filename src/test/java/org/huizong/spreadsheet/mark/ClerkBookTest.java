package org.huizong.spreadsheet.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.huizong.model.CellRef;
import org.huizong.spreadsheet.read.Contents;
import org.huizong.spreadsheet.read.HostileFiles;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.spreadsheet.read.WorkbookReader;
import org.huizong.spreadsheet.read.XmlLimits;
import org.huizong.spreadsheet.write.Saving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

class ClerkBookTest {
    private static final Instant SAVED = Instant.parse("2025-02-03T08:15:00Z");
    private static final String OWN_FORMAT = "AND(D8<0,LEN($A$1)>0)";

    private static final FrontSheet LIST = new FrontSheet(
            "退回清单",
            List.of(20, 30),
            List.of(
                    new FrontSheet.Row(34, true, List.of(cell("报表退回清单", FrontSheetStyle.TITLE, ""))),
                    new FrontSheet.Row(0, false, List.of()),
                    new FrontSheet.Row(
                            24,
                            false,
                            List.of(cell("位置", FrontSheetStyle.HEAD, ""), cell("问题", FrontSheetStyle.HEAD, ""))),
                    new FrontSheet.Row(
                            23,
                            false,
                            List.of(
                                    cell("D8 <人数>", FrontSheetStyle.LINK, "'月报'!D8"),
                                    cell("太大", FrontSheetStyle.RED, "")))),
            2,
            "第 &P 页",
            true);

    @TempDir
    private Path home;

    private static FrontSheet.Cell cell(String text, FrontSheetStyle look, String link) {
        return new FrontSheet.Cell(text, look, Optional.of(link).filter(l -> !l.isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void coloursTheCellsAndPutsNotesOnThem(String kind) throws IOException {
        Path file = sent(kind);

        Path copy = marked(file, mark("月报", "D8", Mark.Tint.RED, "太大"), mark("月报", "E9", Mark.Tint.YELLOW, "请说明"));

        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(tints(book.getSheet("月报"))).containsExactlyInAnyOrder("D8 RED", "E9 YELLOW", "D8:D20 own");
            assertThat(notes(book.getSheet("月报")))
                    .containsOnly(
                            Map.entry("D8", "汇总|汇总:\n太大"),
                            Map.entry("E9", "汇总|汇总:\n请说明"),
                            Map.entry("A1", "张会计|去年的表名"));
            assertThat(notes(book.getSheet("基础"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void makesOneMarkOfSeveralOnOneCellInTheGravestColour(String kind) throws IOException {
        Path copy =
                marked(sent(kind), mark("月报", "D8", Mark.Tint.YELLOW, "请说明"), mark("月报", "D8", Mark.Tint.RED, "太大"));

        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(tints(book.getSheet("月报"))).containsExactlyInAnyOrder("D8 RED", "D8:D20 own");
            assertThat(notes(book.getSheet("月报"))).containsEntry("D8", "汇总|汇总:\n请说明\n太大");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void marksACellWhoseRightNeighbourIsNotedAlready(String kind) throws IOException {
        Path copy = marked(
                sent(kind),
                mark("月报", "D8", Mark.Tint.RED, "先"),
                mark("月报", "C8", Mark.Tint.RED, "后"),
                mark("月报", "C8", Mark.Tint.RED, "又"),
                mark("月报", "B8", Mark.Tint.RED, "左"));

        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(notes(book.getSheet("月报")))
                    .containsOnly(
                            Map.entry("A1", "张会计|去年的表名"),
                            Map.entry("B8", "汇总|汇总:\n左"),
                            Map.entry("C8", "汇总|汇总:\n后\n又"),
                            Map.entry("D8", "汇总|汇总:\n先"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void addsToANoteThatTheClerkMadeAndLeavesItAloneInTheNextCopy(String kind) throws IOException {
        Path first = marked(sent(kind), mark("月报", "A1", Mark.Tint.RED, "不对"));
        Path second = marked(first);

        try (Workbook book = WorkbookFactory.create(first.toFile(), null, true);
                Workbook again = WorkbookFactory.create(second.toFile(), null, true)) {
            assertThat(notes(book.getSheet("月报"))).containsExactly(Map.entry("A1", "张会计|去年的表名\n汇总:\n不对"));
            assertThat(notes(again.getSheet("月报"))).containsExactly(Map.entry("A1", "张会计|去年的表名"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void carriesNoMarkOfAnEarlierCopy(String kind) throws IOException {
        Path first = marked(sent(kind), mark("月报", "D8", Mark.Tint.RED, "太大"), mark("月报", "Z90", Mark.Tint.RED, "空"));

        Path second = marked(first, mark("月报", "D9", Mark.Tint.YELLOW, "请说明"));

        try (Workbook book = WorkbookFactory.create(second.toFile(), null, true)) {
            assertThat(sheets(book)).containsExactly("退回清单", "基础", "月报");
            assertThat(tints(book.getSheet("月报"))).containsExactlyInAnyOrder("D9 YELLOW", "D8:D20 own");
            assertThat(notes(book.getSheet("月报")))
                    .containsOnly(Map.entry("D9", "汇总|汇总:\n请说明"), Map.entry("A1", "张会计|去年的表名"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void leavesValuesNamesProtectionAndLookAsTheyAre(String kind) throws IOException {
        Path file = sent(kind);

        Path copy = marked(file, mark("月报", "D8", Mark.Tint.RED, "太大"));

        try (Workbook before = WorkbookFactory.create(file.toFile(), null, true);
                Workbook after = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(names(after))
                    .containsAllEntriesOf(names(before))
                    .hasSize(names(before).size() + 2);
            assertThat(names(after)).containsEntry("退回清单 returned.list", "退回清单!$A$1");
            Sheet sheet = after.getSheet("月报");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(7).getCell(3).getNumericCellValue()).isEqualTo(-5);
            assertThat(sheet.getRow(8).getCell(3).getCellFormula()).isEqualTo("D8*2+SUM(基础!A1:A2)");
            assertThat(sheet.getRow(8).getCell(3).getNumericCellValue()).isEqualTo(-3);
            assertThat(look(sheet.getRow(7).getCell(3)))
                    .isEqualTo(look(before.getSheet("月报").getRow(7).getCell(3)));
            assertThat(after.getActiveSheetIndex()).isZero();
            assertThat(sheet.isSelected()).isFalse();
        }
    }

    @Test
    void saysThatItWasSavedWhenTheClerkSavedIt() throws IOException {
        Path copy = marked(sent(".xlsx"), mark("月报", "D8", Mark.Tint.RED, "太大"));

        assertThat(((Contents.Sheets) WorkbookReader.read(copy)).saved()).contains(SAVED);
    }

    @Test
    void givesTheSameBytesEachTime() throws IOException {
        Path file = sent(".xlsx");

        Path first = marked(file, mark("月报", "D8", Mark.Tint.RED, "太大"));
        Path second = marked(file, mark("月报", "D8", Mark.Tint.RED, "太大"));

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void findsTheCellOfASheetsName(String kind) throws IOException {
        try (ClerkBook book = (ClerkBook) ClerkBook.open(sent(kind))) {
            assertThat(book.cell("月报", "EXPLAIN.saf001")).map(at -> at.text()).contains("K8");
            assertThat(book.cell("基础", "explain.saf001")).isEmpty();
            assertThat(book.extension()).isEqualTo(kind);
            assertThat(book.place("月报")).isEqualTo(1);
        }
    }

    @Test
    void opensAWorkbookWithMacrosButNothingThatIsNone() throws IOException {
        Path macros = home.resolve("带宏.xlsm");
        try (XSSFWorkbook book = new XSSFWorkbook(XSSFWorkbookType.XLSM);
                OutputStream out = Files.newOutputStream(macros)) {
            book.createSheet("月报");
            book.write(out);
        }

        assertThat(ClerkBook.open(macros)).isInstanceOf(ClerkBook.class);
        assertThat(ClerkBook.open(Files.writeString(home.resolve("a.xlsx"), "月报")))
                .isEqualTo(Unmarked.KIND);
        assertThat(ClerkBook.open(Files.write(home.resolve("b.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0})))
                .isEqualTo(Unmarked.DAMAGED);
    }

    @Test
    void marksAWorkbookWhateverItWouldBuild() throws IOException {
        Path sent = sent(".xlsx");
        Path blanks = HostileFiles.workbook(
                sent,
                home.resolve("空行.xlsx"),
                Map.of("xl/worksheets/sheet1.xml", HostileFiles.styledBlanks(3_500, 100)));

        Path copy = marked(blanks, mark("月报", "D8", Mark.Tint.RED, "太大"), mark("基础", "B2", Mark.Tint.RED, "空"));

        assertThat(((Contents.Sheets) WorkbookReader.read(copy)).sheets())
                .extracting(SheetCells::name)
                .containsExactly("退回清单", "基础", "月报");
        assertThat(HostileFiles.part(copy, "xl/worksheets/sheet1.xml")).contains("sqref=\"B2\"");
    }

    /** Java 24 and later take each for an entity and allow 100,000 of them: {@link XmlLimits}. */
    @Test
    void opensASheetWithVeryManyAmpersands() throws IOException {
        Path file = HostileFiles.workbook(
                sent(".xlsx"),
                home.resolve("公式.xlsx"),
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        out -> out.text(
                                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                                + "<sheetData>")
                                .times(2_000, "<row><c><f>" + "A1&amp;".repeat(60) + "A1</f></c></row>")
                                .text("</sheetData></worksheet>")));

        assertThat(ClerkBook.open(file)).isInstanceOf(ClerkBook.class);
    }

    /** Programs other than Excel do not say how high rows are. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void putsANoteOnASheetThatDoesNotSayHowHighItsRowsAre(boolean hidden) throws IOException {
        Path file = home.resolve("报表.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("月报");
            sheet.createRow(0).createCell(0).setCellValue(1);
            sheet.getCTWorksheet().unsetSheetFormatPr();
            for (int row = 1; hidden && row < 200; row++) {
                sheet.createRow(row).setZeroHeight(true);
            }
            book.write(out);
        }

        Path copy = marked(file, mark("月报", "A1", Mark.Tint.RED, "太大"));

        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(notes(book.getSheet("月报"))).containsOnly(Map.entry("A1", "汇总|汇总:\n太大"));
            assertThat(book.getSheet("月报")
                            .getCellComment(CellAddress.A1)
                            .getClientAnchor()
                            .getRow2())
                    .isEqualTo((short) (hidden ? 50 : 3));
        }
    }

    @Test
    void leavesFormulasThatRowsShareToEachRow() throws IOException {
        Path file = home.resolve("shared.xlsx");
        try (var book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("台账");
            for (int row = 0; row < 4; row++) {
                var formula = sheet.createRow(row).createCell(1).getCTCell().addNewF();
                formula.setT(STCellFormulaType.SHARED);
                formula.setSi(0);
                if (row == 0) {
                    formula.setRef("B1:B4");
                    formula.setStringValue("COUNTA($A1:$A1)&\"\"");
                }
            }
            book.write(out);
        }

        Path copy = marked(
                file,
                mark("台账", "B1", Mark.Tint.RED, "第一行"),
                mark("台账", "A3", Mark.Tint.RED, "空格"),
                mark("台账", "B3", Mark.Tint.RED, "其中一行"));

        try (var book = new XSSFWorkbook(Files.newInputStream(copy))) {
            assertThat(book.getSheet("台账"))
                    .extracting(row -> row.getCell(1).getCellFormula())
                    .containsExactly(
                            "COUNTA($A1:$A1)&\"\"",
                            "COUNTA($A2:$A2)&\"\"",
                            "COUNTA($A3:$A3)&\"\"",
                            "COUNTA($A4:$A4)&\"\"");
        }
    }

    private static Mark mark(String sheet, String cell, Mark.Tint tint, String note) {
        return new Mark(sheet, new CellRef("", sheet, cell).address().orElseThrow(), tint, note);
    }

    /** What a clerk has sent: two sheets, the second with names, a format, a note, a formula and protection. */
    private Path sent(String kind) throws IOException {
        Path file = home.resolve("报表" + kind);
        try (Workbook book = kind.equals(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet base = book.createSheet("基础");
            base.createRow(0).createCell(0).setCellValue(7);
            Sheet sheet = book.createSheet("月报");
            Cell title = sheet.createRow(0).createCell(0);
            title.setCellValue("安全生产月报表");
            note(title, "张会计", "去年的表名");
            Cell value = sheet.createRow(7).createCell(3);
            value.setCellValue(-5);
            var style = book.createCellStyle();
            style.setLocked(false);
            style.setDataFormat(book.createDataFormat().getFormat("#,##0"));
            value.setCellStyle(style);
            Cell formula = sheet.createRow(8).createCell(3);
            formula.setCellFormula("D8*2+SUM(基础!A1:A2)");
            formula.setCellValue(-3);
            name(book, 1, "safety.found", "月报!$D$8");
            name(book, 1, "explain.SAF001", "月报!$K$8");
            name(book, 0, "safety.found", "基础!$A$1");
            book.setPrintArea(1, 0, 5, 0, 20);
            // LibreOffice writes such a name for a function that .xls does not know
            Name function = book.createName();
            function.setNameName("_xlfn.IFERROR");
            function.setFunction(true);
            SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
            ConditionalFormattingRule rule = formats.createConditionalFormattingRule(OWN_FORMAT);
            rule.createFontFormatting().setFontStyle(false, true);
            formats.addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("D8:D20")}, rule);
            sheet.protectSheet("");
            try (OutputStream out = Files.newOutputStream(file)) {
                if (book instanceof XSSFWorkbook modern) {
                    Saving.write(modern, out, SAVED);
                } else {
                    book.write(out);
                }
            }
        }
        return file;
    }

    private static void note(Cell cell, String author, String text) {
        var drawing = cell.getSheet().createDrawingPatriarch();
        Comment comment = drawing.createCellComment(drawing.createAnchor(0, 0, 0, 0, 1, 0, 3, 3));
        comment.setAuthor(author);
        comment.setString(cell.getSheet().getWorkbook().getCreationHelper().createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static void name(Workbook book, int sheet, String text, String formula) {
        Name name = book.createName();
        name.setSheetIndex(sheet);
        name.setNameName(text);
        name.setRefersToFormula(formula);
    }

    private Path marked(Path file, Mark... marks) throws IOException {
        Path copy = Files.createTempFile(home, "copy", "");
        try (ClerkBook book = (ClerkBook) ClerkBook.open(file)) {
            book.write(LIST, "汇总", List.of(marks), copy);
        }
        return copy;
    }

    private static List<String> sheets(Workbook book) {
        List<String> names = new ArrayList<>();
        book.forEach(s -> names.add(s.getSheetName()));
        return names;
    }

    /** The conditional formats of a sheet, those that colour a cell by what colour. */
    private static List<String> tints(Sheet sheet) {
        List<String> tints = new ArrayList<>();
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        for (int i = 0; i < formats.getNumConditionalFormattings(); i++) {
            ConditionalFormatting format = formats.getConditionalFormattingAt(i);
            for (int j = 0; j < format.getNumberOfRules(); j++) {
                String colour = format.getRule(j).getFormula1().equals(OWN_FORMAT)
                        ? "own"
                        : colour(format.getRule(j).getPatternFormatting());
                for (CellRangeAddress area : format.getFormattingRanges()) {
                    tints.add(area.formatAsString() + " " + colour);
                }
            }
        }
        return tints;
    }

    private static String colour(PatternFormatting pattern) {
        if (pattern.getFillBackgroundColorColor() instanceof XSSFColor colour) {
            return switch (colour.getARGBHex()) {
                case "FFF8CBC6" -> "RED";
                case "FFFFEB9C" -> "YELLOW";
                default -> colour.getARGBHex();
            };
        }
        return switch (pattern.getFillBackgroundColor()) {
            case 45 -> "RED";
            case 43 -> "YELLOW";
            default -> String.valueOf(pattern.getFillBackgroundColor());
        };
    }

    private static Map<String, String> notes(Sheet sheet) {
        Map<String, String> notes = new TreeMap<>();
        Map<CellAddress, ? extends Comment> all = sheet.getCellComments();
        all.forEach((at, note) -> notes.put(
                at.formatAsString(), note.getAuthor() + "|" + note.getString().getString()));
        return notes;
    }

    private static Map<String, String> names(Workbook book) {
        Map<String, String> names = new TreeMap<>();
        book.getAllNames().stream()
                .filter(n -> !n.isFunctionName())
                .forEach(n -> names.put(
                        book.getSheetName(n.getSheetIndex()) + " " + n.getNameName(),
                        Optional.ofNullable(n.getRefersToFormula()).orElse("").replace("'", "")));
        return names;
    }

    private static List<Object> look(Cell cell) {
        var style = cell.getCellStyle();
        return List.of(style.getLocked(), style.getDataFormatString(), style.getFillPattern(), style.getBorderTop());
    }
}
