package org.huizong.proof;

import static org.huizong.proof.Parcel.CORE;
import static org.huizong.proof.Parcel.RELATIONS;
import static org.huizong.proof.Parcel.SHEET;
import static org.huizong.proof.Parcel.STRINGS;
import static org.huizong.proof.Parcel.STYLES;
import static org.huizong.proof.Parcel.TYPES;
import static org.huizong.proof.Parcel.WORKBOOK;
import static org.huizong.proof.Parcel.all;
import static org.huizong.proof.Parcel.each;
import static org.huizong.proof.Parcel.times;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Workbooks whose zip is sound and whose parts are not. */
final class HostileXml {
    private static final String ROWS_END = "</sheetData>";
    private static final String STRINGS_END = "</sst>";
    private static final String DOCTYPE =
            "<!DOCTYPE a [<!ENTITY a \"" + "ha".repeat(50) + "\"><!ENTITY b \"" + "&a;".repeat(50) + "\"><!ENTITY c \""
                    + "&b;".repeat(50) + "\"><!ENTITY d \"" + "&c;".repeat(50) + "\">]>";
    private static final String OUTSIDE = "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";

    private final byte[] honest;
    private final List<Hostile> files = new ArrayList<>();

    private HostileXml(byte[] honest) {
        this.honest = honest;
    }

    static List<Hostile> of(byte[] honest) {
        HostileXml made = new HostileXml(honest);
        made.nesting();
        made.texts();
        made.names();
        made.doctypes();
        made.brokenXml();
        made.cells();
        made.workbook();
        made.looks();
        made.properties();
        return made.files;
    }

    private void add(String technique, String name, UnaryOperator<Parcel> change) {
        files.add(new Hostile(
                technique, name + ".xlsx", f -> change.apply(Parcel.of(honest)).write(f)));
    }

    private void nesting() {
        add("nesting in a sheet", "nested-80-million", p -> p.insert(SHEET, ROWS_END, times(80_000_000, "<a>")));
        add(
                "nesting in a sheet",
                "nested-1-million-closed",
                p -> p.insert(SHEET, ROWS_END, all(times(1_000_000, "<a>"), times(1_000_000, "</a>"))));
        add(
                "nesting in a sheet",
                "nested-in-a-cell",
                p -> p.insert(SHEET, ROWS_END, all("<row><c><is>", times(5_000_000, "<r>"))));
        add("nesting in strings", "nested-strings", p -> p.insert(STRINGS, STRINGS_END, times(8_000_000, "<r>")));
        add("nesting in styles", "nested-styles", p -> p.insert(STYLES, "<fonts", times(8_000_000, "<x>")));
        add(
                "nesting in the workbook part",
                "nested-workbook",
                p -> p.insert(WORKBOOK, "<sheets>", times(1_000_000, "<x>")));
        add(
                "nesting in the relations",
                "nested-relations",
                p -> p.insert(RELATIONS, "</Relationships>", times(1_000_000, "<x>")));
        add("nesting in the types", "nested-types", p -> p.insert(TYPES, "</Types>", times(4_000_000, "<x>")));
        add(
                "nesting in the properties",
                "nested-core",
                p -> p.insert(CORE, "</cp:coreProperties>", times(1_000_000, "<dc:title>")));
    }

    private void texts() {
        add(
                "runs of one text",
                "runs-830",
                p -> p.insert(
                        STRINGS,
                        STRINGS_END,
                        all("<si>", times(830, "<r><t>" + "长".repeat(100_000) + "</t></r>"), "</si>")));
        add(
                "runs of one text",
                "runs-inline",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        all(
                                "<row><c t=\"inlineStr\"><is>",
                                times(830, "<r><t>" + "x".repeat(300_000) + "</t></r>"),
                                "</is></c></row>")));
        add(
                "runs of one text",
                "runs-a-million",
                p -> p.insert(STRINGS, STRINGS_END, all("<si>", times(1_500_000, "<r><t>x</t></r>"), "</si>")));
        add(
                "phonetics",
                "phonetics",
                p -> p.insert(
                        STRINGS,
                        STRINGS_END,
                        all("<si><t>x</t>", times(800_000, "<rPh sb=\"0\" eb=\"1\"><t>y</t></rPh>"), "</si>")));
        add(
                "phonetics",
                "phonetics-long",
                p -> p.insert(
                        STRINGS,
                        STRINGS_END,
                        all("<si><t>x</t><rPh sb=\"0\" eb=\"1\"><t>", times(25_000_000, "y"), "</t></rPh></si>")));
        add(
                "many strings",
                "strings-2-million",
                p -> p.insert(STRINGS, STRINGS_END, times(2_000_000, "<si><t>xx</t></si>")));
        add(
                "many strings",
                "strings-long",
                p -> p.insert(STRINGS, STRINGS_END, times(950, "<si><t>" + "z".repeat(32_000) + "</t></si>")));
        add(
                "a text without end",
                "comment-200-MB",
                p -> p.insert(SHEET, ROWS_END, all("<!--", times(200_000_000, "x"), "-->")));
        add(
                "a text without end",
                "cdata-200-MB",
                p -> p.insert(SHEET, ROWS_END, all("<![CDATA[", times(200_000_000, "x"), "]]>")));
        add(
                "a text without end",
                "instruction-200-MB",
                p -> p.insert(SHEET, ROWS_END, all("<?x ", times(200_000_000, "x"), "?>")));
        add(
                "a text without end",
                "value-of-digits",
                p -> p.insert(SHEET, ROWS_END, all("<row><c><v>", times(100_000_000, "9"), "</v></c></row>")));
        add(
                "a text without end",
                "formula-100-MB",
                p -> p.insert(SHEET, ROWS_END, all("<row><c><f>", times(50_000_000, "1+"), "1</f><v>1</v></c></row>")));
        add("spaces", "spaces-200-MB", p -> p.insert(SHEET, ROWS_END, times(200_000_000, " ")));
        add(
                "entities",
                "character-references",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        all("<row><c t=\"inlineStr\"><is><t>", times(20_000_000, "&#120;"), "</t></is></c></row>")));
        add(
                "entities",
                "ampersands",
                p -> p.insert(STRINGS, STRINGS_END, all("<si><t>", times(6_000_000, "&amp;"), "</t></si>")));
    }

    private void names() {
        add(
                "attributes",
                "attributes-2-million",
                p -> p.insert(SHEET, ROWS_END, all("<row ", each(2_000_000, i -> "a" + i + "=\"\" "), "/>")));
        add(
                "attributes",
                "attribute-100-MB",
                p -> p.insert(SHEET, ROWS_END, all("<row x=\"", times(100_000_000, "y"), "\"/>")));
        add(
                "attributes",
                "attribute-doubled",
                p -> p.edit(SHEET, s -> s.replace("<sheetData>", "<sheetData a=\"1\" a=\"2\">")));
        add("distinct names", "names-5-million", p -> p.insert(SHEET, ROWS_END, each(5_000_000, i -> "<a" + i + "/>")));
        add(
                "distinct names",
                "names-in-strings",
                p -> p.insert(STRINGS, STRINGS_END, each(2_000_000, i -> "<a" + i + "/>")));
        add(
                "distinct names",
                "names-in-the-workbook",
                p -> p.insert(WORKBOOK, "<sheets>", each(300_000, i -> "<a" + i + "/>")));
        add(
                "distinct names",
                "names-of-attributes",
                p -> p.insert(SHEET, ROWS_END, each(4_000_000, i -> "<row a" + i + "=\"\"/>")));
        add("a long name", "name-50-MB", p -> p.insert(SHEET, ROWS_END, all("<", times(50_000_000, "n"), "/>")));
        add(
                "namespaces",
                "namespaces-a-million",
                p -> p.insert(
                        SHEET, ROWS_END, all("<row ", each(1_000_000, i -> "xmlns:n" + i + "=\"u" + i + "\" "), "/>")));
        add(
                "namespaces",
                "namespaces-nested",
                p -> p.insert(SHEET, ROWS_END, each(200_000, i -> "<a xmlns:n" + i + "=\"u" + i + "\">")));
        add(
                "namespaces",
                "namespace-foreign",
                p -> p.edit(SHEET, s -> s.replace("spreadsheetml/2006/main", "spreadsheetml/2099/main")));
    }

    private void doctypes() {
        for (String part : List.of(SHEET, STRINGS, STYLES, CORE, WORKBOOK)) {
            String name = part.substring(part.lastIndexOf('/') + 1).replace(".xml", "");
            add(
                    "entities that multiply",
                    "laughs-" + name,
                    p -> p.edit(part, s -> s.replaceFirst("\\?>", "?>" + DOCTYPE)));
        }
        add("entities from outside", "outside-sheet", p -> p.edit(SHEET, s -> s.replaceFirst("\\?>", "?>" + OUTSIDE)));
        add("entities from outside", "outside-types", p -> p.edit(TYPES, s -> s.replaceFirst("\\?>", "?>" + OUTSIDE)));
        add(
                "entities from outside",
                "outside-utf16",
                p -> p.put(
                        SHEET,
                        p.text(SHEET)
                                .replaceFirst("<\\?xml[^>]*>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + OUTSIDE)
                                .getBytes(StandardCharsets.UTF_16)));
        add(
                "entities from outside",
                "include",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        all(
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>")));
    }

    private void brokenXml() {
        add(
                "encodings",
                "utf16-sheet",
                p -> p.put(SHEET, p.text(SHEET).replaceFirst("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)));
        add(
                "encodings",
                "gbk-sheet",
                p -> p.put(SHEET, p.text(SHEET).replaceFirst("UTF-8", "GBK").getBytes(Charset.forName("GB18030"))));
        add("encodings", "encoding-unknown", p -> p.edit(SHEET, s -> s.replaceFirst("UTF-8", "X-NONE")));
        add(
                "encodings",
                "bytes-no-utf8",
                p -> p.insert(SHEET, ROWS_END, o -> o.write(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc0})));
        add("encodings", "nul-in-strings", p -> p.insert(STRINGS, STRINGS_END, all("<si><t>\0</t></si>")));
        add("no XML", "sheet-cut", p -> p.edit(SHEET, s -> s.substring(0, s.length() / 2)));
        add("no XML", "sheet-of-noise", p -> p.put(SHEET, noise(50_000)));
        add("no XML", "strings-of-noise", p -> p.put(STRINGS, noise(50_000)));
        add("no XML", "styles-of-noise", p -> p.put(STYLES, noise(50_000)));
        add("no XML", "workbook-of-noise", p -> p.put(WORKBOOK, noise(50_000)));
        add("empty parts", "sheet-empty", p -> p.put(SHEET, ""));
        add("empty parts", "strings-empty", p -> p.put(STRINGS, ""));
        add("empty parts", "workbook-empty", p -> p.put(WORKBOOK, ""));
        add("empty parts", "styles-empty", p -> p.put(STYLES, ""));
        add("empty parts", "types-empty", p -> p.put(TYPES, ""));
        add("missing parts", "no-sheet", p -> p.remove(SHEET));
        add("missing parts", "no-strings", p -> p.remove(STRINGS));
        add("missing parts", "no-workbook", p -> p.remove(WORKBOOK));
        add("missing parts", "no-relations", p -> p.remove(RELATIONS));
        add("missing parts", "no-types", p -> p.remove(TYPES));
    }

    private void cells() {
        add(
                "addresses",
                "column-XFE",
                p -> p.insert(SHEET, ROWS_END, all("<row r=\"900\"><c r=\"XFE900\"><v>1</v></c></row>")));
        add(
                "addresses",
                "row-of-10-digits",
                p -> p.insert(SHEET, ROWS_END, all("<row r=\"9999999999\"><c r=\"A9999999999\"><v>1</v></c></row>")));
        add(
                "addresses",
                "row-negative",
                p -> p.insert(SHEET, ROWS_END, all("<row r=\"-5\"><c r=\"A-5\"><v>1</v></c></row>")));
        add(
                "addresses",
                "address-of-noise",
                p -> p.insert(SHEET, ROWS_END, all("<row r=\"901\"><c r=\"1A?\"><v>1</v></c></row>")));
        add(
                "addresses",
                "row-of-letters",
                p -> p.insert(SHEET, ROWS_END, all("<row r=\"ab\"><c r=\"A1\"><v>1</v></c></row>")));
        add(
                "many cells",
                "cells-a-million",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        each(
                                100_000,
                                i -> "<row r=\"" + (i + 1000) + "\">" + "<c><v>1</v></c>".repeat(10) + "</row>")));
        add(
                "many cells",
                "row-of-2-million",
                p -> p.insert(SHEET, ROWS_END, all("<row r=\"1000\">", times(2_000_000, "<c><v>1</v></c>"), "</row>")));
        add(
                "many cells",
                "one-cell-over-and-over",
                p -> p.insert(SHEET, ROWS_END, times(1_000_000, "<row r=\"1000\"><c r=\"A1000\"><v>1</v></c></row>")));
        add("many cells", "rows-without-cells", p -> p.insert(SHEET, ROWS_END, times(5_000_000, "<row r=\"1000\"/>")));
        add(
                "many cells",
                "styled-blanks-with-an-error",
                p -> p.edit(
                                SHEET,
                                s -> s.replaceFirst(
                                        "<c r=\"D9\"([^>]*)>.*?</c>",
                                        "<c r=\"D9\" t=\"inlineStr\"><is><t>很多</t></is></c>"))
                        .insert(
                                SHEET,
                                ROWS_END,
                                each(
                                        900_000,
                                        i -> (i % 10 == 0 ? "<row r=\"" + (i / 10 + 1000) + "\">" : "")
                                                + "<c r=\"" + (char) ('A' + i % 10) + (i / 10 + 1000) + "\" s=\"3\"/>"
                                                + (i % 10 == 9 ? "</row>" : ""))));
        for (String index : List.of("99999", "-1", "99999999999999999999", "x")) {
            add(
                    "string numbers",
                    "string-" + index,
                    p -> p.insert(SHEET, ROWS_END, all("<row r=\"1000\"><c t=\"s\"><v>" + index + "</v></c></row>")));
        }
        for (String number : List.of("1e999", "NaN", "-1e-400", "9".repeat(400))) {
            add(
                    "numbers",
                    "number-" + number.substring(0, Math.min(6, number.length())),
                    p -> p.edit(
                            SHEET,
                            s -> s.replaceFirst(
                                    "<c r=\"D9\"([^>]*)>.*?</c>", "<c r=\"D9\"><v>" + number + "</v></c>")));
        }
        add(
                "types of cells",
                "type-unknown",
                p -> p.insert(SHEET, ROWS_END, all("<row r=\"1000\"><c t=\"zz\"><v>1</v></c></row>")));
        add(
                "types of cells",
                "type-logical-2",
                p -> p.insert(SHEET, ROWS_END, all("<row r=\"1000\"><c t=\"b\"><v>2</v></c></row>")));
        add(
                "types of cells",
                "type-date-noise",
                p -> p.edit(
                        SHEET,
                        s -> s.replaceFirst(
                                "<c r=\"D9\"([^>]*)>.*?</c>", "<c r=\"D9\" t=\"d\"><v>9999-99-99</v></c>")));
        add(
                "formulas",
                "shared-in-a-circle",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        all(
                                "<row r=\"1000\"><c r=\"A1000\"><f t=\"shared\" si=\"7\" ref=\"A1000:A1000\">A1000</f><v>1</v></c>",
                                "<c r=\"B1000\"><f t=\"shared\" si=\"9\"/><v>1</v></c></row>")));
        add(
                "formulas",
                "formula-deep",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        all(
                                "<row r=\"1000\"><c><f>",
                                times(50_000, "("),
                                "1",
                                times(50_000, ")"),
                                "</f><v>1</v></c></row>")));
        add(
                "formulas",
                "formula-commands",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        all(
                                "<row r=\"1000\"><c><f>cmd|'/c calc'!A0</f><v>1</v></c><c><f>WEBSERVICE(\"http://example.invalid\")</f><v>1</v></c></row>")));
        add(
                "formulas",
                "array-over-all",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        all(
                                "<row r=\"1000\"><c r=\"A1000\"><f t=\"array\" ref=\"A1:XFD1048576\">1</f><v>1</v></c></row>")));
    }

    private void workbook() {
        add(
                "many tabs",
                "tabs-40000-one-part",
                p -> p.insert(
                        WORKBOOK,
                        "</sheets>",
                        each(40_000, i -> "<sheet name=\"s" + i + "\" sheetId=\"" + (i + 10) + "\" r:id=\"rId4\"/>")));
        add(
                "many tabs",
                "tabs-without-parts",
                p -> p.insert(
                        WORKBOOK,
                        "</sheets>",
                        each(
                                40_000,
                                i -> "<sheet name=\"s" + i + "\" sheetId=\"" + (i + 10) + "\" r:id=\"rId" + (i + 900)
                                        + "\"/>")));
        add(
                "many tabs",
                "tabs-of-one-name",
                p -> p.insert(WORKBOOK, "</sheets>", times(3, "<sheet name=\"填报说明\" sheetId=\"77\" r:id=\"rId4\"/>")));
        add("many tabs", "no-tabs", p -> p.edit(WORKBOOK, s -> s.replaceFirst("<sheets>.*</sheets>", "<sheets/>")));
        add(
                "targets",
                "target-of-the-net",
                p -> p.edit(RELATIONS, s -> s.replace("worksheets/sheet2.xml", "http://example.invalid/a.xml")));
        add(
                "targets",
                "target-outside",
                p -> p.edit(RELATIONS, s -> s.replace("worksheets/sheet2.xml", "../../../../etc/passwd")));
        add(
                "targets",
                "target-itself",
                p -> p.edit(RELATIONS, s -> s.replace("worksheets/sheet2.xml", "workbook.xml")));
        add(
                "targets",
                "target-of-2-MB",
                p -> p.edit(
                        RELATIONS,
                        s -> s.replace("worksheets/sheet2.xml", "x/../".repeat(400_000) + "worksheets/sheet2.xml")));
        add(
                "targets",
                "target-percent",
                p -> p.edit(RELATIONS, s -> s.replace("worksheets/sheet2.xml", "%2e%2e/%2e%2e/%zz")));
        add(
                "defined names",
                "names-60000-junk",
                p -> p.insert(
                        WORKBOOK,
                        "</definedNames>",
                        each(60_000, i -> "<definedName name=\"_junk" + i + "\" hidden=\"1\">#REF!</definedName>")));
        add(
                "defined names",
                "name-of-4-MB",
                p -> p.insert(
                        WORKBOOK,
                        "</definedNames>",
                        all("<definedName name=\"x\">", times(3_900_000, "1"), "</definedName>")));
        add(
                "defined names",
                "names-in-a-circle",
                p -> p.insert(
                        WORKBOOK,
                        "</definedNames>",
                        all("<definedName name=\"aa_\">bb_</definedName><definedName name=\"bb_\">aa_</definedName>")));
        add(
                "defined names",
                "name-of-sheet-99",
                p -> p.insert(
                        WORKBOOK,
                        "</definedNames>",
                        all(
                                "<definedName name=\"unit\" localSheetId=\"99\">x!$A$1</definedName>",
                                "<definedName name=\"unit\" localSheetId=\"-1\">x!$A$1</definedName>",
                                "<definedName name=\"period\" localSheetId=\"x\">x!$A$1</definedName>")));
        add(
                "defined names",
                "names-over-all-cells",
                p -> p.edit(WORKBOOK, s -> s.replaceAll("!\\$D\\$\\d+<", "!\\$A\\$1:\\$XFD\\$1048576<")));
        add("macros and links", "macros", p -> p.put("xl/vbaProject.bin", noise(10_000)));
        add("macros and links", "links-of-noise", p -> p.put("xl/externalLinks/externalLink1.xml", noise(10_000)));
        add(
                "macros and links",
                "link-to-a-share",
                p -> p.put(
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                                + "Type=\"x\" Target=\"file:////evil.invalid/share/a.xlsx\" TargetMode=\"External\"/></Relationships>"));
    }

    private void looks() {
        // each has a cell that is wrong, so that a marked copy is asked for
        UnaryOperator<Parcel> wrong = p -> p.edit(
                SHEET,
                s -> s.replaceFirst(
                        "<c r=\"D9\"([^>]*)>.*?</c>", "<c r=\"D9\" t=\"inlineStr\"><is><t>很多</t></is></c>"));
        add(
                "styles",
                "styles-64000",
                p -> wrong.apply(p).insert(STYLES, "</cellXfs>", times(64_000, "<xf numFmtId=\"0\" fontId=\"0\"/>")));
        add(
                "heights of rows",
                "heights-unsaid",
                p -> wrong.apply(p).edit(SHEET, s -> s.replaceAll("<sheetFormatPr[^>]*/>| ht=\"[^\"]*\"", "")));
        add(
                "heights of rows",
                "heights-of-0",
                p -> wrong.apply(p)
                        .edit(
                                SHEET,
                                s -> s.replaceAll("<sheetFormatPr[^>]*/>", "<sheetFormatPr defaultRowHeight=\"0\"/>")
                                        .replaceAll(" ht=\"[^\"]*\"", " ht=\"0\"")));
        add(
                "escapes in escapes",
                "escapes-38000-deep",
                p -> p.insert(
                        SHEET,
                        ROWS_END,
                        all(
                                "<row r=\"1000\"><c t=\"inlineStr\"><is><t>",
                                times(38_000, "_x"),
                                "0030_",
                                times(38_000, "030_"),
                                "</t></is></c></row>")));
        add(
                "styles",
                "styles-fonts-300000",
                p -> wrong.apply(p).insert(STYLES, "</fonts>", times(300_000, "<font><sz val=\"9\"/></font>")));
        add(
                "styles",
                "format-of-a-MB",
                p -> wrong.apply(p)
                        .insert(
                                STYLES,
                                "<fonts",
                                all(
                                        "<numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"",
                                        times(1_000_000, "0"),
                                        "\"/></numFmts>")));
        add(
                "styles",
                "style-number-999999",
                p -> wrong.apply(p)
                        .edit(SHEET, s -> s.replaceFirst("<c r=\"D10\" s=\"\\d+\"", "<c r=\"D10\" s=\"999999\"")));
        add(
                "conditional formats",
                "conditional-200000",
                p -> wrong.apply(p)
                        .insert(
                                SHEET,
                                "<dataValidations",
                                times(
                                        200_000,
                                        "<conditionalFormatting sqref=\"A1:A9\"><cfRule type=\"expression\" priority=\"1\"><formula>1</formula></cfRule></conditionalFormatting>")));
        add(
                "conditional formats",
                "ranges-of-one-format",
                p -> wrong.apply(p)
                        .insert(
                                SHEET,
                                "<dataValidations",
                                all(
                                        "<conditionalFormatting sqref=\"",
                                        times(500_000, "A1:A9 "),
                                        "\"><cfRule type=\"expression\" priority=\"1\"><formula>1</formula></cfRule></conditionalFormatting>")));
        add(
                "validations",
                "validations-200000",
                p -> wrong.apply(p)
                        .insert(
                                SHEET,
                                "</dataValidations>",
                                times(
                                        200_000,
                                        "<dataValidation type=\"list\" sqref=\"A1\"><formula1>\"x\"</formula1></dataValidation>")));
        add(
                "merged cells",
                "merged-400000",
                p -> wrong.apply(p)
                        .insert(
                                SHEET,
                                "<dataValidations",
                                all(
                                        "<mergeCells>",
                                        each(
                                                400_000,
                                                i -> "<mergeCell ref=\"A" + (i + 1000) + ":B" + (i + 1000) + "\"/>"),
                                        "</mergeCells>")));
        add(
                "columns",
                "columns-300000",
                p -> wrong.apply(p)
                        .insert(SHEET, "</cols>", times(300_000, "<col min=\"1\" max=\"16384\" width=\"9\"/>")));
        add(
                "links in cells",
                "links-300000",
                p -> wrong.apply(p)
                        .insert(
                                SHEET,
                                "<printOptions",
                                all(
                                        "<hyperlinks>",
                                        times(300_000, "<hyperlink ref=\"A1\" location=\"x\"/>"),
                                        "</hyperlinks>")));
        add(
                "comments",
                "comments-200000",
                p -> comments(
                        wrong.apply(p),
                        each(
                                200_000,
                                i -> "<comment ref=\"A" + (i + 1)
                                        + "\" authorId=\"0\"><text><t>很长的批注</t></text></comment>")));
        add(
                "comments",
                "comments-of-one-cell",
                p -> comments(
                        wrong.apply(p),
                        times(50_000, "<comment ref=\"D9\" authorId=\"0\"><text><t>x</t></text></comment>")));
        add("comments", "comments-nested", p -> comments(wrong.apply(p), times(5_000_000, "<comment>")));
        add(
                "comments",
                "comments-beyond",
                p -> comments(wrong.apply(p), all("<comment ref=\"ZZZZ99999999\" authorId=\"9\"><text/></comment>")));
        add("drawings", "drawing-nested", p -> drawing(wrong.apply(p), times(5_000_000, "<xdr:grpSp>")));
        add(
                "drawings",
                "drawing-200000",
                p -> drawing(
                        wrong.apply(p),
                        times(
                                200_000,
                                "<xdr:absoluteAnchor><xdr:pos x=\"0\" y=\"0\"/><xdr:ext cx=\"1\" cy=\"1\"/><xdr:clientData/></xdr:absoluteAnchor>")));
        add("drawings", "drawing-of-noise", p -> drawing(wrong.apply(p), o -> o.write(noise(10_000))));
        add("pictures", "picture-of-200-MB", p -> wrong.apply(p).put("xl/media/image1.png", times(200_000_000, "\0")));
        add("pictures", "pictures-1500", p -> {
            Parcel parcel = wrong.apply(p);
            for (int i = 0; i < 1_500; i++) {
                parcel.put("xl/media/image" + i + ".png", noise(100));
            }
            return parcel;
        });
    }

    private static Parcel comments(Parcel parcel, Parcel.Content comments) {
        return parcel.put(
                        "xl/comments1.xml",
                        all(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                        + "<authors><author>x</author></authors><commentList>",
                                comments,
                                "</commentList></comments>"))
                .put("xl/worksheets/_rels/sheet2.xml.rels", relation("comments", "../comments1.xml"))
                .edit(
                        TYPES,
                        s -> s.replace(
                                "</Types>",
                                "<Override PartName=\"/xl/comments1.xml\" "
                                        + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/></Types>"));
    }

    private static Parcel drawing(Parcel parcel, Parcel.Content anchors) {
        return parcel.put(
                        "xl/drawings/drawing1.xml",
                        all(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\">",
                                anchors,
                                "</xdr:wsDr>"))
                .put("xl/worksheets/_rels/sheet2.xml.rels", relation("drawing", "../drawings/drawing1.xml"))
                .edit(
                        SHEET,
                        s -> s.replace(
                                "</worksheet>",
                                "<drawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"/></worksheet>"))
                .edit(
                        TYPES,
                        s -> s.replace(
                                "</Types>",
                                "<Override PartName=\"/xl/drawings/drawing1.xml\" "
                                        + "ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/></Types>"));
    }

    private static String relation(String type, String target) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private void properties() {
        add(
                "properties",
                "saved-in-9999",
                p -> p.edit(CORE, s -> s.replaceFirst("(<dcterms:modified[^>]*>)[^<]*", "$19999-12-31T23:59:59Z")));
        add(
                "properties",
                "saved-at-noise",
                p -> p.edit(CORE, s -> s.replaceFirst("(<dcterms:modified[^>]*>)[^<]*", "$1yesterday")));
        add(
                "properties",
                "saved-twice",
                p -> p.edit(CORE, s -> s.replaceFirst("(<dcterms:modified.*?</dcterms:modified>)", "$1$1")));
        add("properties", "core-of-noise", p -> p.put(CORE, noise(10_000)));
    }

    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
