package org.huizong.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleYearTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final SampleFigures FIGURES = new SampleFigures(CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "publicity.materials, 15000",
        "publicity.consultations, 860",
        "publicity.slogans, 310",
        "publicity.boards, 15",
        "publicity.training_courses, 6",
        "publicity.training_attendance, 254"
    })
    void addsUpToTheReportsYearTotal(String item, int total) {
        int sum = CATALOGUE.units().stream()
                .mapToInt(u -> IntStream.rangeClosed(1, 12)
                        .map(month -> FIGURES.figure(u.code(), month, item))
                        .sum())
                .sum();

        assertThat(sum).isEqualTo(total);
    }

    @Test
    void holdsAtLeastSixStudySessionsInEveryUnitAndExactlySixInSome() {
        var sessions = CATALOGUE.units().stream()
                .filter(u -> u.returns().contains("publicity"))
                .map(u -> IntStream.rangeClosed(1, 12)
                        .map(month -> FIGURES.figure(u.code(), month, "publicity.study_sessions"))
                        .sum())
                .toList();

        assertThat(sessions).hasSize(23).allMatch(n -> n >= 6).contains(6);
    }

    @Test
    void closesEachMonthsDisputesWithTheNextMonthsOpening() {
        assertThat(CATALOGUE.units().stream().filter(u -> u.returns().contains("village")))
                .allSatisfy(unit -> {
                    for (int month = 1; month < 12; month++) {
                        int closing = FIGURES.figure(unit.code(), month, "village.disputes_opening")
                                + FIGURES.figure(unit.code(), month, "village.disputes_accepted")
                                - FIGURES.figure(unit.code(), month, "village.disputes_settled")
                                - FIGURES.figure(unit.code(), month, "village.disputes_referred");
                        assertThat(FIGURES.figure(unit.code(), month + 1, "village.disputes_opening"))
                                .isEqualTo(closing)
                                .isNotNegative();
                    }
                });
    }

    @Test
    void isTheSameAtEveryCall() {
        var again = new SampleYear(CATALOGUE).inTime(YearMonth.of(2025, 6));

        assertThat(again).isEqualTo(new SampleYear(CATALOGUE).inTime(YearMonth.of(2025, 6)));
    }

    @Test
    void correctsWhatWasWrongAndOnlyThat() {
        var month = YearMonth.of(2025, 5);
        var year = new SampleYear(CATALOGUE);

        var first = slogans(year.inTime(month), "v07");
        var corrected = slogans(year.later(month), "v07");

        assertThat(first).isEqualTo(BigDecimal.valueOf(-3));
        assertThat(corrected).isEqualTo(BigDecimal.valueOf(FIGURES.figure("v07", 5, "publicity.slogans")));
        assertThat(year.later(month)).extracting(s -> s.unit().code()).containsExactly("d07", "v07");
    }

    private static Object slogans(List<Sending> sendings, String unit) {
        return sendings.stream()
                .filter(s -> s.unit().code().equals(unit))
                .map(s -> s.values().get("publicity").get("publicity.slogans"))
                .findFirst()
                .orElseThrow();
    }
}
