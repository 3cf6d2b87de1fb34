package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huizong.consolidation.Editions;
import org.huizong.period.Period;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineKeepingTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 4, 10);

    @TempDir
    private Path home;

    @Test
    void refusesFiguresOfWhatWasCollectedBecauseCollectedFiguresAlwaysWin() {
        var office = new Office(home).receive(Office.JANUARY);
        office.consolidate(Office.JANUARY, Office.DUE);

        var sentences = refusal("""
                2024-12,qingxi,materials,900,台账
                2025-01,qingxi,materials,900,台账
                2025-01,v01,village.patrols,9,台账
                2025-Q1,qingxi,materials,2700,台账
                """);

        assertThat(sentences)
                .containsExactly(
                        "基期.csv 第3行 “period”列:2025-01 的“materials”已经用本程序收过,以收到的数为准。请删去这一行。",
                        "基期.csv 第4行 “period”列:2025-01 的“village.patrols”已经用本程序收过,以收到的数为准。请删去这一行。",
                        "基期.csv 第5行 “period”列:2025-Q1 的“materials”已经用本程序收过,以收到的数为准。请删去这一行。");
    }

    @Test
    void refusesFiguresThatAnEditionHasPublishedEvenIfAllBehindThemWasTakenBack() {
        var office = new Office(home).receive(Office.JANUARY);
        office.consolidate(Office.JANUARY, Office.DUE);
        try (Store store = store()) {
            store.submissions()
                    .within(Office.JANUARY)
                    .forEach(s -> store.submissions().withdraw(s.id()));
        }

        var sentences = refusal("2025-01,qingxi,materials,900,台账\n");

        assertThat(sentences).containsExactly("基期.csv 第2行 “period”列:2025-01 的“materials”已经用本程序收过,以收到的数为准。请删去这一行。");
    }

    @Test
    void takesFiguresOfAPeriodThatWasConsolidatedWhileNothingHadCome() {
        var office = new Office(home);
        office.consolidate(Office.JANUARY, Office.DUE);

        var outcome = keep("2025-01,qingxi,materials,900,台账\n");

        assertThat(outcome).isInstanceOf(BaselineOutcome.Kept.class);
    }

    @Test
    void refusesFiguresOfAClosedPeriod() {
        try (Store store = store()) {
            store.events().add(new Event(Instant.EPOCH, "who", "close", Period.parse("2025-02"), "", ""));
        }

        var sentences = refusal("2025-01,qingxi,materials,900,台账\n");

        assertThat(sentences)
                .containsExactly("基期.csv 第2行 “period”列:2025-01 已经封存。确需登记“materials”的基期数,请先用 reopen 启封并写明原因。");
    }

    @Test
    void refusesAYearThatIsNotItsMonthsOrQuarters() {
        var sentences = refusal("""
                2024-Q4,qingxi,materials,301,台账
                2024-10,qingxi,materials,100,台账
                2024-11,qingxi,materials,100,台账
                2024-12,qingxi,materials,100,台账
                """);

        assertThat(sentences)
                .containsExactly("基期.csv 第2行 “value”列:qingxi 2024-Q4 的“materials”是 301,它的各段(月、季或半年)合起来却是 300。请核实后改正。");
    }

    @Test
    void refusesPartsThatDoNotMakeWhatIsOnRecord() {
        keep("2024-Q4,qingxi,materials,301,台账\n");

        var sentences = refusal("""
                2024-10,qingxi,materials,100,台账
                2024-11,qingxi,materials,100,台账
                2024-12,qingxi,materials,100,台账
                """);

        assertThat(sentences)
                .containsExactly("基期.csv 第2行 “value”列:qingxi 2024-Q4 的“materials”是 301,它的各段(月、季或半年)合起来却是 300。请核实后改正。");
    }

    @Test
    void refusesAnIndicatorThatIsNotWhatItsItemsComeTo() {
        var sentences = refusal("""
                2024,qingxi,materials,13860,总结
                2024,qingxi,publicity.materials,13900,台账
                """);

        assertThat(sentences)
                .containsExactly("基期.csv 第2行 “value”列:qingxi 2024 的“materials”是 13860,按它的公式由各项算出却是 13900。请核实后改正。");
    }

    @Test
    void takesTheLastMonthForTheYearOfAStock() {
        var sentences = refusal("""
                2024-Q4,v01,village.residents_male,980,台账
                2024-10,v01,village.residents_male,1000,台账
                2024-11,v01,village.residents_male,990,台账
                2024-12,v01,village.residents_male,985,台账
                """);

        assertThat(sentences)
                .containsExactly(
                        "基期.csv 第2行 “value”列:v01 2024-Q4 的“village.residents_male”是 980,它的各段(月、季或半年)合起来却是 985。请核实后改正。");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01, true",
        "2024-12, true",
        "2024, false",
        "2023-12, false",
    })
    void marksThoseEditionsAsStaleThatUseAPeriodsFigures(String period, boolean stale) {
        var office = new Office(home).receive(Office.JANUARY);
        office.consolidate(Office.JANUARY, Office.DUE);
        Period changed = Period.parse(period);

        keep(changed.code() + ",qingxi,materials,900,台账\n");

        try (Store store = store()) {
            assertThat(Editions.stale(store)).isEqualTo(stale ? List.of(Office.JANUARY) : List.of());
        }
    }

    private List<String> refusal(String rows) {
        return keep(rows) instanceof BaselineOutcome.Refused refused
                ? refused.faults().stream()
                        .map(f -> Office.WORDING.words().fault(f))
                        .toList()
                : List.of("kept");
    }

    private BaselineOutcome keep(String rows) {
        Path file = home.resolve("基期.csv");
        try {
            Files.writeString(file, "period,unit,code,value,source\n" + rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Store store = store()) {
            return new BaselineKeeping(Office.CATALOGUE, Office.WORDING, store)
                    .keep(file, false, new BaselineKeeping.Act("who", Instant.EPOCH, TODAY));
        }
    }

    private Store store() {
        return Store.open(new Office(home).data());
    }
}
