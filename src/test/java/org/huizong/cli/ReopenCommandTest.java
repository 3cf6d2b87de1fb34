package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.huizong.job.RegisterOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month that is opened again: what happened in it counts in it again. */
class ReopenCommandTest {
    @TempDir
    private Path home;

    private Path tables = Path.of("");

    private Terminal.Said run(String... args) {
        return Terminal.run(Stream.concat(
                        Stream.of(args), Stream.of("--data", home.resolve("data") + "", "--catalogue", tables + ""))
                .toArray(String[]::new));
    }

    private static void consolidate(RegisterOffice office, String period) {
        Terminal.run(office.consolidating(period, "--as-of", "2025-03-05"));
    }

    @Test
    void namesTheMonthsWhoseCasesGoBackToTheirDay() {
        RegisterOffice office = new RegisterOffice(home)
                .send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-02-03,200")
                .send("2025-02", "交管站");
        tables = office.tables();
        consolidate(office, "2025-01");
        run("close", "2025-01", "--yes");
        consolidate(office, "2025-02");

        String before = run("status", "2025-02", "--as-of", "2025-03-05").out();
        run("reopen", "2025-01", "--reason", "改期");
        String after = run("status", "2025-02", "--as-of", "2025-03-05").out();

        assertThat(before).doesNotContain("已过时");
        String folders = " --data " + home.resolve("data") + " --catalogue " + tables + "。";
        assertThat(after.lines().filter(l -> l.contains("已过时")))
                .containsExactly(
                        "2025年1月的汇总表已过时：2025-01 有变动。请运行 huizong consolidate 2025-01" + folders,
                        "2025年2月的汇总表已过时：2025-01 有变动。请运行 huizong consolidate 2025-02" + folders);
    }
}
