package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.TwoForms;
import org.huizong.catalogue.WithoutEnglish;
import org.huizong.model.ProgramVersion;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.store.Store;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-04-05T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("汇总 " + ProgramVersion.TEXT);

        assertThat(run("--lang", "en", "--version")).isZero();
        assertThat(out.toString()).endsWith("Huizong " + ProgramVersion.TEXT + System.lineSeparator());
    }

    @Test
    void opensThePageWhereALauncherSaysSoAndNobodyAnythingElse() {
        assertThat(Main.start(new String[0], "open")).contains("open");
        assertThat(Main.start(new String[] {"status"}, "open")).isEmpty();
        assertThat(Main.start(new String[0], null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    consolidat                                      | 不认识“consolidat”。是不是要：consolidate
                    stauts 2025-03                                  | 不认识“stauts”。是不是要：status
                    help staus                                      | 不认识“staus”。是不是要：status
                    status 2025-03 --reminder                       | 不认识“--reminder”。是不是要：--remind
                    consolidate 2025-03 --retruns=x                 | 不认识“--retruns”。是不是要：--returns
                    consolidate 2025-03 2025-04                     | 不认识“2025-04”。
                    consolidate                                     | 缺少 PERIOD（报告期：2026-10（也可写 10月、2026年10月、202610）、2026-Q4、2026-H2 或 2026）。
                    consolidate 2025-13                             | “2025-13”不是报告期。请写成 2026-10、2026-Q4、2026-H2 或 2026 这样。
                    history 2025-03-31                              | “2025-03-31”不是报告期。请写成 2026-10、2026-Q4、2026-H2 或 2026 这样。
                    history 13月                                     | “13月”不是报告期。请写成 2026-10、2026-Q4、2026-H2 或 2026 这样。
                    status 2025-03 --as-of today                    | “today”不是日期。请写成 2026-10-05 这样。
                    status 2025-03 --as-of +999999999-12-31         | “+999999999-12-31”不是日期。请写成 2026-10-05 这样。
                    status 2025-03                                  | 数据文件夹
                    reopen 2025-03                                  | 缺少 --reason（原因）。
                    templates --unit v01                            | --unit 要和 --period 一起用。
                    templates --period 2025-03 --unit v999          | 没有“v999”这个单位。
                    history 2025-03 --unit 石桥庄                      | 没有“石桥庄”这个单位。相近的有：石桥, 石桥村
                    check nowhere.xlsx                              | 没有找到
                    status 2025-03 --lang fr                        | “fr”不能用于 --lang（语言：zh 或 en）。
                    catalogue check --catalogue nowhere             | 没有找到目录表文件夹 nowhere。请检查 --catalogue。
                    """)
    void saysInChineseWhatIsWrongWithACommandAndEndsWithTwo(String command, String sentence) {
        assertThat(run((command + " --data " + home).split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith(sentence).doesNotContain("Exception");
    }

    @Test
    void saysItInEnglishWhenAsked() {
        assertThat(run("consolidate", "2025-13", "--lang", "en")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("\"2025-13\" is no period. Write it as 2026-10, 2026-Q4, 2026-H2 or 2026.\n");
    }

    @Test
    void makesNoFolderThatWasNamed() {
        int exit = run("consolidate", "2025-03", "--returns", home.resolve("三月").toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("没有找到报表文件夹 " + home.resolve("三月").toAbsolutePath() + "。请检查 --returns。\n");
        assertThat(home.resolve("三月")).doesNotExist();
    }

    @Test
    void refusesADataPathThatADatabaseWouldReadAsACommand() throws IOException {
        var returns = Files.createDirectories(home.resolve("returns"));

        int exit = run("consolidate", "2025-03", "--returns", returns.toString(), "--data", home + "/a;INIT=x");

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).contains("中有不能用的字符（分号、引号或反斜杠）。请换一个路径。");
    }

    @Test
    void saysThatTheStoreIsInUse() throws IOException {
        var returns = Files.createDirectories(home.resolve("returns"));
        Store.open(home.resolve("data")).close();
        var database = home.resolve("data/huizong.mv.db");
        try (var channel = FileChannel.open(database, StandardOpenOption.WRITE);
                var another = channel.lock()) {
            int exit =
                    run("consolidate", "2025-03", "--returns", returns.toString(), "--data", home.resolve("data") + "");

            assertThat(another.isValid()).isTrue();
            assertThat(exit).isEqualTo(3);
        }
        assertThat(err.toString()).contains("正被另一个汇总程序使用。请等它结束后再试。");
    }

    @Test
    void saysThatNothingHasChangedAndWhereTheFolderIsKeptIntoWhichSomebodyHasPutSomething() throws IOException {
        var returns = Files.createDirectories(home.resolve("returns"));
        var output = home.resolve("三月");
        String[] command = {
            "consolidate",
            "2025-03",
            "--returns",
            returns + "",
            "--data",
            home.resolve("data") + "",
            "--to",
            output + ""
        };
        run(command);
        Files.writeString(output.resolve("领导批示.txt"), "请核对石桥村");

        run(command);

        String workbook = output.resolve("行政执法综合月报-2025-03.xlsx") + "";
        assertThat(out.toString().lines())
                .containsSubsequence(
                        "第1版已生成：",
                        "  " + workbook,
                        "没有办完（退出码1）：缺报48份。",
                        "仍是第1版，数据没有变化；汇总表已重新写好：",
                        "  " + workbook,
                        "输出文件夹里有人加过或改过文件，原文件夹已保留为",
                        "  " + home.resolve("三月-kept-1"));
    }

    @Test
    void consolidatesAnEmptyFolderIntoAWorkbookThatNamesEverybody() throws IOException {
        var returns = Files.createDirectories(home.resolve("returns"));

        int exit = run(
                "consolidate",
                "2025-03",
                "--returns",
                returns + "",
                "--data",
                home.resolve("data") + "",
                "--to",
                home.resolve("三月") + "");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).startsWith("2025年3月：应报48份，实报0份（其中迟报0），缺报48，退回0，冲突0。\n缺报：安监办");
        assertThat(out.toString().lines())
                .hasSizeLessThanOrEqualTo(21)
                .endsWith("没有办完（退出码1）：缺报48份。")
                .doesNotContain("合计\t48\t0\t0\t48\t0\t0");
        assertThat(err.toString())
                .endsWith("下一步：文件夹 " + returns + " 里没有报表。把各单位报来的文件放进去，再运行 huizong consolidate 2025-03 --returns "
                        + returns + " --data " + home.resolve("data") + " --to " + home.resolve("三月") + "\n");
        assertThat(home.resolve("三月/行政执法综合月报-2025-03.xlsx")).isRegularFile();
    }

    @Test
    void exportsTheCatalogueOnceAndChecksIt() {
        var folder = home.resolve("目录");

        assertThat(run("catalogue", "export", folder.toString())).isZero();
        assertThat(run("catalogue", "check", "--catalogue", folder.toString())).isZero();
        assertThat(run("catalogue", "export", folder.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("目录表没有错误：单位24个，报表15种");
        assertThat(err.toString()).contains("已经存在，没有覆盖。请换一个文件夹。");
    }

    @Test
    void usesTheFolderOfTheOfficeIfItIsThereAndNoOtherIsNamed() throws IOException {
        Path own = Files.createDirectory(home.resolve("catalogue"));
        Path other = home.resolve("other");

        assertThat(Huizong.folder(Optional.empty(), own)).contains(own);
        assertThat(Huizong.folder(Optional.of(other), own)).contains(other);
        assertThat(Huizong.folder(Optional.empty(), other)).isEmpty();
    }

    @Test
    void takesAFolderThatIsCalledLikeACommand() {
        int exit = run("--catalogue", "catalogue", "--data", "demo", "status", "2025-03");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("没有找到目录表文件夹 catalogue。请检查 --catalogue。\n");
    }

    @Test
    void saysWhichCatalogueIsInUse() {
        run("catalogue", "export", home.resolve("目录") + "");

        run("catalogue", "check");
        run("catalogue", "check", "--catalogue", home.resolve("目录") + "");

        assertThat(out.toString().lines().filter(l -> l.startsWith("在用")))
                .containsExactly("在用的是内置目录表。", "在用的目录表：" + home.resolve("目录"));
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, 2024年", "2027-01-04, 2027年"})
    void warnsThatNobodyKnowsTheWorkingDaysOfTheYear(String day, String year) {
        run("catalogue", "check", "--as-of", day);

        assertThat(out.toString()).contains("\nholidays.csv 没有" + year + "的放假和上班日：算到该年工作日的关系不判定。请按国务院办");
    }

    @Test
    void warnsInEveryRunThatNobodyKnowsTheWorkingDaysOfTheYear() throws IOException {
        Path returns = Files.createDirectories(home.resolve("returns/2027-01"));

        run(
                "consolidate",
                "2027-01",
                "--returns",
                returns.toString(),
                "--to",
                home.resolve("一月").toString(),
                "--data",
                home.resolve("data").toString());

        assertThat(out.toString()).contains("\nholidays.csv 没有2027年的放假和上班日：算到该年工作日的关系不判定。请按国务院办");
    }

    @Test
    void doesNotWarnOfAYearThatIsInTheTableOfHolidays() {
        run("catalogue", "check", "--as-of", "2026-12-31");

        assertThat(out.toString()).doesNotContain("holidays.csv");
    }

    /** Eleven faults in the table of rules, and an item that computes itself. */
    @Test
    void namesTwelveFaultsInOnePassWithTheirPlacesAndEndsWithThree() throws IOException {
        var folder = brokenCatalogue();

        int exit = run("catalogue", "check", "--catalogue", folder.toString());

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("""
                items.csv 第33行 “formula”列：指标 village.births 的公式绕回了自己。
                rules.csv 第2行 “formula”列：没有“publicity.exam_pased”这个代码。是不是：publicity.exam_passed
                rules.csv 第3行 “formula”列：没有函数 SUMM。是不是：SUM
                rules.csv 第4行 “formula”列：不能用函数 INDIRECT。可用：IF AND OR NOT SUM MIN MAX ABS ROUND COUNT IFERROR ISBLANK ISNUMBER LEN DATE EDATE YEAR MONTH WORKDAYS NETWORKDAYS。
                rules.csv 第5行 “formula”列：不能写单元格地址 D7，请写指标代码。
                rules.csv 第6行 “formula”列：不能写区域（D7:D12），请把指标代码用逗号逐个列出。
                rules.csv 第7行 “formula”列：不能引用别的工作表 上月!D7，请写指标代码。
                rules.csv 第8行 “formula”列：不能用函数 TODAY。可用：IF AND OR NOT SUM MIN MAX ABS ROUND COUNT IFERROR ISBLANK ISNUMBER LEN DATE EDATE YEAR MONTH WORKDAYS NETWORKDAYS。
                rules.csv 第9行 “formula”列：一份报表内的关系只能引用一张报表的指标，现有：publicity, village。请把 scope 改为 unit。
                rules.csv 第10行 “severity”列：跨报表的关系没有可退回的报表，不能是 error，请改为 query。
                rules.csv 第11行 “message”列：不能为空，请填写。
                rules.csv 第13行 “id”列：“PUB010”与第12行重复，且有效期重叠。请改代码或起止月。
                目录表有12处错误，没有运行。请改正后再试。
                """);
    }

    @Test
    void doesNotConsolidateWithABrokenCatalogue() throws IOException {
        var returns = Files.createDirectories(home.resolve("returns"));
        var folder = brokenCatalogue();

        int exit = run(
                "consolidate",
                "2025-03",
                "--returns",
                returns.toString(),
                "--catalogue",
                folder.toString(),
                "--data",
                home.resolve("data").toString(),
                "--lang",
                "en");

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString().lines()).hasSize(13);
        assertThat(err.toString())
                .startsWith(
                        "items.csv line 33 column \"formula\": The formula of village.births comes back to itself.\n")
                .endsWith("The catalogue has 12 faults; nothing was run. Mend them and try again.\n");
        assertThat(home.resolve("data")).doesNotExist();
    }

    private Path brokenCatalogue() throws IOException {
        var folder = Files.createDirectory(home.resolve("目录"));
        for (var table : TwoForms.tables().entrySet()) {
            Files.write(folder.resolve(table.getKey()), table.getValue());
        }
        var items = folder.resolve("items.csv");
        Files.writeString(
                items,
                Files.readString(items)
                        .replace("village.births_male+village.births_female", "village.births+village.births_male"));
        try (var rules = MainTest.class.getResourceAsStream("twelve-faults.csv")) {
            Files.write(folder.resolve("rules.csv"), rules.readAllBytes());
        }
        return folder;
    }

    @Test
    void checksAFileAndStoresNothing() throws IOException {
        run("templates", "--to", home.resolve("空白").toString());
        Path blank;
        try (Stream<Path> files = Files.list(home.resolve("空白"))) {
            blank = files.sorted().findFirst().orElseThrow();
        }

        int exit = run("check", blank.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("没有填填报单位。请填上后重报。");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void blamesTheSheetOfTheMonthBeforeAndNotTheRightOne() throws IOException {
        Path folder = home.resolve("三月");
        run("templates", "--period", "2025-03", "--unit", "v01", "--data", home.resolve("d") + "", "--to", folder + "");
        Path sent = home.resolve("石桥村.xlsx");
        try (Stream<Path> files = Files.list(folder);
                var issued = Files.newInputStream(files.findFirst().orElseThrow());
                var filled = Files.newOutputStream(sent)) {
            FormFiller.fill(
                    issued,
                    filled,
                    Map.of("publicity", Map.of("period", Value.of("2025-02"))),
                    Instant.parse("2025-04-02T01:00:00Z"));
        }

        run("check", sent.toString(), "--as-of", "2025-04-02");

        assertThat(out.toString().lines().filter(l -> l.contains("报告期是")))
                .containsExactly("  [错误] 石桥村.xlsx [普法宣传与学法情况月报表] E4：这张表的报告期是 2025-02，却放在 2025-03 里。"
                        + "是 2025-02 的请移到 2025-02 的文件夹；报告期写错了的请改正后重报。");
    }

    @Test
    void showsNoFiguresThatTheSentenceGivesAndInALineAReasonWhatCouldNotBeDecided() throws IOException {
        Path folder = home.resolve("三月");
        run("templates", "--period", "2025-03", "--unit", "v01", "--data", home.resolve("d") + "", "--to", folder + "");
        Path filled = home.resolve("石桥村.xlsx");
        try (var in = Files.newInputStream(folder.resolve("石桥村-2025-03.xlsx"));
                var to = Files.newOutputStream(filled)) {
            Map<String, Value> cells =
                    Map.of("village.hazards_found", Value.of(2), "village.hazards_fixed", Value.of(40));
            FormFiller.fill(in, to, Map.of("village", cells), Instant.EPOCH);
        }

        run("check", filled + "", "-v");

        assertThat(out.toString().lines())
                .containsSubsequence(
                        "  [核实] 石桥村.xlsx [村（社区）基层工作情况月报表] D11：整改隐患 40 处远多于本月发现的 2 处，请核实并说明。",
                        "  未判定 9 条：有该填的数没有填（普法宣传与学法情况 5 条、村（社区）基层工作情况",
                        "    4 条）")
                .noneMatch(line -> line.contains("有关数据："));
        out.getBuffer().setLength(0);
        run("check", filled + "");
        assertThat(out.toString()).doesNotContain("未判定");
    }

    @Test
    void saysHowManyValuesWereReadOtherwiseThanTheyWereWritten() throws IOException {
        Path folder = Files.createDirectory(home.resolve("returns"));
        Path data = home.resolve("data");
        run("templates", "--period", "2025-03", "--unit", "v01", "--data", data + "", "--to", home + "");
        try (var in = Files.newInputStream(home.resolve("石桥村-2025-03.xlsx"));
                var to = Files.newOutputStream(folder.resolve("石桥村.xlsx"))) {
            Map<String, Value> cells =
                    Map.of("publicity.materials", Value.of("1,200份"), "publicity.exam_takers", Value.of("约30"));
            FormFiller.fill(in, to, Map.of("publicity", cells), Instant.EPOCH);
        }
        out.getBuffer().setLength(0);

        run("check", folder + "");
        assertThat(out.toString().lines()).contains("读数：写法不规范已改读1处，存疑0处，读不出1处。改读和存疑的请核对。");
        out.getBuffer().setLength(0);
        run("consolidate", "2025-03", "--returns", folder + "", "--data", data + "", "--to", home.resolve("出") + "");

        assertThat(out.toString().lines())
                .containsSubsequence(
                        "读数：写法不规范已改读1处，存疑0处，读不出1处。改读和存疑的请核对。",
                        "  [改读] 石桥村.xlsx [普法宣传与学法情况月报表] D9：发放宣传资料写的是“1,200",
                        "    份”，已读作 1200。");
        assertThat(out.toString().lines())
                .hasSizeLessThanOrEqualTo(22)
                .allMatch(line -> TextWidth.of(line) <= 80 || line.startsWith("  /"))
                .anyMatch(line -> line.matches("  另有\\d+处错误，见汇总表的“审核问题”。"));
        assertThat(err.toString())
                .endsWith("下一步：把 " + home.resolve("出/returned") + " 里的文件发还填报单位；改好的放进 " + folder
                        + "，再运行 huizong consolidate 2025-03 --returns " + folder + " --data " + data + " --to "
                        + home.resolve("出") + "\n");
    }

    @Test
    void showsInHelpTheCommandsFirstAndExamplesOfEach() {
        assertThat(run("help")).isZero();
        assertThat(out.toString().lines())
                .containsSubsequence("命令：", "  demo            生成样例镇一年的报表并逐月汇总，看看效果", "选项：", "每个月：");
        out.getBuffer().setLength(0);

        assertThat(run("help", "status")).isZero();

        assertThat(out.toString())
                .startsWith("谁报了，谁没报，附催报文字\n")
                .contains("      PERIOD            报告期：2026-10（也可写 10月、2026年10月、202610）、\n")
                .contains("\n例：\n  huizong status 2026-10\n  huizong status 2026-10 --remind\n");
    }

    /** Every command and its parts, in both languages: a header that says what it does, and an example that begins so. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hasAnExampleForEveryCommand(String lang) {
        String all =
                "demo,templates,check,consolidate,baseline,status,history,withdraw,restore,backup,restore-backup,received,assess,close,reopen,catalogue,"
                        + "catalogue check,catalogue export,catalogue rules,rules,rules try,completion,help";
        for (String command : all.split(",")) {
            out.getBuffer().setLength(0);

            int exit = run(Stream.concat(Stream.of("--lang", lang, "help"), Stream.of(command.split(" ")))
                    .toArray(String[]::new));

            assertThat(exit).isZero();
            assertThat(out.toString()).contains("\n  huizong " + command);
        }
    }

    @Test
    void printsAScriptThatCompletesCommands() {
        assertThat(run("completion")).isZero();

        assertThat(out.toString())
                .startsWith("#!/usr/bin/env bash\n")
                .contains("complete -F _complete_huizong", "consolidate");
        assertThat(err.toString()).startsWith("下一步：");
    }

    @Test
    void takesTheNameOfAUnitForItsCode() {
        int exit = run("templates", "--period", "2025-03", "--unit", "石桥村", "--data", home + "/d", "--to", home + "");

        assertThat(exit).isZero();
        assertThat(home.resolve("石桥村-2025-03.xlsx")).isRegularFile();
        assertThat(err.toString())
                .isEqualTo(
                        "下一步：把文件发给各单位；收到的报表放进 returns/2025-03，再运行 huizong consolidate 2025-03 --data " + home + "/d\n");
    }

    @Test
    void makesTheFolderOfReturnsAtTheFirstRunAndSaysWhatToDoStepByStep() throws IOException {
        Path returns = Path.of("returns", "1999-03").toAbsolutePath();
        Files.deleteIfExists(returns);

        int exit = run("consolidate", "1999年3月", "--data", home.resolve("data") + "");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("已建好报表文件夹 " + returns + "。\n第一次使用：\n"
                        + "  1. 运行 huizong templates --period 1999-03 --data " + home.resolve("data")
                        + "，把生成的模板发给各单位；\n"
                        + "  2. 把各单位报来的文件放进这个文件夹，文件名随意；\n"
                        + "  3. 再运行 huizong consolidate 1999-03 --data " + home.resolve("data")
                        + "。\n想先看样例，运行 huizong demo。\n");
        assertThat(Files.deleteIfExists(returns)).isTrue();
    }

    @Test
    void tellsWhoHasIssuedTheTemplatesOnlyWhatIsLeftToDo() throws IOException {
        Path returns = Path.of("returns", "1999-04").toAbsolutePath();
        Files.deleteIfExists(returns);
        Path issued = Files.createDirectories(Path.of("output", "templates-1999-04"));

        int exit = run("consolidate", "1999-04", "--data", home.resolve("data") + "");

        Files.delete(issued);
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("已建好报表文件夹 " + returns + "。请把各单位报来的文件放进去，再运行 huizong consolidate 1999-04 --data "
                        + home.resolve("data") + "。\n");
        assertThat(Files.deleteIfExists(returns)).isTrue();
    }

    @Test
    void saysInWordsWhyAPlaceCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(home.resolve("文件"), "x");

        assertThat(run("templates", "--to", file + "")).isEqualTo(3);
        assertThat(run("catalogue", "rules", "--csv", home.resolve("没有/表.csv") + ""))
                .isEqualTo(3);

        assertThat(err.toString())
                .isEqualTo("没有写出任何模板，" + file + " 里的文件没有动。\n" + file + " 或它的上级已经存在，不是所要的文件或文件夹。请换一个地方。\n" + "没有 "
                        + home.resolve("没有/表.csv") + "，或者它所在的文件夹还没有建。请检查路径后重新运行。\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    consolidate 2025-03 --returns 报表 --to 文件 --data 数据  | 3 | 不是本程序生成的文件夹，没有动它。请用 --to 换一个空的或不存在的文件夹。
                    consolidate 2025-03 --returns 报表 --to 文件/三月 --data 数据 | 3 | 或它的上级已经存在，不是所要的文件或文件夹。请换一个地方。
                    consolidate 2025-03 --returns 报表 --to 三月 --data 文件  | 3 | 是文件，不是文件夹。请用 --data 指明数据文件夹。
                    consolidate 2025-03 --returns 文件 --to 三月 --data 数据  | 2 | 没有找到报表文件夹
                    demo --to 文件                                          | 2 | 已经存在，而且不是样例文件夹，没有动它。请用 --to 换一个地方。
                    """)
    void refusesAFileWhereAFolderIsNeededBeforeAnythingIsRead(String command, int exit, String sentence)
            throws IOException {
        Files.writeString(home.resolve("文件"), "x");
        Files.writeString(Files.createDirectories(home.resolve("报表")).resolve("说明.txt"), "x");
        String typed =
                command.replaceAll("(报表|文件|三月|数据)(?=[ /]|$)", home + "/$1").replace("文件/" + home, "文件");

        assertThat(run(typed.strip().split(" +"))).isEqualTo(exit);

        assertThat(err.toString()).contains(sentence).doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        assertThat(home.resolve("数据/archive")).doesNotExist();
        assertThat(home.resolve("文件")).hasContent("x");
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoDatabase() throws IOException {
        Files.writeString(home.resolve("huizong.mv.db"), "nonsense");

        int exit = run("status", "2025-03", "--data", home + "");

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).startsWith("打不开数据文件夹 " + home + " 中的数据库：").doesNotContain("null", "Exception\n");
    }

    @Test
    void saysThatWhatIsNoWorkbookGoesBackToItsSender() throws IOException {
        Path folder = Files.createDirectory(home.resolve("returns"));
        Files.writeString(folder.resolve("石桥村.pdf"), "%PDF-1.7");

        run("consolidate", "2025-03", "--returns", folder + "", "--data", home + "/d", "--to", home + "/出");

        assertThat(out.toString()).contains("  石桥村.pdf：这是 PDF。请报填好的 .xlsx 工作簿。\n");
        assertThat(err.toString()).contains("下一步：把 " + home.resolve("出/returned") + " 里的文件发还填报单位；");
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true), CLOCK, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void checksACatalogueWithoutEnglishInEnglishToo(WithoutEnglish english) throws IOException {
        Path folder = Files.createDirectory(home.resolve("目录"));
        for (var table : english.of(CatalogueLoader.builtInTables()).entrySet()) {
            Files.write(folder.resolve(table.getKey()), table.getValue());
        }

        int exit = run("catalogue", "check", "--catalogue", folder.toString(), "--lang", "en");
        int drawn = run(
                "templates",
                "--catalogue",
                folder.toString(),
                "--lang",
                "en",
                "--to",
                home.resolve("模板").toString());

        assertThat(exit).isZero();
        assertThat(drawn).isZero();
        assertThat(err.toString()).doesNotContain("catalogue check");
    }

    @Test
    void countsAReturnOnceHoweverManyVersionsItHas() throws IOException {
        Path folder = home.resolve("目录");
        run("catalogue", "export", folder.toString());
        run("catalogue", "check", "--catalogue", folder.toString());
        String once = out.toString()
                .lines()
                .filter(l -> l.contains("没有错误"))
                .findFirst()
                .orElseThrow();
        Path returns = folder.resolve("returns.csv");
        String food = Files.readString(returns)
                .lines()
                .filter(l -> l.startsWith("food,"))
                .findFirst()
                .orElseThrow();
        // behind it stand from, until, changes and aliases
        String start = food.substring(0, food.lastIndexOf(',') - 3);
        Files.writeString(
                returns,
                Files.readString(returns)
                        .replace(food, start + ",,2025-12,,\n" + start.replace("food,1,", "food,2,") + ",2026-01,,,"));

        int exit = run("catalogue", "check", "--catalogue", folder.toString());

        assertThat(exit).isZero();
        assertThat(once).startsWith("目录表没有错误：单位24个，报表15种，");
        assertThat(out.toString().lines().filter(once::equals)).hasSize(2);
    }

    @Test
    void showsNoCommandToTheTerminalThatAFileNameHolds() throws IOException {
        Files.writeString(home.resolve("\u001b[31m红\n.xlsx"), "x");

        int exit = run("check", home.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).startsWith("␛[31m红␊.xlsx：错误1处").doesNotContain("\u001b");
    }

    @Test
    void saysThatThereIsNothingToCheck() throws IOException {
        assertThat(run("check", Files.createDirectory(home.resolve("empty")).toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("没有可以检查的文件。请写出文件，或里面有报表的文件夹。\n");
    }

    @Test
    void saysWhichFileIsBehindAFaultThatWasWrappedTwice() {
        var fault = new IllegalStateException(
                "Unable to process chunk",
                new IllegalStateException(new UncheckedIOException(new AccessDeniedException("/数据/archive"))));

        assertThat(faults().handleExecutionException(fault, line(), line().parseArgs()))
                .isEqualTo(3);
        assertThat(err.toString()).isEqualTo("没有读写 /数据/archive 的权限。请检查权限，或换一个地方。\n");
    }

    @Test
    void saysThatMemoryIsShortWhereverItRanOut() {
        var fault = new IllegalStateException(new ExecutionException(new OutOfMemoryError()));

        faults().handleExecutionException(fault, line(), line().parseArgs());

        assertThat(err.toString()).startsWith("内存不够，没有发布任何结果。");
    }

    private static CommandLine line() {
        return new CommandLine(CommandLine.Model.CommandSpec.create());
    }

    private ExecutionFaults faults() {
        var words = new MessageBundle(Lang.ZH);
        return new ExecutionFaults(
                words,
                new Huizong(words, new PrintWriter(out, true), new PrintWriter(err, true), CLOCK, Optional.empty()));
    }
}
