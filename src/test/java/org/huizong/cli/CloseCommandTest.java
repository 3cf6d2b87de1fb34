package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.SmallTown;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloseCommandTest {
    private static final Period FEBRUARY = Period.parse("2025-02");

    @TempDir
    private Path home;

    @Test
    void closesWithoutAskingWhereNothingIsOpen() throws IOException {
        try (SmallTown town = town()) {
            town.sendAll("2025-01", 5).run("2025-01").sendAll("2025-02", 5).run("2025-02");
        }

        var said = close();

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("2025年2月及同年2月底以前的各期已封存。\n");
        assertThat(isClosed()).isTrue();
    }

    @Test
    void listsWhatIsOpenAndEndsWithTwoWhereNobodyCanBeAsked() throws IOException {
        openMatters();

        var said = close();

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out().lines())
                .containsExactly(
                        "封存2025年2月及同年2月底以前的各期，还有这些没有了结：",
                        "  2025年1月的汇总表已过时：2025-01 有变动，请先重新汇总。",
                        "  2025年2月未报1份：北村《村级月报表》",
                        "  2025年2月退回待更正1份：南村《村级月报表》",
                        "  2025年2月有1处核实没有说明情况：东村");
        assertThat(said.err()).isEqualTo("没有封存。了结上面各项后再封存；要现在就封存，加 --yes。\n");
        assertThat(isClosed()).isFalse();
    }

    @Test
    void closesAllTheSameWithYes() throws IOException {
        openMatters();

        var said = close("--yes");

        assertThat(said.exit()).isZero();
        assertThat(said.out().lines()).hasSize(6).endsWith("2025年2月及同年2月底以前的各期已封存。");
        assertThat(isClosed()).isTrue();
    }

    @Test
    void closesWhenTheOneAtTheKeyboardSaysSo() throws IOException {
        openMatters();

        var said = Terminal.answered("是", arguments());

        assertThat(said.exit()).isZero();
        assertThat(said.err()).startsWith("仍要封存吗？封存输入 y，不封存按回车：");
        assertThat(isClosed()).isTrue();
    }

    @Test
    void leavesItOpenWhenTheOneAtTheKeyboardSaysNothing() throws IOException {
        openMatters();

        var said = Terminal.answered("", arguments());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).endsWith("没有封存 2025-02。\n");
        assertThat(isClosed()).isFalse();
    }

    @Test
    void asksAboutMonthsThatWereNeverConsolidatedButNotAboutWhatIsClosedAlready() throws IOException {
        try (SmallTown town = town()) {
            town.run("2025-01");
        }
        var january = Terminal.run(arguments("2025-01", "--yes"));
        try (SmallTown town = town()) {
            town.sendAll("2025-03", 5).run("2025-03");
        }

        var march = Terminal.run(arguments("2025-03"));

        assertThat(january.out().lines())
                .containsExactly(
                        "封存2025年1月，还有这些没有了结：",
                        "  2025年1月未报4份：社会办《社会事务月报表》、东村《村级月报表》、南村《村级月报",
                        "    表》、北村《村级月报表》",
                        "2025年1月已封存。");
        assertThat(march.exit()).isEqualTo(2);
        assertThat(march.out().lines()).containsExactly("封存2025年3月及同年3月底以前的各期，还有这些没有了结：", "  2025年2月还没有汇总过，封存后不能再汇总");
    }

    @Test
    void isNotRecommendedByStatusWhileAWorkbookIsStale() throws IOException {
        try (SmallTown town = town()) {
            town.sendAll("2025-01", 5).run("2025-01").sendAll("2025-02", 5).run("2025-02");
        }
        String[] status = {"status", "2025-02", "--data", home.resolve("data") + "", "--catalogue", tables() + ""};
        var before = Terminal.run(status);
        try (Store store = Store.open(home.resolve("data"))) {
            store.editions().stale(FEBRUARY, "2025-01");
        }

        var stale = Terminal.run(status);

        String folders = " 2025-02 --data " + home.resolve("data") + " --catalogue " + tables();
        assertThat(before.err()).isEqualTo("下一步：打开汇总表核对、打印；定稿后运行 huizong close" + folders + " 封存。\n");
        assertThat(stale.out()).contains("2025年2月的汇总表已过时：2025-01 有变动。请运行 huizong consolidate" + folders + "。\n");
        assertThat(stale.err()).isEqualTo("下一步：重新汇总数据有变的报告期：huizong consolidate" + folders + "\n");
    }

    /** January is stale; of February one return is missing, one sent back, and one has a query that nobody explained. */
    private void openMatters() throws IOException {
        try (SmallTown town = town()) {
            town.sendAll("2025-01", 5).run("2025-01");
            town.store().editions().stale(Period.parse("2025-01"), "2025-01");
            town.send("d01", "social", "2025-02", Map.of("cases", 5))
                    .send("v01", "village", "2025-02", Map.of("payers", 5), Disposition.QUERIED)
                    .send("v02", "village", "2025-02", Map.of("payers", -5), Disposition.REJECTED);
            var where = new CellRef("2025-02/v01.xlsx", "village", "D9");
            town.store()
                    .findings()
                    .add(
                            FEBRUARY,
                            Phase.CHECK,
                            List.of(new Entry(
                                    Optional.empty(),
                                    Optional.empty(),
                                    "v01",
                                    "village",
                                    Finding.failed("VIL001", Severity.QUERY, where),
                                    "")));
            town.run("2025-02");
        }
    }

    private SmallTown town() throws IOException {
        var town = new SmallTown(home.resolve("data"));
        town.write(tables());
        return town;
    }

    private Path tables() {
        return home.resolve("catalogue");
    }

    private Terminal.Said close(String... more) {
        return Terminal.run(arguments("2025-02", more));
    }

    private String[] arguments() {
        return arguments("2025-02");
    }

    private String[] arguments(String period, String... more) {
        Stream<String> all =
                Stream.of("close", period, "--data", home.resolve("data") + "", "--catalogue", tables() + "");
        return Stream.concat(all, Stream.of(more)).toArray(String[]::new);
    }

    private boolean isClosed() {
        try (Store store = Store.open(home.resolve("data"))) {
            return store.events().isClosed(FEBRUARY);
        }
    }
}
