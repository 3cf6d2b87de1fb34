package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "欧阳修, 欧阳*",
        "欧阳, 欧*",
        "13812345678, 138****5678",
        "11010519491231002X, **************002X",
        "91350100M000100Y43, **************0Y43",
        "023-6123456, *******3456",
        "李, 李*",
        "魏 庚, 魏*",
        "魏\u3000庚, 魏*",
        "欧 阳 修, 欧阳*",
        "买买提·艾力, 买*",
        "weigeng, w*",
        "Wei Geng, W*",
        "JOHNSON, J*",
        "１３８１２３４５６７８, 138****5678",
        "138-1234-5678, 138****5678",
        "+86 138 1234 5678, 138****5678",
        "11010519491231002x, **************002x",
        "110105 19491231 002X, **************002X",
        "'  王五 ', 王*",
        "'', ''"
    })
    void keepsNoMoreThanIsNeededToRecogniseIt(String value, String masked) {
        assertThat(Masking.mask(value)).isEqualTo(masked);
    }
}
