package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command that the program proposes can be copied: it begins as the typed one did and works on the same folders. */
class InvocationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-04-05T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    consolidate 2025-03 --returns X --to Y --data Z | consolidate 2025-03                | consolidate 2025-03 --returns X --to Y --data Z
                    consolidate 3月 --returns X --to Y               | consolidate 2025-03                | consolidate 2025-03 --returns X --to Y
                    consolidate 2025-03 --returns X --to Y          | consolidate 2025-02                | consolidate 2025-02
                    consolidate 2025-03 --returns X --to Y --data Z | status 2025-03                     | status 2025-03 --data Z
                    --data Z status 2025-03                         | consolidate 2025-03                | consolidate 2025-03 --data Z
                    status 2025-03 --data=A --catalogue C           | withdraw 2025-03 文件名 --reason 原因 | withdraw 2025-03 文件名 --reason 原因 --data A --catalogue C
                    status 2025-03 --data A --catalogue C           | catalogue export catalogue         | catalogue export catalogue
                    status 2025-03 --data A --catalogue C           | catalogue check                    | catalogue check --catalogue C
                    status 2025-03 --catalogue C --data A --lang en | backup FILE.zip                    | backup FILE.zip --data A --lang en
                    status 2025-03 --as-of 2025-04-06               | close 2025-03                      | close 2025-03 --as-of 2025-04-06
                    status 2025-03 --as-of 2025-04-06               | consolidate 2025-03                | consolidate 2025-03
                    demo --to Y --data A --catalogue C              | status 2025-03 --data Y/data       | status 2025-03 --data Y/data
                    templates --period 2025-03 --to Y --data A      | consolidate 2025-03                | consolidate 2025-03 --data A
                    status 2025-03                                  | consolidate 2025-03                | consolidate 2025-03
                    """)
    void carriesTheOptionsThatWereTypedIntoWhatMayBeRunNext(String typed, String proposed, String copied) {
        var invocation = new Invocation("huizong", false);

        remember(invocation, typed.split(" "));

        assertThat(invocation.command("huizong " + proposed)).isEqualTo("huizong " + copied);
    }

    @Test
    void doublesNoOptionThatTheSentenceHasItself() {
        var invocation = new Invocation("huizong", false);
        remember(invocation, "status", "2025-03", "--data", "my data");
        var words = new MessageBundle(Lang.ZH, invocation);

        String lost = words.text("store.lost", Map.of("path", "my data"));

        assertThat(lost)
                .startsWith("数据文件夹 my data 里有")
                .contains("运行 huizong restore-backup 备份文件.zip --data 'my data'（现有");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    三月/收件_1.0  | 三月/收件_1.0   | 三月/收件_1.0
                    my data     | 'my data'     | "my data"
                    it's        | 'it'\\''s'     | "it's"
                    $HOME       | '$HOME'       | "$HOME"
                    C:\\三月      | 'C:\\三月'      | C:\\三月
                    C:\\my data\\ | 'C:\\my data\\' | "C:\\my data\\\\"
                    """)
    void quotesAPathThatAShellWouldTakeApart(String path, String unix, String windows) {
        assertThat(new Invocation("huizong", false).value(path)).isEqualTo(unix);
        assertThat(new Invocation("huizong", true).value(path)).isEqualTo(windows);
    }

    @Test
    void usesTheNameItWasCalledByInHelpAndHints() {
        assertThat(run("./huizong", "help", "status")).isZero();
        assertThat(run("./huizong", "status", "2025-03", "--data", home.resolve("无") + ""))
                .isEqualTo(2);
        assertThat(run("/my dir/huizong", "stauts")).isEqualTo(2);

        assertThat(out.toString())
                .startsWith("谁报了，谁没报，附催报文字\n用法：./huizong status [")
                .contains("\n例：\n  ./huizong status 2026-10\n  ./huizong status 2026-10 --remind\n");
        assertThat(err.toString())
                .contains("请先运行 ./huizong consolidate 报告期 --data " + home.resolve("无") + "；")
                .endsWith("用法见：'/my dir/huizong' --help\n");
    }

    private int run(String name, String... args) {
        return Main.run(
                args,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                CLOCK,
                Optional.empty(),
                new Invocation(name, false));
    }

    private void remember(Invocation invocation, String... args) {
        var words = new MessageBundle(Lang.ZH);
        var program = new Huizong(words, new PrintWriter(out), new PrintWriter(err), CLOCK, Optional.empty());
        invocation.remember(
                Commands.line(program, List.of(args))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setAllowSubcommandsAsOptionParameters(true)
                        .parseArgs(args),
                text -> program.typed(text).map(Period::code).orElse(text));
    }
}
