package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the office puts right about files that came: their day, and what was taken back. 石桥村 alone sends January. */
class SentFilesTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final String FILE = "石桥村-2025-01.xlsx";
    private static final String FORM = "石桥村\t普法宣传与学法情况月报表\t";

    @TempDir
    private Path home;

    private Path returns = Path.of("");

    @BeforeEach
    void receive() throws IOException {
        returns = Files.createDirectory(home.resolve("returns"));
        var clerks =
                new SampleWriter(new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE)));
        new SampleYear(CATALOGUE)
                .inTime(YearMonth.of(2025, 1)).stream()
                        .filter(s -> s.unit().code().equals("v01"))
                        .forEach(s -> clerks.write(s, Prefill.NONE, returns));
    }

    private void came(String file, String moment) throws IOException {
        Files.setLastModifiedTime(returns.resolve(file), FileTime.from(Instant.parse(moment)));
    }

    private Terminal.Said consolidate(String asOf) {
        return run(
                "consolidate", "2025-01", "--returns", returns + "", "--to", home.resolve("out") + "", "--as-of", asOf);
    }

    /** What was broken into lines, in one. */
    private static String unwrapped(String text) {
        return text.replaceAll("\n  (?=[-/])", " ").replace("\n  ", "");
    }

    private Stream<String> status() {
        return run("status", "2025-01", "--as-of", "2025-02-10", "-v")
                .out()
                .lines()
                .filter(l -> l.startsWith(FORM));
    }

    private Terminal.Said run(String... args) {
        return Terminal.run(Stream.concat(Stream.of(args), Stream.of("--data", home.resolve("data") + ""))
                .toArray(String[]::new));
    }

    @Test
    void callsNoCorrectionOfWhatCameInTimeLate() throws IOException {
        came(FILE, "2025-02-04T01:00:00Z");
        consolidate("2025-02-05");
        try (var out = Files.newOutputStream(returns.resolve("更正.xlsx"))) {
            FormFiller.fill(
                    new ByteArrayInputStream(Files.readAllBytes(returns.resolve(FILE))),
                    out,
                    Map.of("publicity", Map.of("publicity.materials", Value.of(77))),
                    Instant.parse("2025-02-10T01:00:00Z"));
        }

        var said = consolidate("2025-02-10");

        assertThat(said.out()).startsWith("2025年1月：应报48份，实报2份（其中迟报0），缺报46，退回0，冲突0。");
        assertThat(status()).containsExactly(FORM + "按时\t");
    }

    @Test
    void doesNotCallReturnsLateThatTheOfficeReadsLate() throws IOException {
        came(FILE, "2025-02-04T01:00:00Z");

        var said = consolidate("2025-02-10");

        assertThat(said.out())
                .startsWith("2025年1月：应报48份，实报2份（其中迟报0），缺报46，退回0，冲突0。")
                .doesNotContain("全部算作迟报");
        assertThat(status()).containsExactly(FORM + "按时\t");
    }

    @Test
    void saysHowToPutTheDaysRightWhenEverythingWouldBeLate() {
        var first = consolidate("2025-02-10");
        var said = run("received", "2025-01", ".", "2025-02-05", "--reason", "首次使用", "--as-of", "2025-02-10");
        var again = consolidate("2025-02-10");

        assertThat(first.out()).startsWith("2025年1月：应报48份，实报2份（其中迟报2），缺报46，退回0，冲突0。");
        assertThat(unwrapped(first.out()))
                .contains("已报的2份全部算作迟报：收到日期取自文件的修改时间，复制、下载会改动它。实际按时收到的，"
                        + "运行 huizong received 2025-01 文件名 收到日期 --reason 原因 --data " + home.resolve("data")
                        + "（全部文件用 . 代替文件名）");
        assertThat(said.out()).isEqualTo("2025-01 的1个文件登记为 2025-02-05 收到。\n");
        assertThat(again.out()).startsWith("2025年1月：应报48份，实报2份（其中迟报0），缺报46，退回0，冲突0。");
        assertThat(run("history", "2025-01").out()).contains("登记收到日期", FILE + " 2025-02-05", "首次使用");
    }

    @Test
    void callsTheWorkbookStaleOnceADayIsPutRightAndTakesNoDayBeforeTheEndOfTheMonth() {
        consolidate("2025-02-10");

        var said = run("received", "2025-01", FILE, "2025-01-20", "--reason", "微信已收到", "--as-of", "2025-02-10");
        var stale = run("status", "2025-01", "--as-of", "2025-02-10").out();
        consolidate("2025-02-10");
        var again = run("status", "2025-01", "--as-of", "2025-02-10").out();

        assertThat(said.out()).isEqualTo("2025-01 的1个文件登记为 2025-01-31 收到。\n");
        assertThat(stale).contains("2025年1月的汇总表已过时：2025-01 有变动。请运行 huizong consolidate 2025-01");
        assertThat(again).doesNotContain("已过时");
    }

    @Test
    void takesNoDayThatHasNotComeAndNoFileThatNobodySent() {
        consolidate("2025-02-10");

        var future = run("received", "2025-01", FILE, "2025-02-11", "--reason", "x", "--as-of", "2025-02-10");
        var other = run("received", "2025-01", "石桥-2025-01.xlsx", "2025-02-05", "--reason", "x");

        assertThat(future.exit()).isEqualTo(2);
        assertThat(future.err()).isEqualTo("收到日期 2025-02-11 晚于今天 2025-02-10。\n");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).isEqualTo("没有找到 2025-01 的文件“石桥-2025-01.xlsx”。是不是要：" + FILE + "\n");
    }

    @Test
    void saysOfWhatWasTakenBackThatItIsNotMissingForWantOfAFileAndGivesItBack() throws IOException {
        consolidate("2025-02-05");
        run("withdraw", "2025-01", FILE, "--reason", "误操作");

        var without = consolidate("2025-02-05");
        var states = unwrapped(run("status", "2025-01", "--as-of", "2025-02-10").out());
        var table = Files.readString(home.resolve("out/data/coverage.csv"));
        var restored = run("restore", "2025-01", FILE, "--reason", "撤错了");
        var with = consolidate("2025-02-05");

        assertThat(without.out()).startsWith("2025年1月：应报48份，实报0份（其中迟报0），缺报48，退回0，冲突0。");
        assertThat(unwrapped(without.out()))
                .contains("已撤回，按缺报计：石桥村《普法宣传与学法情况月报表》2025-01、石桥村《村（社区）基层工作情况月报表》2025-01。"
                        + "误撤的运行 huizong restore 2025-01 文件名 --reason 原因 --data " + home.resolve("data"));
        assertThat(states).contains("石桥村：《普法宣传与学法情况月报表》《村（社区）基层工作情况月报表》已撤回，超5天\n");
        assertThat(table).contains("2025-01,v01,石桥村,publicity,2025-02-05,withdrawn,0,,0," + FILE + ",0,,,");
        assertThat(restored.out()).isEqualTo(FILE + " 的2份报送已恢复。\n");
        assertThat(with.out()).startsWith("2025年1月：应报48份，实报2份（其中迟报0），缺报46，退回0，冲突0。");
        assertThat(run("history", "2025-01").out()).contains("恢复", "撤错了");
    }
}
