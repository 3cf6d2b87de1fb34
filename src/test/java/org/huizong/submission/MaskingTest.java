package org.huizong.submission;

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
        "'  王五 ', 王*",
        "'', ''"
    })
    void keepsNoMoreThanIsNeededToRecogniseIt(String value, String masked) {
        assertThat(Masking.mask(value)).isEqualTo(masked);
    }
}
