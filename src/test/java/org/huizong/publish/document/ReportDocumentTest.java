package org.huizong.publish.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.huizong.docx.WordFile;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.workbook.Qingxi;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reports on October 2025 of the made-up township: 石桥村 has sent nothing for publicity. */
class ReportDocumentTest {
    private static Qingxi qingxi;

    @BeforeAll
    static void make(@TempDir Path folder) {
        qingxi = new Qingxi(folder);
    }

    @AfterAll
    static void close() {
        qingxi.close();
    }

    private static List<String> october(Lang lang, boolean fits) {
        return WordFile.read(new ReportDocument(terms(lang), fits).bytes());
    }

    private static Terms terms(Lang lang) {
        return new Terms(
                qingxi.october1(), qingxi.catalogue(), new Wording(new MessageBundle(lang), qingxi.catalogue()));
    }

    @Test
    void saysOnceInAParagraphWhomPartialFiguresLack() {
        assertThat(october(Lang.ZH, true))
                .contains("（一）普法宣传与培训。发放宣传资料988份（缺石桥村，实报22/23），比上年同月下降13.8%，按同口径22家计，"
                        + "本年累计11377份（缺石桥村，实报229/230）；接受群众咨询93人次（同前），比上年同月增长20.8%，按同口径22家计，"
                        + "本年累计919人次（同前）；张贴标语21处（同前），比上年同月下降16.0%，按同口径22家计，本年累计227处（同前）；"
                        + "办板报10期（同前），比上年同月下降16.7%，按同口径22家计，本年累计112期（同前）；"
                        + "举办培训班0期（同前），比上年同月减少1期，按同口径22家计，本年累计9期（同前）；"
                        + "培训班参加人次115人次（同前），上年同月为0，按同口径22家计，本年累计547人次（同前）。");
    }

    @Test
    void marksPartialFiguresOfATable() {
        assertThat(october(Lang.ZH, true)).contains("接受群众咨询|人次|93（不全）|84", "举办培训班|期|0（不全）|1");
    }

    @Test
    void saysWhoHasReported() {
        assertThat(october(Lang.ZH, true))
                .contains(
                        "（一）责任到岗，按期报送。执法事项分解到部门和岗位，工作情况按统一表式逐期填报。2025年10月应报报表37份，实报35份，其中迟报1份。"
                                + "缺报1份，涉及石桥村，下文的数不含这些报表。",
                        "报表报送方面，有1份没有按期报来，及时性有待提高。",
                        "还有2份应报的报表没有计入，需要催报、改正。",
                        "说明：本报告的数为第1版。数据不完整，未计入：石桥村（普法宣传与学法情况，缺报）、青山村（村（社区）基层工作情况，退回）。");
    }

    @Test
    void saysThatFiguresAreNoMoreThoseOfTheEdition() {
        assertThat(october(Lang.ZH, true)).noneMatch(line -> line.contains("有变动"));
        assertThat(october(Lang.ZH, false)).contains("【提示】第1版以后，报表、目录表、打分或说明等有变动，下面是现在的数，先重新汇总再定稿。");
    }

    @Test
    void speaksEnglish() {
        assertThat(october(Lang.EN, true))
                .contains(
                        "Qingxi Township Law Enforcement Report, October 2025",
                        "Training courses held|issues|0 (not whole)|1")
                .noneMatch(line -> line.matches("(?s).*\\p{IsHan}.*"));
    }

    @ParameterizedTest
    @EnumSource
    void makesTheSameBytesTwice(Lang lang) {
        assertThat(new ReportDocument(terms(lang), true).bytes())
                .isEqualTo(new ReportDocument(terms(lang), true).bytes());
    }
}
