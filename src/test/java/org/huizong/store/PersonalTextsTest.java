package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTextsTest {
    private static final PersonalTexts.Words WORDS = new PersonalTexts.Words(List.of("石桥村", "安全生产检查", "处罚", "林业站"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            魏 庚              | 对魏庚立案                 | 对魏*立案
            魏庚               | 对魏 庚、魏\u3000庚立案        | 对魏*、魏*立案
            魏\u200e庚           | 魏庚                     | 魏*
            魏庚               | 魏\u200b庚\u202c已缴            | 魏*\u202c已缴
            买买提·艾力           | 买买提艾力和买买提•艾力        | 买*和买*
            买买提艾力            | 买买提·艾力、买买提.艾力       | 买*、买*
            欧阳娜娜             | 欧 阳 娜 娜未到场           | 欧阳*未到场
            13812345678      | 电话１３８-１２３４-５６７８    | 电话138****5678
            138 1234 5678    | 13812345678转            | 138****5678转
            138-1234-5678    | 打138 12345678           | 打138****5678
            11010519491231002X | 证号11010519491231002x。   | 证号**************002x。
            １１０１０５１９４９１２３１００２Ｘ | 11010519491231002X | **************002X
            魏庚、李四海           | 魏庚家、李四海家             | 魏*家、李*家
            魏庚 13812345678   | 找魏庚,打13812345678        | 找魏*,打138****5678
            魏庚13812345678    | 找魏庚,打13812345678        | 找魏*,打138****5678
            魏庚等             | 魏庚等三人                 | 魏*等三人
            13812345678      | +8613812345678、013812345678 | +86138****5678、0138****5678
            13812345678      | 0086-138-1234-5678       | 0086-138****5678
            +8613812345678   | 电话13812345678或+8613812345678 | 电话138****5678或138****5678
            Wei Geng         | fine for weigeng, WEI GENG | fine for w*, W*
            Li Wei           | liweight                | liweight
            """)
    void masksWhereverItStands(String personal, String text, String masked) {
        assertThat(new PersonalTexts(List.of(personal), WORDS).masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            魏       | 魏庚、魏村         | 一个字的姓
            石桥     | 石桥村东头         | 村名的一部分
            石桥村    | 石桥村东头         | 单位名
            安全     | 安全生产检查一次      | 指标名的一部分
            处罚     | 处罚             | 选项
            匿名     | 匿名来信          | 没有名字
            12     | 12月12日         | 太短的数
            12345  | 编号2123456      | 更长的数里的一段
            魏庚     | 魏,庚子年         | 标点隔开
            """)
    void leavesWhatIsNotThatName(String personal, String text, String why) {
        assertThat(new PersonalTexts(List.of(personal), WORDS).masked(text))
                .as(why)
                .isEqualTo(text);
    }

    /** A text is shown to 40 characters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13812345678        | 打138123456…     | 打*****3456…
            11010519491231002X | 证110105194912…  | 证********4912…
            欧阳娜娜               | 找欧阳娜…         | 找欧阳*…
            魏庚                 | 找魏…           | 找魏…
            匿名来信               | 王五,11010519491… | 王五,110****9491…
            魏庚                 | 共3456…         | 共3456…
            """)
    void masksWhatWasCutShort(String personal, String text, String masked) {
        assertThat(new PersonalTexts(List.of(personal), WORDS).masked(text)).isEqualTo(masked);
    }

    @Test
    void masksANameOutsideTheWordThatItIsAPartOf() {
        PersonalTexts texts = new PersonalTexts(List.of("石桥"), WORDS);

        assertThat(texts.masked("石桥住石桥村,石桥已缴")).isEqualTo("石*住石桥村,石*已缴");
    }

    @Test
    void takesTheLongestNameFirst() {
        PersonalTexts texts = new PersonalTexts(List.of("王平", "王平安"), WORDS);

        assertThat(texts.masked("王平安和王平")).isEqualTo("王*和王*");
    }

    @Test
    void knowsACitizensNumberByItself() {
        PersonalTexts texts = new PersonalTexts(List.of(), WORDS);

        assertThat(texts.masked("案1101051949 1231002x号")).isEqualTo("案**************002x号");
        assertThat(texts.masked("1110105194912310021")).isEqualTo("1110105194912310021");
        assertThat(texts.masked("110105194912310021")).isEqualTo("110105194912310021");
    }
}
