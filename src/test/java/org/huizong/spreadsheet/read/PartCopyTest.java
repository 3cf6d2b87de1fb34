package org.huizong.spreadsheet.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartCopyTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!--" + " ".repeat(PartHead.LENGTH)
            + "-->" + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t='n'>";
    private static final String FOOT = "<v>3</v></c></row></sheetData><x f=\"a>b\"/></worksheet>";

    /** Copies a part that is read in one piece up to its cell, and then in pieces of a size. */
    private static PartCopy copy(Part part, String xml, int piece) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        var copy = new PartCopy(part);
        var markup = new Markup(ZipGuard.LITTLE);
        markup.begin(true, copy);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from == 0 ? PartHead.LENGTH : from + piece);
            byte[] hand = Arrays.copyOfRange(bytes, from, to);
            markup.read(hand, hand.length);
            copy.end(hand, hand.length);
            from = to;
        }
        return copy;
    }

    private static String text(PartCopy copy) {
        return new String(copy.toByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IF(COUNT(safety.found)&lt;1,\"\",1)",
                "<![CDATA[IF(A1=\"\",\"未填\",\"\")]]>",
                "A1&amp;B1",
                "A1\n+B1",
                "<![CDATA[A1&B1]]>"
            })
    void leavesOutAFormulaThatIsNeverWorkedOutWhereverThePartIsDivided(String formula) {
        for (int piece = 1; piece < 90; piece++) {
            PartCopy copy = copy(Part.WORKSHEET, HEAD + "<f a=\"/\">" + formula + "</f>" + FOOT, piece);

            assertThat(text(copy)).isEqualTo(HEAD + FOOT);
            assertThat(copy.isWhole()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<f>SUM($A$1:B2)*2/(3-1.5)</f>",
                "<f><![CDATA[3+2]]></f>",
                "<f>1&#43;1</f>",
                "<f>1<!-- a comment --></f>",
                "<f t=\"shared\" si=\"0\"/>",
                "<x:f>IF(a&lt;1,2)</x:f>",
                "<g>IF(a&lt;1,2)</g>"
            })
    void keepsWhatMayBeWorkedOutAndWhatIsNoFormula(String element) {
        String xml = HEAD + element + FOOT;
        for (int piece = 1; piece < 90; piece++) {
            PartCopy copy = copy(Part.WORKSHEET, xml, piece);

            assertThat(text(copy)).isEqualTo(xml);
            assertThat(copy.isWhole()).isTrue();
        }
    }

    @Test
    void leavesOutALongSumThoughItsSignsAreThoseOfATypedOne() {
        String sum = "A1" + "+A2".repeat(40);

        assertThat(text(copy(Part.WORKSHEET, HEAD + "<f>" + sum + "</f>" + FOOT, 7)))
                .isEqualTo(HEAD + FOOT);
    }

    @Test
    void keepsTheWholeOfAnyOtherPart() {
        String xml = HEAD + "<f>IF(a&lt;1,2)</f>" + FOOT;

        assertThat(text(copy(Part.SHARED_STRINGS, xml, 7))).isEqualTo(xml);
    }

    @Test
    void isEmptyOnceItIsLetGoOfInTheMiddleOfAFormula() {
        byte[] hand = "<f>IF(".getBytes(StandardCharsets.UTF_8);
        var copy = new PartCopy(Part.WORKSHEET);
        copy.beginElement(2);
        copy.beginFormula(3);
        copy.end(hand, hand.length);

        copy.drop();
        copy.endFormula("a)</f>".getBytes(StandardCharsets.UTF_8), 3, 5);

        assertThat(copy.isKept()).isFalse();
        assertThat(copy.size()).isZero();
    }

    @Test
    void leavesOutACellWithNothingInItWhereverThePartIsDivided() {
        String empty = "<v>1</v></c><c r=\"B1\" s=\"1\"/><c r=\"ZZ1048576\"/><c r=\"C1\" s=\"1\">";
        for (int piece = 1; piece < 90; piece++) {
            PartCopy copy = copy(Part.WORKSHEET, HEAD + empty + FOOT, piece);

            assertThat(text(copy)).isEqualTo(HEAD + "<v>1</v></c><c r=\"C1\" s=\"1\">" + FOOT);
            assertThat(copy.isWhole()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<f>IF(a&lt;1,\"\",2)</f><v/>",
                "<f>1+1</f>",
                "<f><![CDATA[IF(A1>1,2,3)]]></f><v></v>",
                "<f t=\"shared\" si=\"0\"/><v a=\"1\"/>",
                "<is><t/></is>"
            })
    void leavesOutACellInWhichNothingButAFormulaIsWritten(String content) {
        String cell = "<c r=\"B1\" t=\"str\">" + content + "</c>";
        for (int piece = 1; piece < 90; piece++) {
            PartCopy copy = copy(Part.WORKSHEET, HEAD + "<v>1</v></c>" + cell + "<c r=\"C1\">" + FOOT, piece);

            assertThat(text(copy)).isEqualTo(HEAD + "<v>1</v></c><c r=\"C1\">" + FOOT);
            assertThat(copy.isWhole()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"B1\"><v>0</v></c>",
                "<c r=\"B1\"><v><![CDATA[0]]></v></c>",
                "<c r=\"B1\"><f/><is><t>&#32;</t></is></c>",
                "<c r=\"B1\"><v>0</v><x></x></c>",
                "<c r=\"B1\"> <v/></c>",
                "<c r=\"B1\"><v></c>"
            })
    void keepsACellInWhichSomethingIsWrittenOrThatIsOdd(String cell) {
        String xml = HEAD + "<v>1</v></c>" + cell + "<c r=\"C1\">" + FOOT;
        for (int piece = 1; piece < 90; piece++) {
            assertThat(text(copy(Part.WORKSHEET, xml, piece))).isEqualTo(xml);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<c/>", "<c s=\"1\" r=\"B1\"/>", "<c r=\"AAA1\"/>", "<c r=\"1\"/>", "<c r=\"\"/>", "<col/>"})
    void keepsEveryCellWhereAnAddressIsMissingOrFarAway(String cell) {
        String xml = HEAD + "<v>1</v></c>" + cell + "<c>" + FOOT;
        for (int piece = 1; piece < 90; piece++) {
            assertThat(text(copy(Part.WORKSHEET, xml, piece))).isEqualTo(xml);
        }
    }

    @Test
    void isOfNoUseWhereACellCountsOnFromOneThatIsGone() {
        for (int piece = 1; piece < 90; piece++) {
            PartCopy copy = copy(Part.WORKSHEET, HEAD + "</c><c r=\"B1\"/><c>" + FOOT, piece);

            assertThat(copy.isKept()).isFalse();
        }
    }
}
