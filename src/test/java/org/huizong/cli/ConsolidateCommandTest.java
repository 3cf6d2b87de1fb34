package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of returns: one for each period in another, a file of no use in each. */
class ConsolidateCommandTest {
    @TempDir
    private Path home;

    @BeforeEach
    void receiveAFileForEachPeriod() throws IOException {
        for (String period : new String[] {"2026-01", "2026-02"}) {
            Path folder = Files.createDirectories(home.resolve("returns").resolve(period));
            Files.writeString(folder.resolve("报表" + period + ".txt"), "no return");
        }
    }

    private Terminal.Said consolidate(String period, Path returns) {
        return Terminal.run(
                "consolidate",
                period,
                "--returns",
                returns.toString(),
                "--to",
                home.resolve("output").toString(),
                "--data",
                home.resolve("data").toString(),
                "--as-of",
                "2026-03-10");
    }

    @Test
    void readsTheFolderOfThePeriodFromOneThatHoldsAFolderForEach() {
        var said = consolidate("2026-02", home.resolve("returns"));

        assertThat(said.out()).contains("文件1个：", "报表2026-02.txt").doesNotContain("报表2026-01.txt");
    }

    @Test
    void readsNothingForALongerPeriodThatHasNoFolderThere() {
        var said = consolidate("2026-Q1", home.resolve("returns"));

        assertThat(said.exit()).isEqualTo(Exit.OPEN);
        assertThat(said.out()).doesNotContain("报表2026-01.txt", "报表2026-02.txt");
    }

    @Test
    void asksForTheFolderOfAMonthThatIsNotThere() {
        var said = consolidate("2026-03", home.resolve("returns"));

        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("没有找到报表文件夹 " + home.resolve("returns").resolve("2026-03"));
    }

    @Test
    void readsAllOfAFolderThatHoldsFilesToo() throws IOException {
        Files.writeString(home.resolve("returns").resolve("直接放.txt"), "no return");

        var said = consolidate("2026-02", home.resolve("returns"));

        assertThat(said.out()).contains("文件3个：");
    }
}
