package org.huizong.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BracketsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    没有告知记录(告知日 {none}),请核实。        | 没有告知记录,请核实。
                    没有告知记录（告知日 {none}）,请核实。      | 没有告知记录,请核实。
                    违法行为({day},终了 {none})到发现          | 违法行为({day})到发现
                    违法行为(终了 {none},{day})到发现          | 违法行为({day})到发现
                    人口({day}、{none};见说明)                 | 人口({day}、见说明)
                    决定({day})前(法律另有规定的写明)          | 决定({day})前(法律另有规定的写明)
                    告知日 {none},请核实。                     | 告知日 {none},请核实。
                    no notice (notice: {none}); please verify | no notice; please verify
                    """)
    void leavesOutWhatIsLackingInBrackets(String pattern, String left) {
        assertThat(Brackets.without(pattern, "none"::equals)).isEqualTo(left);
    }

    @Test
    void knowsThePlaceOfAWordThatGoesWithANumber() {
        assertThat(Brackets.without("seen ({none} {none|day|days} late)", "none"::equals))
                .isEqualTo("seen");
        assertThat(Brackets.without("seen ({late} {late|day|days} late)", "none"::equals))
                .isEqualTo("seen ({late} {late|day|days} late)");
    }
}
