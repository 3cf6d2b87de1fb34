package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.item;
import static org.huizong.job.Office.total;

import java.nio.file.Path;
import org.huizong.model.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarterJobTest {
    private Office office;

    @BeforeEach
    void theOfficeReceivesTheReturns(@TempDir Path home) {
        office = new Office(home).receive(JANUARY);
    }

    @Test
    void keepsWhatAnItemCountedBeforeItEndedInALongerPeriod() {
        var january = total(office.consolidated(), "slogans");
        var ended = Office.catalogueWith("items.csv", "publicity.slogans,", ",,2025-01");

        var quarter = office.publishing().consolidate(ended, Period.parse("2025-Q1"), DUE.plusMonths(2));

        assertThat(total(quarter, "slogans")).isEqualTo(january);
        assertThat(quarter.workbook()).isRegularFile();
    }

    @Test
    void countsAMergedVillagesFlowsButLeavesItsStockToItsSuccessor() {
        office.consolidated();
        var before = office.consolidate(Period.parse("2025-Q1"), DUE.plusMonths(2));
        var merged = Office.catalogueWith("units.csv", "c02,", "c01,,2025-01");

        var after = office.consolidate(merged, Period.parse("2025-Q1"), DUE.plusMonths(2));

        var gone = before.publication().consolidation().form("village").orElseThrow();
        assertThat(total(after, "materials")).isEqualTo(total(before, "materials"));
        assertThat(item(after, "village.registered"))
                .isEqualTo(item(before, "village.registered")
                        .subtract(
                                gone.figure("c02", "village.registered").value().orElseThrow()));
    }

    @Test
    void opensAQuarterWithTheOpeningsOfItsFirstMonth() {
        var january = office.consolidated();
        var founded = Office.catalogueWith("units.csv", "c02,", ",2025-03,");

        var quarter = office.consolidate(founded, Period.parse("2025-Q1"), DUE.plusMonths(2));

        assertThat(quarter.publication()
                        .consolidation()
                        .total("village.disputes_opening")
                        .value())
                .contains(item(january, "village.disputes_opening")
                        .subtract(january.publication()
                                .consolidation()
                                .form("village")
                                .orElseThrow()
                                .figure("c02", "village.disputes_opening")
                                .value()
                                .orElseThrow()));
    }

    @Test
    void saysUpToWhichMonthAStockReachesWhenALaterMonthIsMissing() {
        office.consolidated();

        var quarter = office.consolidate(Period.parse("2025-Q1"), DUE.plusMonths(2));

        var registered = quarter.publication().consolidation().total("village.registered");
        assertThat(registered.asAt()).contains(JANUARY.last());
        assertThat(registered.owed()).isEqualTo(42);
        assertThat(registered.counted()).isEqualTo(14);
    }
}
