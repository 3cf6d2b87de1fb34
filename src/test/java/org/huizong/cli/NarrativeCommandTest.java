package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huizong.docx.WordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on January 2026, for which nobody has sent anything. */
class NarrativeCommandTest {
    private static final String REPORT = "青溪镇2026年1月行政执法工作报告.docx";

    @TempDir
    private Path home;

    @BeforeEach
    void receiveNothing() throws IOException {
        Files.createDirectories(home.resolve("returns"));
    }

    private Terminal.Said run(String... args) {
        return Terminal.run(Stream.concat(
                        Stream.of(args),
                        Stream.of("--data", home.resolve("data").toString(), "--as-of", "2026-02-10"))
                .toArray(String[]::new));
    }

    private Terminal.Said consolidate(String... more) {
        return run(Stream.concat(
                        Stream.of("consolidate", "2026-01", "--returns", path("returns"), "--to", path("output")),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void saysWhatToDoFirstOfAPeriodThatWasNeverConsolidated() {
        consolidate();

        var said = run("narrative", "2026-02", "--to", path("reports"));

        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("2026-02 还没有汇总过。请先运行 huizong consolidate 2026-02");
        assertThat(home.resolve("reports")).doesNotExist();
    }

    @Test
    void saysOfEveryFigureThatItIsUnknownAndNever0() throws IOException {
        consolidate();

        var said = run("narrative", "2026-01", "--to", path("reports"));

        assertThat(said.exit()).isZero();
        String text = WordFile.text(Files.readAllBytes(home.resolve("reports").resolve(REPORT)));
        assertThat(text).contains("行政执法检查暂缺（缺安监办、食药监所、交管站）", "行政执法检查|次|暂缺|暂缺").doesNotContain("行政执法检查0次");
    }

    @Test
    void keepsAReportThatSomebodyHasWorkedOn() throws IOException {
        consolidate();
        run("narrative", "2026-01", "--to", path("reports"));
        Files.writeString(home.resolve("reports").resolve(REPORT), "改过的");

        var said = run("narrative", "2026-01", "--to", path("reports"));
        run("narrative", "2026-01", "--to", path("reports"));

        assertThat(said.out()).contains("已另存为：" + home.resolve("reports").resolve("青溪镇2026年1月行政执法工作报告-kept-1.docx"));
        assertThat(names(home.resolve("reports"))).containsExactly("青溪镇2026年1月行政执法工作报告-kept-1.docx", REPORT);
    }

    @Test
    void leavesAReportThatSomebodyHasWorkedOnWhereNothingCanTakeItsPlace() throws IOException {
        consolidate("--public");
        run("narrative", "2026-01", "--public", "--to", path("reports"));
        Path report = Files.writeString(home.resolve("reports/青溪镇2026年1月行政执法工作公开.docx"), "改过的");
        Path table = home.resolve("reports/青溪镇2026年1月行政执法工作公开.xlsx");
        Files.delete(table);
        Files.createDirectory(table);

        var said = run("narrative", "2026-01", "--public", "--to", path("reports"));

        assertThat(said.exit()).isEqualTo(Exit.FAILED);
        assertThat(report).hasContent("改过的");
        assertThat(names(home.resolve("reports")))
                .containsExactly("青溪镇2026年1月行政执法工作公开.docx", "青溪镇2026年1月行政执法工作公开.xlsx", REPORT);
    }

    @Test
    void publishesThePublicPageWithTheEditionWhereItIsAskedFor() throws IOException {
        consolidate();
        assertThat(home.resolve("output/public")).doesNotExist();

        consolidate("--public");

        assertThat(names(home.resolve("output/public")))
                .containsExactly("青溪镇2026年1月行政执法工作公开.docx", "青溪镇2026年1月行政执法工作公开.xlsx");
        run("narrative", "2026-01", "--public", "--to", path("reports"));
        assertThat(home.resolve("reports/青溪镇2026年1月行政执法工作公开.docx"))
                .hasSameBinaryContentAs(home.resolve("output/public/青溪镇2026年1月行政执法工作公开.docx"));
    }

    @Test
    void refusesATextWithAFaultLikeAnyFaultOfTheCatalogue() throws IOException {
        Path catalogue = home.resolve("catalogue");
        run("catalogue", "export", catalogue.toString());
        Files.write(catalogue.resolve("narrative/month.docx"), WordFile.of(WordFile.p("全镇检查{inspection}。")));

        var said = run("catalogue", "check", "--catalogue", catalogue.toString());

        assertThat(said.exit()).isEqualTo(Exit.FAILED);
        assertThat(said.err())
                .contains("narrative/month.docx 第1段：“全镇检查{inspection}。”里没有“inspection”这个字段。是不是：inspections");
    }
}
