package org.huizong.publish.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.docx.WordFile;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.junit.jupiter.api.Test;

class DocumentLintTest {
    private static final String YEAR = "narrative/year.docx";

    private static List<String> said(String name, byte[] content) {
        MessageBundle words = new MessageBundle(Lang.ZH);
        return DocumentLint.faults(catalogue(name, content)).stream()
                .map(words::fault)
                .toList();
    }

    private static Catalogue catalogue(String name, byte[] content) {
        Map<String, byte[]> files = new HashMap<>(CatalogueLoader.builtInTables());
        files.put(name, content);
        return CatalogueLoader.load(files);
    }

    @Test
    void namesTheNearestOfAMisspeltField() {
        byte[] file = WordFile.of(WordFile.p("标题") + WordFile.p("全年检查{inspectoins:change}。"));

        assertThat(said(YEAR, file))
                .containsExactly("narrative/year.docx 第2段：“全年检查{inspectoins:change}。”里没有“inspectoins:change”这个字段。"
                        + "是不是：inspections:change");
    }

    @Test
    void refusesAFieldOfAnotherPeriod() {
        assertThat(said(YEAR, WordFile.of(WordFile.p("{inspections:month}"))))
                .containsExactly(
                        "narrative/year.docx 第1段：“{inspections:month}”里的“inspections:month”是别的报告期的字段，这里写 inspections。");
    }

    @Test
    void takesIndicatorsByTheirLabelsAndThePeriodOfTheText() {
        assertThat(said(YEAR, WordFile.of(WordFile.p("{行政执法检查：change}{inspections:year}{Leaflets handed out}"))))
                .isEmpty();
    }

    @Test
    void saysWhatIsNotClosed() {
        assertThat(said(YEAR, WordFile.of(WordFile.p("甲") + WordFile.p("{if missing}"))))
                .containsExactly(
                        "narrative/year.docx 第2段：“{if missing}”开了头，没有配上的 {end}。" + "开头和结尾要么各占一段，要么各占表格的一行，要么在同一段文字里。");
    }

    @Test
    void letsNoNameOntoThePublicPageThatCouldNameSomebody() {
        assertThat(said("narrative/public.docx", WordFile.of(WordFile.p("{missing:units}{each problems}{end}"))))
                .containsExactly(
                        "narrative/public.docx 第1段：“{missing:units}{each proble…”里的“missing:units”不能写进政务公开页：它可能写出单位、问题或个人。",
                        "narrative/public.docx 第1段：“…ssing:units}{each problems}{end}”里的“problems”不能写进政务公开页：它可能写出单位、问题或个人。");
    }

    @Test
    void saysWhatToDoWithAFileThatIsNoWordFile() {
        assertThat(said(YEAR, "文字".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "narrative/year.docx：打不开，或者不是 Word 文件（.docx）。请在 Word 或 WPS 里重新保存为 .docx，或者删去它，改用程序自带的。");
    }

    @Test
    void tellsAnEditedTextFromAnotherAndReadsNoReturnAgainForIt() {
        Catalogue one = catalogue(YEAR, WordFile.of(WordFile.p("甲")));
        Catalogue other = catalogue(YEAR, WordFile.of(WordFile.p("乙")));

        assertThat(one.digestOfAll()).isNotEqualTo(other.digestOfAll());
        assertThat(one.digest()).isEqualTo(other.digest());
    }
}
