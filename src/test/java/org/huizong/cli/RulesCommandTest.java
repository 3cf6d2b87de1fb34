package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.SmallTown;
import org.huizong.model.Period;
import org.huizong.store.EventStore;
import org.huizong.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    private static final String HEAD = "id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n";
    private static final String FEW = """
            VIL001,return,query,village.payers<=village.residents,skip,village.payers,"缴费 {village.payers} 人多于常住 {village.residents} 人，请核实。","{village.payers} payers, {village.residents} residents; please verify.",,,
            """;
    private static final String STEADY = """
            VIL002,return,query,village.residents>=prior.village.residents,skip,village.residents,"常住人口减少,请核实。",Fewer residents; please verify.,,,
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void consolidateTwoMonths() throws IOException {
        try (SmallTown town = new SmallTown(home.resolve("data"))) {
            for (String month : new String[] {"2025-01", "2025-02"}) {
                town.send("v01", "village", month, Map.of("payers", 10, "residents", 1000));
                town.send("v02", "village", month, Map.of("payers", 950, "residents", 900));
                town.send("v03", "village", month, Map.of("payers", 400, "residents", 700));
            }
            town.withLine("rules.csv", FEW.strip()).write(home.resolve("目录"));
        }
    }

    private Terminal.Said tryRules(String rules, String... more) throws IOException {
        Path file = home.resolve("新关系.csv");
        Files.writeString(file, HEAD + rules);
        List<String> command = new ArrayList<>(List.of("rules", "try", file + ""));
        command.addAll(List.of("--catalogue", home.resolve("目录") + "", "--data", home.resolve("data") + ""));
        command.addAll(List.of(more));
        return Terminal.run(command.toArray(String[]::new));
    }

    @Test
    void saysInTheFirstLinesWhatTheChangeComesToAndThenRuleByRule() throws IOException {
        Terminal.Said said = tryRules(FEW.replace("village.payers<=", "village.payers*2<=") + STEADY);

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("""
                试用 新关系.csv：审核关系2条，与现行的相比新增1条、改动1条、删去0条。
                按它核对了2个报告期（2025年1月至2月）的6份报送；没有改动任何数据。
                新发现2处，不再有0处，照旧2处，未能判定3处。

                VIL001 [核实，写明原因] 缴费人数 × 2 ≤ 常住人口。改动（公式）。
                  新发现2处：
                    2025年1月 北村 2025-01/v03.xlsx [village] D9：缴费 400 人多于常住 700 人，请
                      核实。
                    2025年2月 北村 2025-02/v03.xlsx [village] D9：缴费 400 人多于常住 700 人，请
                      核实。
                  照旧2处：2025年1月1处、2025年2月1处

                VIL002 [核实，写明原因] 常住人口 ≥ 上期的常住人口。新增。
                  未能判定3处。关系 VIL002 没有判定：缺少上月的常住人口。
                    2025年1月：东村、南村、北村
                """);
    }

    @Test
    void namesTheReturnsThatWouldBeSentBackAndTheRulesThatWouldGo() throws IOException {
        Terminal.Said said = tryRules(FEW.replace("VIL001,return,query", "VIL003,return,error"), "--lang", "en");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("""
                Trying 新关系.csv: 1 rule; against those in force 1 is new, 0 changed, 1
                dropped.
                Held against 6 submissions of 2 periods (January to February 2025); no data were
                changed.
                2 new findings, 2 that vanish, 0 that stay, 0 undecided.
                In use it would send back 2 that count now: South Village / Village: Monthly
                Return / January to February 2025

                VIL003 [error: sent back] Payers ≤ Residents. New.
                  2 new:
                    January 2025, South Village, 2025-01/v02.xlsx [village] D9: 950 payers, 900
                      residents; please verify.
                    February 2025, South Village, 2025-02/v02.xlsx [village] D9: 950 payers, 900
                      residents; please verify.

                VIL001 [query: to be explained] Payers ≤ Residents. Dropped.
                  2 vanish:
                    January 2025: South Village
                    February 2025: South Village
                """);
    }

    @Test
    void saysThatNothingWouldChange() throws IOException {
        Terminal.Said said = tryRules(FEW);

        assertThat(said.exit()).isZero();
        assertThat(said.out()).endsWith("""
                新发现0处，不再有0处，照旧2处，未能判定0处。
                与现行的审核关系相同，没有什么可比。
                """);
    }

    @Test
    void saysThatARuleWasNeverInItsMonthsAndThatAnotherHoldsEverywhere() throws IOException {
        Terminal.Said said = tryRules(FEW
                + FEW.replace("VIL001", "VIL003").replace(",,,\n", ",,2026-10,\n")
                + FEW.replace("VIL001", "VIL004").replace("payers<=", "payers<=10000+"));

        assertThat(said.out()).endsWith("""

                VIL003 [核实，写明原因] 缴费人数 ≤ 常住人口。新增。
                  汇总过的报告期都不在它的起止月内，试不出结果。

                VIL004 [核实，写明原因] 缴费人数 ≤ 10000 + 常住人口。新增。
                  没有一处不符。
                """);
    }

    @Test
    void saysThatAClosedPeriodIsOnlyTried() throws IOException {
        try (Store store = Store.open(home.resolve("data"))) {
            store.events().add(new EventStore.Event(Instant.EPOCH, "x", "close", Period.parse("2025-01"), "", "done"));
        }

        assertThat(tryRules(FEW).out()).contains("2025年1月已封存，启用后不会重新审核，这里只是试算。\n");
    }

    @Test
    void namesEveryFaultWithItsPlaceInThatFileAndRunsNothing() throws IOException {
        Terminal.Said said = tryRules(FEW.replace("village.residents,skip", "village.resident,sometimes"));

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo("""
                新关系.csv 第2行 “missing”列：“sometimes”不是可用的词。可用：skip, zero, fail, formula。
                新关系.csv 第2行 “formula”列：没有“village.resident”这个代码。是不是：village.residents
                目录表有2处错误，没有运行。请改正后再试。
                """);
    }

    @Test
    void saysThatAWorkbookIsNoTable() throws IOException {
        Path book = Files.write(home.resolve("新关系.xlsx"), new byte[] {'P', 'K', 3, 4});

        Terminal.Said said = Terminal.run("rules", "try", book + "", "--data", home.resolve("data") + "");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).startsWith("新关系.xlsx：这是工作簿，不是 CSV 表。");
    }

    @Test
    void readsATableThatExcelSavedInGb18030() throws IOException {
        Path file = Files.write(home.resolve("旧编码.csv"), (HEAD + FEW).getBytes(Charset.forName("GB18030")));

        Terminal.Said said = Terminal.run(
                "rules", "try", file + "", "--catalogue", home.resolve("目录") + "", "--data", home.resolve("data") + "");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("与现行的审核关系相同");
    }

    @Test
    void checksTheTableEvenIfNothingIsOnRecordYet() throws IOException {
        Path file = Files.writeString(home.resolve("新关系.csv"), HEAD + FEW);

        Terminal.Said said = Terminal.run(
                "rules",
                "try",
                file + "",
                "--catalogue",
                home.resolve("目录") + "",
                "--data",
                home.resolve("nothing") + "");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("新关系.csv 没有错误：审核关系1条。" + home.resolve("nothing") + " 中还没有汇总过的数据，没有可以试的报表。\n");
        assertThat(home.resolve("nothing")).doesNotExist();
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Terminal.Said said = Terminal.run("rules", "try", "没有.csv");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("没有找到 没有.csv。请检查文件名和所在的文件夹。\n");
    }
}
