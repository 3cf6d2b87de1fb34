package org.huizong.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.SmallTown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an office changes in its exported items.csv changes the totals, and nothing else does. */
class ChangedItemTest {
    private static final String ITEM = "village,village.payers,缴费人数,Payers,01,,integer,人,,,,,,%s,%s,,,,,";
    private static final LocalDate LATER = LocalDate.of(2025, 4, 10);

    @TempDir
    private Path folder;

    /** East village reports 1, 5, 3; South village 10, 20, 40; North village 7, 0, 2. */
    private SmallTown town() {
        SmallTown town = new SmallTown(folder);
        int[][] reported = {{1, 5, 3}, {10, 20, 40}, {7, 0, 2}};
        for (int unit = 0; unit < 3; unit++) {
            for (int month = 0; month < 3; month++) {
                town.send(
                        "v0" + (unit + 1),
                        "village",
                        "2025-0" + (month + 1),
                        Map.of("payers", reported[unit][month], "residents", 100));
            }
        }
        return town;
    }

    @ParameterizedTest(name = "time {0}, across {1}: {2}")
    @CsvSource({
        // over the months within each unit first: 9, 70, 9 or 3, 40, 2 or 5, 40, 7; then over the units
        "sum, sum, 88",
        "sum, min, 9",
        "sum, max, 70",
        "last, sum, 45",
        "last, min, 2",
        "last, max, 40",
        "max, sum, 52",
        "max, min, 5",
        "max, max, 40"
    })
    void makesAQuarterOfMonthsFirstAndThenOfUnits(String time, String across, BigDecimal total) {
        try (SmallTown town = town().with("items.csv", ITEM.formatted("sum", "sum"), ITEM.formatted(time, across))) {
            var quarter = town.consolidate("2025-Q1", LATER);

            assertThat(payers(quarter)).contains(total);
            assertThat(town.consolidate("2025-02", LATER)
                            .indicators()
                            .get(1)
                            .now()
                            .value())
                    .contains(new BigDecimal(300));
        }
    }

    @ParameterizedTest(name = "across {0}: {1}")
    @CsvSource({"sum, 25", "min, 0", "max, 20"})
    void makesASingleMonthOfUnitsAlone(String across, BigDecimal total) {
        try (SmallTown town = town().with("items.csv", ITEM.formatted("sum", "sum"), ITEM.formatted("sum", across))) {
            assertThat(payers(town.consolidate("2025-02", LATER))).contains(total);
        }
    }

    @Test
    void addsUpNothingThatHasNoMeaningBeyondAMonth() {
        try (SmallTown town = town().with("items.csv", ITEM.formatted("sum", "sum"), ITEM.formatted("none", "sum"))) {
            assertThat(payers(town.consolidate("2025-Q1", LATER))).isEmpty();
            assertThat(payers(town.consolidate("2025-02", LATER))).contains(new BigDecimal(25));
        }
    }

    /** Until February the payers are worked out from the old and the new scheme, from March on they are asked. */
    @Test
    void tellsTheMonthsOfAnItemThatWasDefinedAnewByWhatItWasThen() {
        String row = "village,village.%s,%s,Label,%s,,integer,人,,,,,,sum,sum,%s,,,%s,%s";
        try (SmallTown town = new SmallTown(folder)
                .with(
                        "items.csv",
                        ITEM.formatted("sum", "sum"),
                        row.formatted("old_scheme", "旧制", "03", "", "", "2025-02") + "\n"
                                + row.formatted("new_scheme", "新制", "04", "", "", "2025-02") + "\n"
                                + row.formatted(
                                        "payers", "缴费人数", "01", "village.old_scheme+village.new_scheme", "", "2025-02")
                                + "\n"
                                + row.formatted("payers", "缴费人数", "01", "", "2025-03", ""))) {
            town.send("v01", "village", "2025-01", Map.of("old_scheme", 2, "new_scheme", 3, "payers", 5));
            town.send("v01", "village", "2025-03", Map.of("payers", 7));

            var months = town.consolidate("2025-03", LATER).course().months();

            assertThat(months.get(YearMonth.of(2025, 1)).unit("v01", "payers").value())
                    .contains(new BigDecimal(5));
            assertThat(months.get(YearMonth.of(2025, 3)).unit("v01", "payers").value())
                    .contains(new BigDecimal(7));
        }
    }

    private static Optional<BigDecimal> payers(Consolidation consolidation) {
        return consolidation.indicators().stream()
                .filter(i -> i.indicator().code().equals("payers"))
                .findFirst()
                .orElseThrow()
                .now()
                .value();
    }
}
