package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizong.aggregation.Consolidator;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.baseline.BaselineKeeping;
import org.huizong.baseline.BaselineOutcome;
import org.huizong.demo.SampleBaseline;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleBaselineTest {
    @TempDir
    private static Path home;

    private static Store store;
    private static BaselineOutcome outcome;

    @BeforeAll
    static void keepIt() {
        store = Store.open(home.resolve("data"));
        var act = new BaselineKeeping.Act("who", Instant.EPOCH, SampleBaseline.DAY);
        outcome = new BaselineKeeping(Office.CATALOGUE, Office.WORDING, store)
                .keep(SampleBaseline.write(home), false, act);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void isKeptWithoutAFaultSoThatItsMonthsMakeItsYear() {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        BaselineOutcome.Kept.class,
                        kept -> assertThat(kept.difference().added()).hasSize(28 * 13));
    }

    @Test
    void hasAYearBeforeForEveryIndicatorOfTheReport() {
        Map<String, String> years = figures("2025", IndicatorFigures::yearAgo);

        assertThat(years)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("materials", "13860"),
                        Map.entry("consultations", "905"),
                        Map.entry("slogans", "288"),
                        Map.entry("boards", "12"),
                        Map.entry("training_courses", "5"),
                        Map.entry("training_attendance", "212"),
                        Map.entry("inspections", "236"),
                        Map.entry("violations_corrected", "44"),
                        Map.entry("penalties", "9"),
                        Map.entry("cases_filed", "41"),
                        Map.entry("unlicensed_clinics_closed", "0"),
                        Map.entry("safety_accidents", "0"),
                        Map.entry("food_accidents", "0"),
                        Map.entry("traffic_violations_corrected", "247"),
                        Map.entry("traffic_penalties", "9"),
                        Map.entry("fee_decisions", "40"),
                        Map.entry("first_child_permits", "108"),
                        Map.entry("second_child_permits", "2"),
                        Map.entry("resident_pensions", "655"),
                        Map.entry("rural_pensions", "4310"),
                        Map.entry("rural_micro_insurance", "3795"),
                        Map.entry("rural_allowances", "158"),
                        Map.entry("resident_allowances", "11"),
                        Map.entry("study_sessions", "5")));
    }

    @Test
    void hasTheSameMonthAYearAgoAndTheYearToDateForEveryMonth() {
        List<String> all = Office.CATALOGUE.indicators(Period.parse("2025-01")).stream()
                .map(i -> i.code())
                .toList();
        for (int month = 1; month <= 12; month++) {
            String period = "2025-%02d".formatted(month);

            assertThat(figures(period, IndicatorFigures::yearAgo).keySet()).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(figures("2025-03", IndicatorFigures::yearToDateAgo)).containsEntry("materials", "3769");
        assertThat(figures("2025-12", IndicatorFigures::yearToDateAgo)).containsEntry("materials", "13860");
    }

    private static Map<String, String> figures(String period, Function<IndicatorFigures, Figure> of) {
        return new Consolidator(Office.CATALOGUE, store)
                .consolidate(Period.parse(period), LocalDate.of(2026, 1, 10)).indicators().stream()
                        .filter(i -> of.apply(i).isBaseline())
                        .collect(Collectors.toMap(
                                i -> i.indicator().code(),
                                i -> of.apply(i)
                                        .value()
                                        .map(BigDecimal::toPlainString)
                                        .orElse("")));
    }
}
