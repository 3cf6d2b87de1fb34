package org.huizong.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which known word somebody meant. */
class NearestTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    safety.inspectoins | safety.inspections
                    SAFETY.INSPECTIONS | safety.inspections
                    safety.inspection  | safety.inspections
                    food.found         | food.fond
                    weather            | ''
                    """)
    void isOneOfThoseThatTakeTheFewestChanges(String word, String near) {
        var known = List.of("safety.inspections", "food.fond", "food.fined", "traffic.vehicles_checked");

        assertThat(Nearest.of(word, known)).isEqualTo(near);
    }

    @Test
    void countsTheNearestOfSeveralNamesAndKeepsTheOrderOfTheKnown() {
        var known = List.of(List.of("石桥村", "shiqiao"), List.of("石桥社区"), List.of("龙泉村"));

        assertThat(Nearest.among("石侨村", known, names -> names)).containsExactly(known.get(0));
        assertThat(Nearest.among("石桥", known, names -> names)).containsExactly(known.get(0), known.get(1));
        assertThat(Nearest.among("石".repeat(121), known, names -> names)).isEmpty();
    }
}
