package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.huizong.intake.parse.NilText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NilTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "是",
                "是的",
                "√",
                "✓",
                "无",
                "没有",
                "零",
                "0",
                "０",
                "0件",
                "零报告",
                "零申报",
                "本期零报告。",
                "本期无",
                "本月无案件",
                "本月无行政处罚案件",
                "5月份无",
                "2025年5月无案件",
                "本期案件数为0",
                "本季度没有发生案件",
                "无此项业务",
                "无可报",
                "本月无规范性文件",
                "(无)",
                "是,本期无",
                "NONE",
                "Yes"
            })
    void takesWhatClearlySaysThatThereWasNothing(String written) {
        assertThat(NilText.saysNone(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "否",
                "有",
                "3件",
                "10",
                "本月3起",
                "无变化",
                "无新增",
                "本月无新增案件",
                "本期无办结案件",
                "没有上报",
                "未上报",
                "不是没有",
                "详见附件",
                "同上",
                "/",
                "—",
                "无,另有2件移送",
                "×"
            })
    void guessesNothingFromWhatDoesNot(String written) {
        assertThat(NilText.saysNone(written)).isFalse();
    }
}
