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
            赵铁柱和钱满仓         | 赵铁柱反映钱满仓占地            | 赵*反映钱*占地
            赵铁柱与钱满仓以及欧阳和平夫妇 | 欧阳和平找钱满仓、赵铁柱      | 欧阳*找钱*、赵*
            孙大圣夫妇           | 孙大圣投诉                | 孙*投诉
            孙大圣一家三口         | 孙大圣投诉                | 孙*投诉
            秦叔宝之子秦怀玉        | 秦叔宝说秦怀玉              | 秦*说秦*
            秦叔宝的儿子          | 秦叔宝说                 | 秦*说
            褚遂良&卫子夫         | 卫子夫、褚遂良              | 卫*、褚*
            褚遂良＆卫子夫         | 卫子夫、褚遂良              | 卫*、褚*
            何仙姑女            | 何仙姑来访                | 何*来访
            何仙姑 女           | 何仙姑来访                | 何*来访
            吕洞宾男43岁         | 吕洞宾来访                | 吕*来访
            吕洞宾(男,43岁,汉族)   | 吕洞宾,汉族,43岁以上          | 吕*,汉族,43岁以上
            李亚男             | 李亚男来访                | 李*来访
            张和平             | 张和平、平和镇              | 张*、平和镇
            138-1111-5555    | 打(138)11115555、（138）1111-5555 | 打138****5555、138****5555
            0826-2345678     | (0826)2345678、2345678、08262345678 | (0826)***5678、***5678、*******5678
            2345678          | 0826-2345678、08262345678 | 0826-***5678、0826***5678
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
            3456712            | 共3456…         | 共3*…
            魏庚                 | 打+8613812345…  | 打+******2345…
            魏庚                 | 证510197690…    | 证*****7690…
            魏庚                 | 填了1000000…     | 填了1000000…
            魏庚                 | 填了 1000000000000000000000000000000000000000… | 填了 1000000000000000000000000000000000000000…
            魏庚                 | 2025-01000000000000000000000000000000000… | 2025-01000000000000000000000000000000000…
            魏庚                 | 证51019769139…  | 证51019769139…
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            有1件:张三丰 13912345678 证号510197690627363 未办 | 有1件:张三丰 139****5678 证号***********7363 未办
            139 1234 5678或139-1234-5678  | 139****5678或139****5678
            +86 13912345678、008613912345678 | +86 139****5678、0086139****5678
            (139)12345678              | 139****5678
            tel13912345678             | tel139****5678
            电话号码１３９１２３４５６７８       | 电话号码139****5678
            """)
    void knowsMobileAndOldCitizensNumbersByThemselves(String text, String masked) {
        assertThat(new PersonalTexts(List.of(), WORDS).masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2139123456789      | 更长的数里的一段
            139123456780       | 更长的数里的一段
            青公〔2025〕13912345678号 | 案号
            青公(2025)13912345678  | 案号
            第13912345678        | 案号
            13912345678号        | 案号
            SN13912345678      | 编号
            1.3333333333       | 小数
            13912345678.5      | 小数
            13,912,345,678     | 分节的数
            15 2025 12345      | 几个数
            12912345678        | 不是手机号段
            510197250106123    | 以本世纪日期编的号
            510197691327363    | 没有这一天
            5101976906273631   | 更长的数
            """)
    void leavesNumbersThatAreNoPersons(String text, String why) {
        assertThat(new PersonalTexts(List.of(), WORDS).masked(text)).as(why).isEqualTo(text);
    }
}
