package org.huizong.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllotmentTest {
    @Test
    void dividesByWeight() {
        assertThat(Allotment.of(10, weights(5, 3, 2), Map.of())).isEqualTo(Map.of("a", 5, "b", 3, "c", 2));
    }

    @Test
    void givesWhatCannotBeDividedToTheStrongestAndOfEqualsToTheFirst() {
        assertThat(Allotment.of(2, weights(1, 1, 1), Map.of())).isEqualTo(Map.of("a", 1, "b", 1, "c", 0));
    }

    @Test
    void givesNobodyMoreThanTheLimitAndNothingWithoutWeight() {
        assertThat(Allotment.of(10, weights(9, 1, 0), Map.of("a", 4))).isEqualTo(Map.of("a", 4, "b", 6, "c", 0));
    }

    @Test
    void saysWhenTheLimitsLeaveNoRoom() {
        assertThatThrownBy(() -> Allotment.of(3, weights(1, 1, 0), Map.of("a", 1, "b", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no room for 1 of 3 in {a=1, b=1}");
    }

    private static Map<String, Double> weights(double a, double b, double c) {
        return new TreeMap<>(Map.of("a", a, "b", b, "c", c));
    }
}
