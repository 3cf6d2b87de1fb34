package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.spreadsheet.read.Typing;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * January of a township with few clerks at work: v01 in time, v02 late, v03 sent back, v04 twice, v05 with December's
 * forms, v06 in time and then with an older file, the rest missing.
 */
class StatusCommandTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final SampleYear SAMPLE = new SampleYear(CATALOGUE);
    private static final SampleWriter CLERKS =
            new SampleWriter(new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE)));

    @TempDir
    private static Path home;

    private static Path returns = Path.of("");

    @BeforeAll
    static void receive() throws IOException {
        returns = Files.createDirectory(home.resolve("returns"));
        Path v03 = send("v03");
        fill(
                v03,
                v03,
                Instant.parse("2025-02-03T08:00:00Z"),
                Map.of("publicity.exam_passed", BigDecimal.valueOf(8), "publicity.exam_takers", BigDecimal.valueOf(5)));
        Path v04 = send("v04");
        Instant saved = Instant.parse("2025-02-03T09:00:00Z");
        fill(v04, home.resolve("v04-1.xlsx"), saved, Map.of("publicity.materials", BigDecimal.valueOf(31)));
        fill(v04, home.resolve("v04-2.xlsx"), saved, Map.of("publicity.materials", BigDecimal.valueOf(32)));
        Files.delete(v04);
        Path v05 = send("v05");
        Map<String, String> december = Map.of("period", "2024年12月");
        fillAll(v05, v05, saved, Map.of("publicity", december, "village", december));
        send("v01");
        Path v06 = send("v06");
        Files.move(home.resolve("v04-1.xlsx"), returns.resolve("v04-1.xlsx"));
        Files.move(home.resolve("v04-2.xlsx"), returns.resolve("v04-2.xlsx"));
        consolidate("2025-02-05");
        Path v02 = send("v02");
        Map<String, BigDecimal> hazards =
                Map.of("village.hazards_found", BigDecimal.valueOf(2), "village.hazards_fixed", BigDecimal.valueOf(40));
        fillAll(v02, returns.resolve("=青山村.xlsx"), saved, Map.of("village", hazards));
        Files.delete(v02);
        Path older = Files.createDirectory(returns.resolve("旧")).resolve(v06.getFileName());
        fill(v06, older, Instant.parse("2020-01-01T00:00:00Z"), Map.of("publicity.materials", BigDecimal.valueOf(33)));
        consolidate("2025-02-08");
    }

    private static Path send(String unit) throws IOException {
        Path folder = Files.createDirectories(home.resolve("clerks"));
        SAMPLE.inTime(YearMonth.of(2025, 1)).stream()
                .filter(s -> s.unit().code().equals(unit))
                .forEach(s -> CLERKS.write(s, Prefill.NONE, folder));
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            return Files.move(file, returns.resolve(file.getFileName()));
        }
    }

    private static void fill(Path from, Path to, Instant saved, Map<String, ?> cells) throws IOException {
        fillAll(from, to, saved, Map.of("publicity", cells));
    }

    private static void fillAll(Path from, Path to, Instant saved, Map<String, ? extends Map<String, ?>> cells)
            throws IOException {
        byte[] before = Files.readAllBytes(from);
        try (var out = Files.newOutputStream(to)) {
            FormFiller.fill(new ByteArrayInputStream(before), out, Typing.of(cells), saved);
        }
    }

    private static void consolidate(String asOf) {
        Terminal.Said said = run(
                "consolidate", "2025-01", "--returns", returns + "", "--to", home.resolve("out") + "", "--as-of", asOf);
        assertThat(said.exit()).as(said.err()).isEqualTo(1);
    }

    private static Terminal.Said run(String... args) {
        return Terminal.run(Stream.concat(Stream.of(args), Stream.of("--data", home.resolve("data") + ""))
                .toArray(String[]::new));
    }

    @Test
    void saysOfFortyThatLackNoMoreThanFitsTheScreenAndWhereTheRestStands() {
        Path table = home.resolve("march.csv");

        var said = run("status", "2025-03", "--as-of", "2025-04-10");
        var written = run("status", "2025-03", "--as-of", "2025-04-10", "--csv", table + "");

        List<String> shown =
                said.out().lines().takeWhile(line -> !line.isEmpty()).toList();
        assertThat(shown)
                .hasSizeLessThan(21)
                .startsWith(
                        "截至2025-04-10：",
                        "2025年3月：应报48份，实报0份（其中迟报0），缺报48，退回0，冲突0。",
                        "安监办：《安全生产执法情况月报表》《普法宣传与学法情况月报表》《行政执法案件台",
                        "  账》未报，超5天")
                .contains("另有13个单位26份，名单见下面的催报，加 -v 全部列出。");
        assertThat(written.out().replace("\n", "")).contains("另有13个单位26份，见 " + table + "。");
        assertThat(said.exit()).isEqualTo(written.exit()).isEqualTo(1);
    }

    @Test
    void listsNothingBesideWhatIsOpenIfAllIs() {
        var said = run("status", "2025-03", "-v", "--as-of", "2025-04-10");

        assertThat(said.out()).contains("西街社区：《普法宣传与学法情况月报表》《村（社区）基层工作情况月报表》未报").doesNotContain("单位\t报表", "另有");
    }

    @Test
    void saysOfEachReturnHowItStandsByHowManyDaysAndWhomToAsk() {
        var said = run("status", "2025-01", "--as-of", "2025-02-10");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out().lines())
                .startsWith(
                        "截至2025-02-10：",
                        "2025年1月：应报48份，实报8份（其中迟报2），缺报38，退回1，冲突1。",
                        "白杨村（上次填表 刘* 139****1481）：《普法宣传与学法情况月报表》两份不一致待认");
        assertThat(said.out().lines())
                .containsSubsequence(
                        "  定，超5天",
                        "红岩村（上次填表 杨* 139****1555）：《普法宣传与学法情况月报表》已采用一份，另有",
                        "  一份不一致待认定",
                        "    与 红岩村-2025-01.xlsx 是同一单位同一报表，内容不同又分不清先后。在认定以前",
                        "      计入的是 红岩村-2025-01.xlsx。请核实后撤回不用的一份。",
                        "柳溪村（上次填表 张* 139****1444）：《普法宣传与学法情况月报表》退回待更正，超5",
                        "    合格人数 8 大于参加考试人数 5，请核对后改正。",
                        "安监办：《安全生产执法情况月报表》《普法宣传与学法情况月报表》《行政执法案件台",
                        "  账》未报，超5天",
                        "已收到、没有事的6份：按时5份，迟报1份（青山村《普法宣传与学法情况月报表》迟3",
                        "天）。");
        assertThat(run("status", "2025-01", "--as-of", "2025-02-10", "-v").out().lines())
                .containsSubsequence(
                        "大坝村：《普法宣传与学法情况月报表》《村（社区）基层工作情况月报表》未报（来过",
                        "  2024年12月的表），超5天",
                        "青山村（上次填表 李* 139****1407）：《村（社区）基层工作情况月报表》待说明，迟3",
                        "  天",
                        "    整改隐患 40 处远多于本月发现的 2 处，请核实并说明。");
        assertThat(said.err())
                .isEqualTo("下一步：问清两份文件以哪份为准，撤回另一份：huizong withdraw 2025-01 文件名 --reason 原因 --data "
                        + home.resolve("data") + "\n");
    }

    @Test
    void remembersWhoFilledInTheReturnOfTheMonthBefore() {
        var said = run("status", "2025-02", "--as-of", "2025-03-03");

        assertThat(said.out().lines()).contains("石桥村（上次填表 王* 139****1370）：《普法宣传与学法情况月报表》《村（社区）基层");
    }

    @Test
    void bringsTheTextForTheChatGroupAlone() {
        var said = run("status", "2025-01", "--as-of", "2025-02-10", "--remind");

        assertThat(said.err()).isEmpty();
        assertThat(said.out().lines())
                .startsWith(
                        "【催报】2025年1月报表应于2025-02-05前报送，已过5天，还有21个单位41份没有报齐：",
                        "安监办：《安全生产执法情况月报表》《普法宣传与学法情况月报表》《行政执法案件台账》未报")
                .containsSequence("西街社区：《普法宣传与学法情况月报表》《村（社区）基层工作情况月报表》未报", "请尽快填好上报。", "");
        assertThat(said.out()).doesNotContain("139");
    }

    @Test
    void saysWhatCameInsteadAndWhySomethingWasSentBackAndAsksForExplanations() {
        var said = run("status", "2025-01", "--as-of", "2025-02-10", "--remind");

        assertThat(said.out().lines())
                .containsSubsequence(
                        "柳溪村：《普法宣传与学法情况月报表》退回待更正",
                        "  《普法宣传与学法情况月报表》退回原因：合格人数 8 大于参加考试人数 5，请核对后改正。",
                        "大坝村：《普法宣传与学法情况月报表》《村（社区）基层工作情况月报表》未报（来过2024年12月的表）",
                        "红岩村：《普法宣传与学法情况月报表》已采用一份，另有一份不一致待认定",
                        "【请说明】2025年1月下列1份报表已收到，还有要说明的：",
                        "青山村：《村（社区）基层工作情况月报表》整改隐患 40 处远多于本月发现的 2 处，请核实并说明。",
                        "属实的请在“情况说明”栏写明原因，填错的请改正，存盘后重报。");
    }

    @Test
    void saysInTheReminderHowManyDaysAreLeft() {
        assertThat(run("status", "2025-01", "--as-of", "2025-02-03", "--remind").out())
                .startsWith("【催报】2025年1月报表应于2025-02-05前报送，还有2天，");
        assertThat(run("status", "2025-01", "--as-of", "2025-02-05", "--remind", "--lang", "en")
                        .out())
                .startsWith("[Reminder] The returns of January 2025 are due today, 2025-02-05; 21 units still owe 41:");
    }

    @Test
    void remindsNobodyOfAMonthThatTheOfficeHasNotConsolidated() {
        var said = run("status", "2025-Q1", "--as-of", "2025-04-10", "--remind");

        assertThat(said.out()).contains("柳溪村：《普法宣传与学法情况月报表》（2025年1月）退回待更正\n").doesNotContain("石桥村");
        assertThat(run("status", "2025-Q1", "--as-of", "2025-04-10").err())
                .isEqualTo("下一步：先汇总缺的月份：huizong consolidate 2025-02 --data " + home.resolve("data") + "\n");
    }

    @Test
    void listsTheOthersToo() {
        var said = run("status", "2025-01", "--as-of", "2025-02-10", "-v");

        assertThat(said.out().lines()).contains("石桥村\t普法宣传与学法情况月报表\t按时\t");
    }

    @Test
    void tellsTheFiguresBehindAQueryIfAskedFor() throws IOException {
        Path sent = send("d03");
        Path file = Files.move(sent, home.resolve(sent.getFileName()));

        var plain = run("check", file + "");
        var detailed = run("check", file + "", "-v");

        String query = "没有告知复议、诉讼途径和期限的记录，请核实并说明。";
        assertThat(plain.out()).contains(query).doesNotContain("有关数据：");
        assertThat(detailed.out()).contains(query + "\n      有关数据：救济告知 否\n");
    }

    @Test
    void writesTheSameAsATable() throws IOException {
        Path table = home.resolve("status.csv");

        run("status", "2025-01", "--as-of", "2025-02-10", "--csv", table + "");

        assertThat(Files.readString(table).split("\r\n"))
                .hasSize(49)
                .startsWith(
                        "\uFEFFperiod,unit,unit_label,return,return_label,state,due,received,days,revision,file,filled_by,phone",
                        "2025-01,d01,安监办,safety,安全生产执法情况月报表,missing,2025-02-05,,5,,,,")
                .contains(
                        "2025-01,v02,青山村,village,村（社区）基层工作情况月报表,late,2025-02-05,2025-02-08,3,1,'=青山村.xlsx,李*,139****1407",
                        "2025-01,v04,白杨村,publicity,普法宣传与学法情况月报表,conflict,2025-02-05,2025-02-05,5,2,v04-2.xlsx,刘*,139****1481");
    }

    @Test
    void namesTheFileThatIsNearestToOneNobodySent() {
        var said = run("withdraw", "2025-01", "v04_1.xlsx", "--reason", "重复");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("没有找到 2025-01 的文件“v04_1.xlsx”。是不是要：v04-1.xlsx, v04-2.xlsx\n");
    }

    @Test
    void saysThatNothingHasComeForAMonth() {
        var said = run("history", "2025-05");

        assertThat(said.out()).isEqualTo("2025-05 还没有收到报送。\n");
        assertThat(said.err())
                .isEqualTo("下一步：运行 huizong status 2025-05 --data " + home.resolve("data") + "，把催报文字发到工作群。\n");
    }

    @Test
    void tellsTheHistoryOfOneUnitAlone() {
        var said = run("history", "2025-01", "--unit", "v02");

        assertThat(said.out().lines())
                .containsExactly(
                        "青山村\t普法宣传与学法情况月报表\t2025-01\t第1次\t采用\t2025-02-08收到\t=青山村.xlsx",
                        "青山村\t村（社区）基层工作情况月报表\t2025-01\t第1次\t采用，待说明\t2025-02-08收到\t=青山村.xlsx",
                        "第2版，2025-02-08，变更2项",
                        "  青山村 普法宣传与学法情况月报表 2025年1月 报送情况：缺报 → 已计入\t补报 =青山村.xlsx",
                        "  青山村 村（社区）基层工作情况月报表 2025年1月 报送情况：缺报 → 已计入\t补报 =青山村.xlsx");
    }
}
