package org.huizong.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huizong.docx.WordFile.p;
import static org.huizong.docx.WordFile.r;
import static org.huizong.docx.WordFile.row;
import static org.huizong.docx.WordFile.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTextTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    /** A township with the given villages, none of them or some. */
    private record Town(String name, List<String> villages) {}

    private static Vocabulary<Town> names() {
        var village = new Vocabulary<String>().field("village", Meaning::of);
        return new Vocabulary<Town>()
                .field("town", t -> Meaning.of(t.name()))
                .field("count", t -> Meaning.of(t.villages().size()))
                .list("villages", village, Town::villages)
                .refuse("mayor", new Vocabulary.Refusal("document.public", Map.of("value", "mayor")));
    }

    private static List<String> filled(String body, String... villages) {
        return WordFile.read(bytes(body, villages));
    }

    private static byte[] bytes(String body, String... villages) {
        try {
            WordText text = WordText.read(WordFile.of(body));
            assertThat(text.flaws(names())).isEmpty();
            return text.fill(names(), new Town("青溪镇", List.of(villages)), "报告", DAY);
        } catch (UnfitWordFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Flaw> flaws(String body) throws UnfitWordFileException {
        return WordText.read(WordFile.of(body)).flaws(names());
    }

    @Test
    void fillsAFieldThatWordHasSplitOverRunsInTheLookInWhichItBegins() throws IOException {
        String body =
                p(r("全镇{to", "<w:b/>"), "<w:proofErr w:type=\"spellStart\"/>", r("w", "<w:i/>"), r("n}共", "<w:i/>"));

        byte[] file = bytes(body);

        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var runs = document.getParagraphs().get(0).getRuns();
            assertThat(runs)
                    .extracting(r -> r.text() + (r.isBold() ? " bold" : "") + (r.isItalic() ? " italic" : ""))
                    .containsExactly("全镇 bold", "青溪镇 bold", "共 italic");
        }
    }

    @Test
    void takesWideBracesAndCapitalsForTheSame() {
        assertThat(filled(p("｛ Town ｝有{COUNT}个村"), "石桥村")).containsExactly("青溪镇有1个村");
    }

    @Test
    void repeatsParagraphsBetweenThoseThatOpenAndClose() {
        assertThat(filled(p("{each villages}") + p("{number}. {village}") + p("{end}") + p("完"), "石桥村", "青山村"))
                .containsExactly("1. 石桥村", "2. 青山村", "完");
    }

    @Test
    void repeatsRowsBetweenThoseThatOpenAndClose() {
        assertThat(filled(
                        table(
                                row("村", "序号"),
                                row("{each villages}", ""),
                                row("{village}", "{number:zh}"),
                                row("{end}", "")),
                        "石桥村",
                        "青山村"))
                .containsExactly("村|序号", "石桥村|一", "青山村|二");
    }

    @Test
    void repeatsWordsWithinAParagraph() {
        assertThat(filled(p("有{each villages}{village}{if not last}、{end}{end}。"), "石桥村", "青山村", "柳溪村"))
                .containsExactly("有石桥村、青山村、柳溪村。");
    }

    @Test
    void leavesOutWhatIsThereOnAConditionThatIsNotMet() {
        String body = p("{如果 villages}") + p("有村") + p("{否则}") + p("没有村") + p("{结束}") + p("{if count}{count}个{end}");

        assertThat(filled(body)).containsExactly("没有村");
        assertThat(filled(body, "石桥村")).containsExactly("有村", "1个");
    }

    @Test
    void leavesNoTableWithoutRows() {
        assertThat(filled(table(row("{each villages}"), row("{village}"), row("{end}")) + p("完")))
                .containsExactly("完");
    }

    @Test
    void letsNoTextOfTheStoreBreakTheFile() {
        assertThat(filled(p("{each villages}{village};{end}"), "<石&桥>\u0001", "{town}", "a\nb", "\uD800\uFFFF"))
                .containsExactly("<石&桥>␁;{town};a\nb;\uFFFD\uFFFD;");
    }

    @Test
    void makesTheSameBytesTwice() {
        String body = p("{town}") + table(row("{each villages}"), row("{village}"), row("{end}"));

        assertThat(bytes(body, "石桥村")).isEqualTo(bytes(body, "石桥村"));
    }

    @Test
    void namesTheNearestOfAMisspeltFieldAndItsPlace() throws UnfitWordFileException {
        var flaws = flaws(p("") + p("第一段") + table(row("全镇共有村庄和社区一共{cuont}个", "")));

        assertThat(flaws)
                .containsExactly(
                        new Flaw("", 2, "全镇共有村庄和社区一共{cuont}个", "field", Map.of("value", "cuont", "near", "count")));
    }

    @Test
    void saysWhyANameOfElsewhereIsWrongHere() throws UnfitWordFileException {
        assertThat(flaws(p("{mayor}")))
                .containsExactly(new Flaw("", 1, "{mayor}", "document.public", Map.of("value", "mayor")));
    }

    @Test
    void knowsTheNamesOfAListOnlyWithinIt() throws UnfitWordFileException {
        assertThat(flaws(p("{village}{each villages}{village}{end}")))
                .extracting(Flaw::kind, Flaw::words)
                .containsExactly(tuple("field.none", "{village}{each villag…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{if count}", "{each villages}{village}", "{if count}{each villages}{end}"})
    void refusesWhatIsNeverClosed(String words) throws UnfitWordFileException {
        assertThat(flaws(p("甲") + p(words)))
                .extracting(Flaw::paragraph, Flaw::kind)
                .contains(tuple(2, "open"));
    }

    @Test
    void refusesWhatClosesNothingTurnsNothingOrHasASingleBrace() throws UnfitWordFileException {
        assertThat(flaws(p("{end}") + p("{else}") + p("{each villages}{else}{end}") + p("单独的{括号")))
                .extracting(Flaw::paragraph, Flaw::kind)
                .containsExactlyInAnyOrder(tuple(1, "end"), tuple(2, "else"), tuple(3, "else"), tuple(4, "brace"));
    }

    @Test
    void refusesAFileThatIsNoneOrHasMacros() {
        assertThatThrownBy(() -> WordText.read("不是".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("broken");
        assertThatThrownBy(() -> WordText.read(WordFile.of("<w:p>"))).hasMessage("broken");
        assertThatThrownBy(() ->
                        WordText.read(WordFile.of(p(""), "application/vnd.ms-word.document.macroEnabled.main+xml")))
                .hasMessage("macros");
        assertThatThrownBy(() -> WordText.read(WordFile.of("<!-- " + " ".repeat(65 << 20) + " -->")))
                .hasMessage("large");
    }

    static List<Long> seeds() {
        return new Random(20261130).longs(200).boxed().toList();
    }

    /** However a sentence is split into runs, it says the same. */
    @ParameterizedTest
    @MethodSource("seeds")
    void saysTheSameHoweverItIsSplit(long seed) {
        var random = new Random(seed);
        String sentence =
                "在{town}，有{count}个村：{each villages}{village}{if last}。{else}、{end}{end}{if not count}没有{end}完";
        List<String> runs = new ArrayList<>();
        for (int at = 0; at < sentence.length(); ) {
            int to = Math.min(sentence.length(), at + 1 + random.nextInt(9));
            runs.add(r(sentence.substring(at, to), random.nextBoolean() ? "<w:b/>" : ""));
            at = to;
        }

        var said = filled(p(runs.toArray(String[]::new)), "石桥村", "青山村");

        assertThat(said).containsExactly("在青溪镇，有2个村：石桥村、青山村。完");
    }
}
