package org.huizong.spreadsheet.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.Contents;
import org.huizong.spreadsheet.read.ReturnList;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.spreadsheet.read.WorkbookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedClerkBookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SHEET_RELS = "xl/worksheets/_rels/sheet1.xml.rels";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

    /** The colour of D8 as a condition. */
    private static final String TINT = "<conditionalFormatting sqref=\"D8\"><cfRule type=\"expression\" dxfId=\"0\""
            + " priority=\"1\"><formula>LEN(&quot;汇总退回&quot;)=4</formula></cfRule></conditionalFormatting>";

    private static final String NOTES = "<legacyDrawing r:id=\"rId2\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/>";

    private static final FrontSheet LIST = Package.list();

    @TempDir
    private Path home;

    @Test
    void changesNothingInAMarkedSheetButWhatAMarkIsMadeOf() throws IOException {
        Package before = Package.ordinary();

        Package after = marked(before, red("D8"));

        assertThat(after.text(SHEET))
                .isEqualTo(before.text(SHEET)
                        .replace("tabSelected=\"1\"", "tabSelected=\"0\"")
                        .replace("<pageMargins", TINT + "<pageMargins")
                        .replace("</worksheet>", NOTES + "</worksheet>"));
    }

    @Test
    void copiesEveryOtherPartAsItIsPacked() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        Package before = Package.ordinary()
                .put("xl/media/image1.png", noise)
                .put("xl/charts/chart1.xml", "<chartSpace/>")
                .put("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                .put("xl/threadedComments/threadedComment1.xml", "<ThreadedComments/>")
                .put("xl/persons/person.xml", "<personList/>")
                .put("xl/calcChain.xml", "<calcChain><c r=\"D8\" i=\"3\"/></calcChain>")
                .put("xl/sharedStrings.xml", "<sst/>")
                .put("docProps/app.xml", "<Properties/>");
        Path file = before.write(home.resolve("报表.xlsx"));

        Path copy = marked(file, red("D8"));

        Package after = Package.read(copy);
        List<String> changed = new ArrayList<>();
        before.names().forEach(name -> {
            if (!after.has(name) || !java.util.Arrays.equals(before.bytes(name), after.bytes(name))) {
                changed.add(name);
            }
        });
        assertThat(changed)
                .containsExactly(
                        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/styles.xml");
        assertThat(StreamSupport.stream(after.names().spliterator(), false))
                .filteredOn(name -> !before.has(name))
                .containsExactlyInAnyOrder(
                        SHEET_RELS, "xl/comments.xml", "xl/drawings/vmlDrawing.vml", "xl/worksheets/sheet.xml");
        assertThat(Files.size(copy)).isLessThan(Files.size(file) + 6_000);
    }

    @Test
    void movesWhatCountsSheetsBehindTheList() throws IOException {
        Package after = marked(Package.ordinary(), red("D8"));

        assertThat(after.text("xl/workbook.xml"))
                .contains(
                        "<workbookView firstSheet=\"0\" activeTab=\"0\"/>",
                        "<sheets><sheet name=\"退回清单\" sheetId=\"8\" r:id=\"rId4\"",
                        "<definedName name=\"explain.SAF001\" localSheetId=\"2\">月报!$K$8</definedName>",
                        "<definedName name=\"returned.list\" localSheetId=\"0\">'退回清单'!$A$1</definedName>",
                        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'退回清单'!$2:$2</definedName>");
    }

    @Test
    void isReadAgainWithTheSameValuesAndNames() throws IOException {
        Path file = Package.ordinary().write(home.resolve("报表.xlsx"));

        Path copy = marked(file, red("D8"), mark("附表", "A1", Mark.Tint.BLUE));

        List<SheetCells> before = ((Contents.Sheets) WorkbookReader.read(file)).sheets();
        List<SheetCells> after = ((Contents.Sheets) WorkbookReader.read(copy)).sheets();
        assertThat(ReturnList.is(after.get(0))).isTrue();
        assertThat(after.subList(1, 3)).extracting(SheetCells::name).containsExactly("附表", "月报");
        assertThat(after.get(2).cell(7, 3)).isEqualTo(before.get(1).cell(7, 3));
        assertThat(after.get(2).named("explain.saf001"))
                .isEqualTo(before.get(1).named("explain.saf001"))
                .map(CellRange::first)
                .map(CellAddress::text)
                .contains("K8");
    }

    @Test
    void marksAWorkbookWithMacrosWhichStaysOne() throws IOException {
        Package before = Package.ordinary()
                .replace("[Content_Types].xml", OFFICE + "spreadsheetml.sheet.main+xml", MACROS)
                .put("xl/vbaProject.bin", new byte[] {1, 2, 3});
        Path file = before.write(home.resolve("带宏.xlsm"));

        Path copy = marked(file, red("D8"));

        try (ClerkBook book = (ClerkBook) ClerkBook.open(copy)) {
            assertThat(book.extension()).isEqualTo(".xlsm");
        }
        assertThat(Package.read(copy).bytes("xl/vbaProject.bin")).containsExactly(1, 2, 3);
    }

    @Test
    void marksAStrictWorkbookInItsOwnNamespaces() throws IOException {
        Package before = strict(Package.ordinary());

        Package after = marked(before, red("D8"));

        assertThat(after.text("xl/worksheets/sheet.xml"))
                .startsWith("<?xml")
                .contains("<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">");
        assertThat(after.text("xl/comments.xml")).contains("http://purl.oclc.org/ooxml/spreadsheetml/main");
        assertThat(after.text(SHEET_RELS))
                .contains("\"http://purl.oclc.org/ooxml/officeDocument/relationships/comments\"");
        for (String part : List.of(SHEET, SHEET_RELS, "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
            assertThat(after.text(part)).doesNotContain("schemas.openxmlformats.org/officeDocument");
        }
    }

    private static Package strict(Package ordinary) {
        return ordinary.replaceAll(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replaceAll(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }

    @Test
    void writesThePrefixThatAPartHasForItsOwnElements() throws IOException {
        Package before = Package.ordinary();
        for (String part : List.of(SHEET, "xl/workbook.xml", "xl/styles.xml")) {
            String text = before.text(part);
            before.put(
                    part,
                    text.substring(text.indexOf('\n') + 1)
                            .replaceAll("<(/?)([a-zA-Z])", "<$1x:$2")
                            .replace("xmlns=", "xmlns:x="));
        }

        Package after = marked(before, red("D8"));

        assertThat(after.text(SHEET)).contains("<x:conditionalFormatting sqref=\"D8\"><x:cfRule");
        assertThat(after.text("xl/workbook.xml")).contains("<x:sheets><x:sheet name=\"退回清单\"");
        assertThat(after.text("xl/styles.xml")).contains("<x:dxfs count=\"1\"><x:dxf>");
        assertThat(notes(before, red("D8"))).containsOnlyKeys("D8");
    }

    @Test
    void putsNotesBesideThoseOfTheSenderAndLeavesShapesOfOthers() throws IOException {
        Package before = withNotes(Package.ordinary());

        Package after = marked(before, red("D8"), red("B2"));

        assertThat(after.text("xl/comments1.xml"))
                .isEqualTo(before.text("xl/comments1.xml")
                        .replace("</authors>", "<author>汇总</author></authors>")
                        .replace("<t>去年的</t>", "<r><t>去年的</t></r><r><t xml:space=\"preserve\">&#10;汇总:&#10;不对</t></r>")
                        .replace(
                                "</commentList>",
                                "<comment ref=\"D8\" authorId=\"2\"><text><t xml:space=\"preserve\">汇总:&#10;不对</t>"
                                        + "</text></comment></commentList>"));
        assertThat(after.text("xl/drawings/vmlDrawing1.vml"))
                .startsWith(before.text("xl/drawings/vmlDrawing1.vml")
                        .replace(
                                "<x:Anchor>2,0,1,0,4,0,3,0</x:Anchor><x:Row>",
                                "<x:Anchor>2, 0, 1, 0, 8, 0, 5, 0</x:Anchor><x:Row>")
                        .replace("</xml>", ""))
                .contains("id=\"_x0000_s1032\"", "<x:Row>7</x:Row><x:Column>3</x:Column>")
                .containsOnlyOnce("<v:shapetype id=\"_x0000_t202\"");
        assertThat(after.text(SHEET_RELS)).isEqualTo(before.text(SHEET_RELS));
    }

    /** Notes on B2 and C3, the second a thread of its own, and a button. */
    private static Package withNotes(Package ordinary) {
        String shape = "<v:shape id=\"%s\" type=\"#_x0000_t202\"><x:ClientData ObjectType=\"%s\">"
                + "<x:Anchor>2,0,1,0,4,0,3,0</x:Anchor>%s</x:ClientData></v:shape>";
        return ordinary.put(
                        "xl/comments1.xml",
                        "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                + "<authors><author>张会计</author><author>tc={1F}</author></authors><commentList>"
                                + "<comment ref=\"B2\" authorId=\"0\"><text><t>去年的</t></text></comment>"
                                + "<comment ref=\"C3\" authorId=\"1\"><text><t>[Threaded comment]</t></text></comment>"
                                + "</commentList></comments>")
                .put(
                        "xl/drawings/vmlDrawing1.vml",
                        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\""
                                + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                                + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
                                + "<v:shapetype id=\"_x0000_t202\"/>"
                                + shape.formatted("_x0000_s1025", "Note", "<x:Row>1</x:Row><x:Column>1</x:Column>")
                                + shape.formatted("_x0000_s1031", "Button", "<div>清<br>空</div>")
                                + "</xml>")
                .put(
                        SHEET_RELS,
                        Package.relationships(Package.relationship("rId1", "comments", "../comments1.xml")
                                + Package.relationship("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml")))
                .type("xl/comments1.xml", OFFICE + "spreadsheetml.comments+xml")
                .type("xl/drawings/vmlDrawing1.vml", OFFICE + "vmlDrawing")
                .replace(SHEET, "</worksheet>", "<legacyDrawing r:id=\"rId2\"/></worksheet>");
    }

    @Test
    void givesBackTheSendersNotesWhenTheNextCopyTakesItsOwnOff() throws IOException {
        Path file = withNotes(Package.ordinary()).write(home.resolve("报表.xlsx"));

        Path second = marked(marked(file, red("D8"), red("B2")));

        try (Workbook book = WorkbookFactory.create(second.toFile(), null, true)) {
            assertThat(notes(book)).containsOnly(Map.entry("B2", "去年的"), Map.entry("C3", "[Threaded comment]"));
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
        }
        assertThat(Package.read(second).text(SHEET)).doesNotContain("conditionalFormatting");
        assertThat(Package.read(second).text("xl/drawings/vmlDrawing1.vml"))
                .contains("_x0000_s1025", "_x0000_s1031")
                .doesNotContain("_x0000_s1032");
    }

    @Test
    void addsToANoteWhoseLettersHaveLooksOfTheirOwnWithoutTouchingThem() throws IOException {
        Package before = withNotes(Package.ordinary())
                .replace("xl/comments1.xml", "<t>去年的</t>", "<r><rPr><b/></rPr><t>去年</t></r><r><t>的</t></r>");

        Package once = marked(before, red("B2"));
        Package again = marked(once);

        assertThat(once.text("xl/comments1.xml"))
                .contains("<r><rPr><b/></rPr><t>去年</t></r><r><t>的</t></r><r><t xml:space=\"preserve\">&#10;汇总:");
        assertThat(again.text("xl/comments1.xml"))
                .contains("<text><r><rPr><b/></rPr><t>去年</t></r><r><t>的</t></r></text>");
    }

    @Test
    void putsANoteInPlaceOfOneThatSaysNothing() throws IOException {
        Package before =
                withNotes(Package.ordinary()).replace("xl/comments1.xml", "<text><t>去年的</t></text>", "<text />");

        assertThat(notes(before, red("B2")))
                .containsOnly(Map.entry("B2", "汇总:\n不对"), Map.entry("C3", "[Threaded comment]"));
    }

    @Test
    void takesItsWordsOutOfANoteThatAnotherProgramHasWrittenInOnePiece() throws IOException {
        Package sent =
                withNotes(Package.ordinary()).replace("xl/comments1.xml", "<t>去年的</t>", "<r><t>去年的\n汇总:\n不对</t></r>");

        Package after = marked(sent);

        assertThat(after.text("xl/comments1.xml"))
                .contains(
                        "<comment ref=\"B2\" authorId=\"0\"><text><t xml:space=\"preserve\">去年的</t></text></comment>");
    }

    @Test
    void goesBeforeEveryOtherConditionalFormatOfASheet() throws IOException {
        String formats = "<conditionalFormatting sqref=\"D8\"><cfRule type=\"expression\" priority=\"2\">"
                + "<formula>D8&lt;0</formula></cfRule></conditionalFormatting>";
        String extended = "<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
                + "<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type=\"iconSet\" priority=\"1\"/>"
                + "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>";
        Package before = Package.ordinary()
                .replace(SHEET, "<pageMargins", formats + "<pageMargins")
                .replace(SHEET, "</worksheet>", extended + "</worksheet>");

        Package after = marked(before, red("D8"), mark("月报", "E9", Mark.Tint.YELLOW));

        assertThat(after.text(SHEET))
                .contains(
                        TINT
                                + "<conditionalFormatting sqref=\"E9\"><cfRule type=\"expression\" dxfId=\"1\" priority=\"2\">",
                        formats.replace("priority=\"2\"", "priority=\"4\""),
                        NOTES + extended.replace("priority=\"1\"", "priority=\"3\""));
    }

    @Test
    void refersToItsNotesBeforeControlsThatAreWrittenInTwoWays() throws IOException {
        String controls =
                "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                        + "<mc:Choice Requires=\"x14\"><controls/></mc:Choice></mc:AlternateContent>";
        Package before = Package.ordinary().replace(SHEET, "</worksheet>", controls + "</worksheet>");

        Package after = marked(before, red("D8"));

        assertThat(after.text(SHEET)).endsWith(NOTES + controls + "</worksheet>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sheetData/>",
                "<sheetData/><tableParts count=\"0\"/>",
                "<sheetData/><extLst/>",
                "<sheetData/><phoneticPr fontId=\"0\"/><oleObjects/>"
            })
    void coloursASheetBeforeItRefersToItsNotesWhereBothGoToOnePlace(String elements) throws IOException {
        String sheet = "xl/worksheets/sheet2.xml";
        Package before = Package.ordinary().put(sheet, Package.sheet(elements));
        Mark mark = mark("附表", "D8", Mark.Tint.RED);

        Package once = marked(before, mark);
        Package again = marked(once, mark);

        assertThat(once.text(sheet)).contains(TINT + NOTES);
        assertThat(again.text(sheet)).isEqualTo(once.text(sheet).replace("dxfId=\"0\"", "dxfId=\"1\""));
    }

    @Test
    void takesTheWidthOfAColumnFromTheFirstThatSpeaksOfIt() throws IOException {
        String widths = "<cols><col min=\"5\" max=\"5\" width=\"40\"/><col min=\"5\" max=\"6\" width=\"2\"/>"
                + "<col min=\"0\" max=\"99999\" width=\"1\"/></cols>";
        Package before = Package.ordinary().replace(SHEET, "<sheetData>", widths + "<sheetData>");

        Package after = marked(before, red("D8"));

        // E, F and two more are as wide as a note: 40 + 2 + 1 + 1
        assertThat(after.text("xl/drawings/vmlDrawing.vml")).contains("<x:Anchor>4, 0, 7, 0, 8, 0, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"col", "cfRule", "author", "comment"})
    void marksNoSheetThatHasMoreOfWhatIsHeldThanPeopleMake(String element) throws IOException {
        String many = "<%s/>".formatted(element).repeat(200_000);
        Package before = withNotes(Package.ordinary());
        switch (element) {
            case "col" -> before.replace(SHEET, "<sheetData>", "<cols>" + many + "</cols><sheetData>");
            case "cfRule" ->
                before.replace(
                        SHEET,
                        "<pageMargins",
                        "<conditionalFormatting>" + many + "</conditionalFormatting><pageMargins");
            case "author" -> before.replace("xl/comments1.xml", "</authors>", many + "</authors>");
            default ->
                before.replace(
                        "xl/comments1.xml",
                        "</commentList>",
                        many.replace("/>", " ref=\"A1\" authorId=\"0\"/>") + "</commentList>");
        }

        assertThatThrownBy(() -> marked(before, red("D8")))
                .isInstanceOf(TooLarge.class)
                .hasMessage("more than 100000 of " + element);
    }

    @Test
    void takesSignaturesOffForTheyWouldBeFalse() throws IOException {
        String origin = "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/"
                + "digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/>";
        Package before = Package.ordinary()
                .replace("_rels/.rels", "</Relationships>", origin + "</Relationships>")
                .put("_xmlsignatures/origin.sigs", new byte[0])
                .put("_xmlsignatures/sig1.xml", "<Signature/>")
                .put("_xmlsignatures/_rels/origin.sigs.rels", Package.relationships(""))
                .type(
                        "_xmlsignatures/sig1.xml",
                        "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml");

        Package after = marked(before, red("D8"));

        assertThat(after.names()).noneMatch(n -> n.startsWith("_xmlsignatures"));
        assertThat(after.text("_rels/.rels")).doesNotContain("digital-signature");
        assertThat(after.text("[Content_Types].xml")).doesNotContain("digital-signature");
    }

    @Test
    void takesTheOrderOfCalculationOffOnlyWithAListThatMayBeInIt() throws IOException {
        Package before = Package.ordinary()
                .put("xl/calcChain.xml", "<calcChain><c r=\"D8\" i=\"3\"/></calcChain>")
                .replace(
                        "xl/_rels/workbook.xml.rels",
                        "</Relationships>",
                        Package.relationship("rId4", "calcChain", "calcChain.xml") + "</Relationships>");

        Package once = marked(before, red("D8"));
        Package again = marked(once, red("D8"));

        assertThat(once.has("xl/calcChain.xml")).isTrue();
        assertThat(again.has("xl/calcChain.xml")).isFalse();
        assertThat(again.text("xl/_rels/workbook.xml.rels")).doesNotContain("calcChain");
    }

    @Test
    void marksAWorkbookWithoutStylesViewsOrNames() throws IOException {
        Package before = Package.ordinary()
                .remove("xl/styles.xml")
                .replace("xl/_rels/workbook.xml.rels", Package.relationship("rId3", "styles", "styles.xml"), "")
                .put(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<sheets><sheet name=\"月报\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .put(SHEET, Package.sheet("<sheetData/>"));

        Path copy = marked(before.write(home.resolve("报表.xlsx")), red("D8"));

        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(notes(book)).containsOnlyKeys("D8");
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getCellStyle().getAlignment())
                    .isEqualTo(org.apache.poi.ss.usermodel.HorizontalAlignment.CENTER);
        }
    }

    @Test
    void writesNoCopyOfASheetWhoseElementsStandInAnotherOrder() throws IOException {
        Package before = Package.ordinary().put(SHEET, Package.sheet("<pageMargins left=\"1\"/><sheetData/>"));

        assertThatThrownBy(() -> marked(before, red("D8")))
                .isInstanceOf(UnknownMarkup.class)
                .hasMessage("a sheet whose elements stand in another order: sheetData");
    }

    @Test
    void writesNoCopyOfAPartThatTwoTabsName() throws IOException {
        Package before = Package.ordinary()
                .replace("xl/_rels/workbook.xml.rels", "/xl/worksheets/sheet2.xml", "worksheets/sheet1.xml");

        assertThatThrownBy(() -> marked(before, red("D8"))).isInstanceOf(UnknownMarkup.class);
    }

    @Test
    void writesNoCopyOfAPartThatIsNoXml() throws IOException {
        Package before = Package.ordinary().replace(SHEET, "</row>", "</raw>");

        assertThatThrownBy(() -> marked(before, red("D8"))).isInstanceOf(IOException.class);
    }

    @Test
    void opensNoWorkbookWhosePartIsInOtherLettersThanUtf8() throws IOException {
        Package before = Package.ordinary();
        String workbook = before.text("xl/workbook.xml").replace("UTF-8", "UTF-16");
        before.put("xl/workbook.xml", workbook.getBytes(StandardCharsets.UTF_16));

        assertThat(ClerkBook.open(before.write(home.resolve("报表.xlsx")))).isEqualTo(Unmarked.CONTENT);
    }

    private static Mark red(String cell) {
        return mark("月报", cell, Mark.Tint.RED);
    }

    private static Mark mark(String sheet, String cell, Mark.Tint tint) {
        return new Mark(sheet, CellAddress.parse(cell).orElseThrow(), tint, "不对");
    }

    private Package marked(Package before, Mark... marks) throws IOException {
        return Package.read(marked(before.write(home.resolve("报表.xlsx")), marks));
    }

    private Path marked(Path file, Mark... marks) throws IOException {
        Path copy = Files.createTempFile(home, "copy", ".xlsx");
        try (ClerkBook book = (ClerkBook) ClerkBook.open(file)) {
            book.write(LIST, "汇总", List.of(marks), copy);
        }
        SchemaOrder.check(Package.read(copy));
        return copy;
    }

    private Map<String, String> notes(Package before, Mark... marks) throws IOException {
        Path copy = marked(before.write(home.resolve("报表.xlsx")), marks);
        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            return notes(book);
        }
    }

    private static Map<String, String> notes(Workbook book) {
        Map<String, String> notes = new TreeMap<>();
        Map<org.apache.poi.ss.util.CellAddress, ? extends Comment> all =
                book.getSheet("月报").getCellComments();
        all.forEach(
                (at, note) -> notes.put(at.formatAsString(), note.getString().getString()));
        return notes;
    }
}
