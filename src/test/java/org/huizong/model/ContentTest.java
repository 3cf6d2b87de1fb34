package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTest {
    @Test
    void tellsASwapOfTwoValuesFromWhatItWas() {
        for (int one = 0; one < 60; one++) {
            for (int other = one + 1; other < 60; other++) {
                assertThat(content(number("a.patrols", one), number("a.stalls", other)))
                        .isNotEqualTo(content(number("a.patrols", other), number("a.stalls", one)));
            }
        }
    }

    @Test
    void doesNotSeeOrderCellsDigitsBehindTheLastOrSpaces() {
        var one = content(
                at("a.fines", "", Value.of(new BigDecimal("1200")), "D9"),
                at("a.party", "1号", Value.of("张三"), "E9"),
                at("a.day", "1号", Value.of(LocalDate.of(2025, 1, 3)), "F9"));
        var other = content(
                at("a.day", "1号", Value.of(LocalDate.of(2025, 1, 3)), "F30"),
                at("a.party", "1号", Value.of("张\u3000三 "), "E30"),
                at("a.fines", "", Value.of(new BigDecimal("1.2E+3")), "D30"));

        assertThat(other).isEqualTo(one);
    }

    @Test
    void doesNotSeeOnWhichRowARecordWithoutAKeyStands() {
        var one = content(at("a.text", "#8", Value.of("x"), "B8"), at("a.text", "#9", Value.of("y"), "B9"));
        var other = content(at("a.text", "#8", Value.of("y"), "B8"), at("a.text", "#12", Value.of("x"), "B12"));
        var third = content(at("a.text", "#8", Value.of("y"), "B8"), at("a.text", "#12", Value.of("y"), "B12"));

        assertThat(other).isEqualTo(one);
        assertThat(third).isNotEqualTo(one);
    }

    @Test
    void seesEverythingElse() {
        Content one = content(at("a.text", "", Value.of("12"), "D9"));

        assertThat(List.of(
                        content(),
                        content(number("a.text", 12)),
                        content(at("a.text", "", Value.of("1 2x"), "D9")),
                        content(at("a.text", "", Value.Gap.BLANK, "D9")),
                        content(at("a.text", "", Value.Gap.NOT_OWED, "D9")),
                        content(at("a.text", "1号", Value.of("12"), "D9")),
                        content(at("a.text", "", new Value.Masked("12", "d1"), "D9")),
                        content(at("a.text", "", Value.of("12"), "D9"), at("explain.A1", "", Value.of("雨"), "H9")),
                        content(at("a.text", "", Value.of("12"), "D9"), at("nil", "", Value.of("yes"), "D3"))))
                .doesNotContain(one)
                .doesNotHaveDuplicates();
    }

    @Test
    void comparesPersonalValuesByTheirDigests() {
        var one = content(at("a.party", "1号", new Value.Masked("张*", "d1"), "D9"));

        assertThat(content(at("a.party", "1号", new Value.Masked("张**", "d1"), "D9")))
                .isEqualTo(one);
        assertThat(content(at("a.party", "1号", new Value.Masked("张*", "d2"), "D9")))
                .isNotEqualTo(one);
    }

    private static Content content(Observation... observations) {
        return Content.of(List.of(observations));
    }

    private static Observation number(String item, int number) {
        return at(item, "", Value.of(number), "D9");
    }

    private static Observation at(String item, String record, Value value, String cell) {
        return new Observation(item, record, value, new CellRef("a.xlsx", "表", cell));
    }
}
