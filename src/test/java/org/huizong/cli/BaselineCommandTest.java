package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineCommandTest {
    private static final String HEAD = "\uFEFFperiod,unit,code,value,source\n";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-05T01:00:00Z"), ZoneOffset.UTC);
    private static final String GOOD = """
            2024,qingxi,materials,13860,2024年度总结
            2024-12,v01,publicity.materials,120,石桥村台账
            """;

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void putsFiguresOnRecordWithTheirFileBeforeAnythingWasEverConsolidated() {
        int exit = baseline("基期.csv", GOOD);

        assertThat(err.toString())
                .isEqualTo("下一步：运行 huizong consolidate 报告期 --data " + home.resolve("data") + "，汇总表里就有比较。\n");
        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualTo("基期数已登记：新增2个，替换0个，去掉0个，未变0个。显示时标“*”。已经汇总过的各期请重新运行 consolidate。\n");
        assertThat(onRecord())
                .containsExactly(
                        "2024-12 v01 publicity.materials 120 石桥村台账 基期.csv:3",
                        "2024 qingxi materials 13860 2024年度总结 基期.csv:2");
    }

    @Test
    void keepsTheFileAsEvidenceAndTheActAsAnEventOfEachPeriod() {
        baseline("基期.csv", GOOD);

        try (Store store = store()) {
            String sha = digest("基期.csv");
            assertThat(store.archive().place(sha)).hasSameBinaryContentAs(home.resolve("基期.csv"));
            assertThat(store.events().list(Optional.empty()))
                    .containsExactly(
                            event("2024-12", "基期.csv [" + sha + "]", "新增1个，替换0个，去掉0个"),
                            event("2024", "基期.csv [" + sha + "]", "新增1个，替换0个，去掉0个"));
        }
    }

    @Test
    void changesNothingWhenTheSameFileIsGivenAgain() {
        baseline("基期.csv", GOOD);
        out.getBuffer().setLength(0);

        int exit = baseline("又一份.csv", GOOD);

        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualTo("没有变化：2个基期数都已登记过。\n");
        assertThat(onRecord())
                .containsExactly(
                        "2024-12 v01 publicity.materials 120 石桥村台账 基期.csv:3",
                        "2024 qingxi materials 13860 2024年度总结 基期.csv:2");
        try (Store store = store()) {
            assertThat(store.events().list(Optional.empty())).hasSize(2);
        }
    }

    @Test
    void replacesWhatACorrectedFileSaysOtherwiseAndSaysWhatStays() {
        baseline("基期.csv", GOOD);
        out.getBuffer().setLength(0);

        int exit = baseline("更正.csv", """
                2024,qingxi,materials,13900,2024年度总结
                2024-12,v02,publicity.materials,95,青山村台账
                """);

        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualTo("""
                基期数已登记：新增1个，替换1个，去掉0个，未变0个。显示时标“*”。已经汇总过的各期请重新运行 consolidate。
                  替换 2024年 青溪镇 发放宣传资料：13860 → 13900
                这些报告期另有1个以前登记的基期数不在文件中，仍然有效。要去掉它们，请加 --replace 再运行。
                  仍有 2024年12月 石桥村 发放宣传资料：120（基期.csv）
                """);
        assertThat(onRecord())
                .containsExactly(
                        "2024-12 v01 publicity.materials 120 石桥村台账 基期.csv:3",
                        "2024-12 v02 publicity.materials 95 青山村台账 更正.csv:3",
                        "2024 qingxi materials 13900 2024年度总结 更正.csv:2");
        try (Store store = store()) {
            assertThat(store.events().list(Optional.of(Period.parse("2024"))))
                    .extracting(Event::reason)
                    .containsExactly("新增1个，替换0个，去掉0个", "新增0个，替换1个，去掉0个");
        }
    }

    @Test
    void takesOffTheRecordWhatAFileLacksForItsPeriodsWhenAsked() {
        baseline("基期.csv", GOOD);
        out.getBuffer().setLength(0);

        int exit = baseline("更正.csv", "2024-12,v02,publicity.materials,95,青山村台账\n", "--replace");

        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualTo("""
                基期数已登记：新增1个，替换0个，去掉1个，未变0个。显示时标“*”。已经汇总过的各期请重新运行 consolidate。
                  去掉 2024年12月 石桥村 发放宣传资料：120
                """);
        assertThat(onRecord())
                .containsExactly(
                        "2024-12 v02 publicity.materials 95 青山村台账 更正.csv:2",
                        "2024 qingxi materials 13860 2024年度总结 基期.csv:2");
    }

    @Test
    void keepsNothingOfAFileWithAFaultAndNamesTheFault() {
        int exit = baseline("基期.csv", GOOD + "2024,qingxi,slogans,三百,总结\n");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualTo("""
                基期.csv 第4行 “value”列：“三百”不是数字。请只写数字，如 1200；不知道的请删去这一行，不要写0。
                有1处错误，基期.csv 中的基期数一个也没有登记。请改正后再试。
                """);
        assertThat(onRecord()).isEmpty();
    }

    @Test
    void saysItInEnglishWhenAsked() {
        int exit = baseline("a.csv", "2024,qingxi,slogans,many,summary\n", "--lang", "en");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("""
                a.csv line 2 column "value": "many" is no number. Write digits alone, such as 1200; if it is not known, delete the line and do not write 0.
                Faults: 1. None of the baseline figures in a.csv was put on record. Correct them and try again.
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            baseline            | 2 | 缺少 FILE（CSV 表，列为 period,unit,code,value,source）。
            baseline 没有.csv   | 2 | 没有找到 没有.csv。
            """)
    void endsWithTwoWhenThereIsNoFile(String command, int exit, String sentence) {
        assertThat(run((command + " --data " + home.resolve("data")).split(" ")))
                .isEqualTo(exit);
        assertThat(err.toString()).startsWith(sentence);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void endsWithThreeWhenThereCanBeNoStore() {
        write("基期.csv", GOOD);

        int exit = run("baseline", home.resolve("基期.csv").toString(), "--data", home + "/a;INIT=x");

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).contains("中有不能用的字符（分号、引号或反斜杠）。请换一个路径。");
    }

    private List<String> onRecord() {
        try (Store store = store()) {
            return store.baselines().list().stream()
                    .map(s -> String.join(
                                    " ",
                                    s.figure().period().code(),
                                    s.figure().unit(),
                                    s.figure().code(),
                                    s.figure().value().toPlainString(),
                                    s.figure().source(),
                                    s.file())
                            + ":" + s.figure().line())
                    .toList();
        }
    }

    private static Event event(String period, String subject, String reason) {
        return new Event(
                CLOCK.instant(),
                System.getProperty("user.name", "?"),
                "baseline",
                Period.parse(period),
                subject,
                reason);
    }

    private Store store() {
        return Store.open(home.resolve("data"));
    }

    private String digest(String name) {
        Path file = home.resolve(name);
        try {
            return SourceFile.of(file, name, Files.readAllBytes(file)).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int baseline(String name, String rows, String... more) {
        write(name, rows);
        Stream<String> command = Stream.of(
                "baseline",
                home.resolve(name).toString(),
                "--data",
                home.resolve("data").toString());
        return run(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
    }

    private void write(String name, String rows) {
        try {
            Files.writeString(home.resolve(name), HEAD + rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true), CLOCK, Optional.empty());
    }
}
