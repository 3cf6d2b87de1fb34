package org.huizong.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.SmallTown;
import org.huizong.edition.Editions;
import org.huizong.model.Period;
import org.huizong.store.EventStore.Event;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineKeepingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);
    private static final MessageBundle WORDS = new MessageBundle(Lang.ZH);

    @TempDir
    private Path home;

    private SmallTown town;

    @BeforeEach
    void open() {
        town = new SmallTown(home.resolve("data"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void refusesFiguresOfWhatWasCollectedBecauseCollectedFiguresAlwaysWin() {
        town.send("v01", "village", "2025-01", Map.of("payers", 5, "residents", 90));

        var sentences = refusal("""
                2024-12,xiaohe,payers,900,台账
                2025-01,xiaohe,payers,900,台账
                2025-01,v02,village.payers,9,台账
                2025-Q1,xiaohe,payers,2700,台账
                2025-01,xiaohe,cases,3,台账
                """);

        assertThat(sentences)
                .containsExactly(
                        "基期.csv 第3行 “period”列：2025-01 的“payers”已经用本程序收过，以收到的数为准。请删去这一行。",
                        "基期.csv 第4行 “period”列：2025-01 的“village.payers”已经用本程序收过，以收到的数为准。请删去这一行。",
                        "基期.csv 第5行 “period”列：2025-Q1 的“payers”已经用本程序收过，以收到的数为准。请删去这一行。");
    }

    @Test
    void refusesFiguresThatAnEditionHasPublishedEvenIfAllBehindThemWasTakenBack() {
        town.sendAll("2025-01", 5).run("2025-01");
        town.store()
                .submissions()
                .within(Period.parse("2025-01"))
                .forEach(s -> town.store().submissions().withdraw(s.id()));

        assertThat(refusal("2025-01,xiaohe,payers,900,台账\n"))
                .containsExactly("基期.csv 第2行 “period”列：2025-01 的“payers”已经用本程序收过，以收到的数为准。请删去这一行。");
    }

    @Test
    void takesFiguresOfAPeriodThatWasConsolidatedWhileNothingHadCome() {
        town.run("2025-01");

        assertThat(refusal("2025-01,xiaohe,payers,900,台账\n")).containsExactly("kept");
    }

    @Test
    void refusesFiguresOfAClosedPeriod() {
        town.store().events().add(new Event(Instant.EPOCH, "who", "close", Period.parse("2025-02"), "", ""));

        var sentences = refusal("2025-01,xiaohe,payers,900,台账\n");

        assertThat(sentences).containsExactly("基期.csv 第2行 “period”列：2025-01 已经封存。确需登记“payers”的基期数，请先启封，并写明原因。");
    }

    @Test
    void refusesAYearThatIsNotItsMonthsOrQuarters() {
        var sentences = refusal("""
                2024-Q4,xiaohe,payers,301,台账
                2024-10,xiaohe,payers,100,台账
                2024-11,xiaohe,payers,100,台账
                2024-12,xiaohe,payers,100,台账
                """);

        assertThat(sentences)
                .containsExactly("基期.csv 第2行 “value”列：xiaohe 2024-Q4 的“payers”是 301，它的各段（月、季或半年）合起来却是 300。请核实后改正。");
    }

    @Test
    void refusesPartsThatDoNotMakeWhatIsOnRecord() {
        keep("2024-Q4,xiaohe,payers,301,台账\n");

        var sentences = refusal("""
                2024-10,xiaohe,payers,100,台账
                2024-11,xiaohe,payers,100,台账
                2024-12,xiaohe,payers,100,台账
                """);

        assertThat(sentences)
                .containsExactly("基期.csv 第2行 “value”列：xiaohe 2024-Q4 的“payers”是 301，它的各段（月、季或半年）合起来却是 300。请核实后改正。");
    }

    @Test
    void refusesAnIndicatorThatIsNotWhatItsItemsComeTo() {
        var sentences = refusal("""
                2024,xiaohe,payers,13860,总结
                2024,xiaohe,village.payers,13900,台账
                """);

        assertThat(sentences)
                .containsExactly("基期.csv 第2行 “value”列：xiaohe 2024 的“payers”是 13860，按它的公式由各项算出却是 13900。请核实后改正。");
    }

    @Test
    void refusesATotalThatIsNotWhatAllUnitsComeTo() {
        var sentences = refusal("""
                2024-12,xiaohe,village.payers,20,总结
                2024-12,v01,village.payers,5,台账
                2024-12,v02,village.payers,6,台账
                2024-12,v03,village.payers,7,台账
                """);

        assertThat(sentences)
                .containsExactly("基期.csv 第2行 “value”列：xiaohe 2024-12 的“village.payers”是 20，各单位的数合起来却是 18。请核实后改正。");
    }

    @Test
    void refusesAnIndicatorThatIsNotWhatAllUnitsComeTo() {
        keep("2024-12,v01,village.payers,5,台账\n2024-12,v02,village.payers,6,台账\n2024-12,v03,village.payers,7,台账\n");

        assertThat(refusal("2024-12,xiaohe,payers,20,总结\n"))
                .containsExactly("基期.csv 第2行 “value”列：xiaohe 2024-12 的“payers”是 20，按它的公式由各项算出却是 18。请核实后改正。");
        assertThat(refusal("2024-12,xiaohe,payers,18,总结\n")).containsExactly("kept");
    }

    @Test
    void takesATotalWithMoreInItThanItsKnownPartsAndRefusesOneWithLess() {
        town.with("items.csv", "缴费人数,Payers,01,,integer,人,,,,", "缴费人数,Payers,01,,integer,人,,,0,");
        keep("2024-12,v01,village.payers,5,台账\n2024-12,v02,village.payers,6,台账\n");

        assertThat(refusal("2024-12,xiaohe,village.payers,10,总结\n"))
                .containsExactly("基期.csv 第2行 “value”列：xiaohe 2024-12 的“village.payers”是 10，其中已登记的部分却已有 11。请核实后改正。");
        assertThat(refusal("2024-12,xiaohe,village.payers,20,总结\n")).containsExactly("kept");
    }

    @Test
    void takesAYearOfTheTownshipWithAVillageInItThatWasMerged() {
        town.with(
                "units.csv",
                "v03,北村,North Village,village,xiaohe,village,,,,",
                "v03,北村,North Village,village,xiaohe,village,,v02,,2024-06");
        keep("2024,v01,village.payers,5,台账\n2024,v02,village.payers,6,台账\n");

        assertThat(refusal("2024,xiaohe,village.payers,20,总结\n")).containsExactly("kept");
    }

    @Test
    void refusesAPartThatIsMoreThanItsWhole() {
        town.withLine(
                "rules.csv",
                "SOC001,return,error,social.passed<=social.takers,skip,social.passed,合格多于参考,more passed,,,");

        var sentences = refusal("""
                2024,xiaohe,social.takers,50,总结
                2024,xiaohe,social.passed,51,总结
                """);

        assertThat(sentences)
                .containsExactly(
                        "基期.csv 第3行 “value”列：xiaohe 2024 的“social.passed”是 51，和其他基期数不符合审核关系 SOC001（social.passed<=social.takers）。请核实后改正。");
    }

    @Test
    void takesTheLastMonthForTheYearOfAStock() {
        var sentences = refusal("""
                2024-Q4,v01,village.residents,980,台账
                2024-10,v01,village.residents,1000,台账
                2024-11,v01,village.residents,990,台账
                2024-12,v01,village.residents,985,台账
                """);

        assertThat(sentences)
                .containsExactly(
                        "基期.csv 第2行 “value”列：v01 2024-Q4 的“village.residents”是 980，它的各段（月、季或半年）合起来却是 985。请核实后改正。");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01, true",
        "2024-Q1, false",
        "2024-12, true",
        "2024, false",
        "2023-12, false",
    })
    void marksThoseEditionsAsStaleThatUseAPeriodsFigures(String changed, boolean stale) {
        town.sendAll("2025-01", 5).run("2025-01");

        keep(changed + ",xiaohe,payers,900,台账\n");

        assertThat(Editions.stale(town.store())).isEqualTo(stale ? List.of(Period.parse("2025-01")) : List.of());
    }

    @Test
    void marksDecemberAndTheYearAsStaleWhenTheYearBeforeChanges() {
        town.sendAll("2025-11", 5)
                .run("2025-11")
                .sendAll("2025-12", 5)
                .run("2025-12")
                .run("2025");

        keep("2024,xiaohe,payers,900,台账\n");

        assertThat(Editions.stale(town.store())).extracting(Period::code).containsExactly("2025-12", "2025");
    }

    private List<String> refusal(String rows) {
        return keep(rows) instanceof BaselineOutcome.Refused refused
                ? refused.faults().stream().map(f -> WORDS.fault(f)).toList()
                : List.of("kept");
    }

    private BaselineOutcome keep(String rows) {
        Path file = home.resolve("基期.csv");
        try {
            Files.writeString(file, "period,unit,code,value,source\n" + rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Wording wording = new Wording(WORDS, town.catalogue());
        return new BaselineKeeping(town.catalogue(), wording, town.store())
                .keep(file, false, new BaselineKeeping.Act("who", Instant.EPOCH, TODAY));
    }
}
