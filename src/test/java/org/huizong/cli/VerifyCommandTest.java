package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A township of which the year 2024 is a baseline and nobody has reported January 2025. */
class VerifyCommandTest {
    @TempDir
    private static Path home;

    @BeforeAll
    static void consolidate() throws IOException {
        Path returns = Files.createDirectory(home.resolve("returns"));
        Terminal.run(
                "consolidate",
                "2025-01",
                "--returns",
                returns.toString(),
                "--to",
                home.resolve("out").toString(),
                "--data",
                home.resolve("data").toString(),
                "--as-of",
                "2025-02-10");
    }

    private static Path report(String name, String... lines) throws IOException {
        return Files.write(home.resolve(name), List.of(lines));
    }

    private static Terminal.Said verify(Path file, String... more) {
        var args = new ArrayList<>(List.of(
                "verify", file.toString(), "--data", home.resolve("data").toString()));
        args.addAll(List.of(more));
        return Terminal.run(args.toArray(String[]::new));
    }

    @Test
    void doesNotJudgeWhatNobodyHasReported() throws IOException {
        Path report = report("january.txt", "青溪镇2025年1月执法情况", "开展行政执法检查20次，走访企业30家。");

        var said = verify(report, "--csv", home.resolve("january.csv").toString());

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("2025年1月的汇总数（第1版，截至 2025-02-10）与报告核对：")
                .contains("？ 数不全\t第2段\t行政执法检查20次\t20次")
                .contains("— 汇总里没有\t第2段\t走访企业30家\t30家")
                .contains("共 2 个数：一致 0，不一致 0，合计不符 0，数不全 1，汇总里没有 1。");
        assertThat(home.resolve("january-核对.docx")).exists();
        assertThat(Files.readString(home.resolve("january.csv"), StandardCharsets.UTF_8)
                        .lines())
                .hasSize(3)
                .first()
                .isEqualTo("\uFEFFoutcome,contradicted,place,quote,report,figures,source,remark");
    }

    @Test
    void saysThatTheEditionIsBehind() throws IOException {
        Path report = report("behind.txt", "青溪镇2025年1月执法情况", "开展行政执法检查20次。");

        mark("2025-01");
        var behind = verify(report);
        mark("");
        var again = verify(report);

        assertThat(behind.out()).contains("第1版以后，报表、目录表、打分或说明等有变动，下面按现在的数核对。先运行 huizong consolidate 2025-01");
        assertThat(again.out()).doesNotContain("有变动");
    }

    private static void mark(String stale) {
        try (Store store = Store.open(home.resolve("data"))) {
            store.editions().stale(Period.parse("2025-01"), stale);
        }
    }

    @Test
    void endsWithOneIfASumDoesNotAddUp() throws IOException {
        Path report = report("sum.txt", "青溪镇2025年1月情况", "走访企业30家、商户20家，共计60家。");

        assertThat(verify(report).exit()).isEqualTo(Exit.OPEN);
    }

    @Test
    void asksForThePeriodThatTheReportDoesNotSay() throws IOException {
        Path report = report("period.txt", "工作情况", "开展执法检查20次。");

        assertThat(verify(report).err()).contains("里没有写明是哪一期的报告。请用 --period 指明");
        assertThat(verify(report).exit()).isEqualTo(Exit.USAGE);
        assertThat(verify(report, "--period", "2025-01").exit()).isZero();
    }

    @Test
    void saysThatItIsTheReportOfAnotherYear() throws IOException {
        Path report = report("year.txt", "青溪镇2024年工作总结", "开展执法检查20次。");

        var said = verify(report, "--period", "2025-01");

        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("报告写的是2024年，不是 2025-01。请检查是不是拿错了报告或报告期。");
    }

    @Test
    void saysThatItIsTheReportOfAnotherTownship() throws IOException {
        Path report = report("town.txt", "白云镇2025年1月工作总结", "开展执法检查20次。");

        var said = verify(report);

        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("这像是“白云镇”的报告，不是青溪镇的。请检查是不是拿错了文件。");
    }

    @Test
    void saysThatThePeriodWasNeverConsolidated() throws IOException {
        Path report = report("march.txt", "青溪镇2025年3月工作总结", "开展执法检查20次。");

        var said = verify(report);

        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("2025-03 还没有汇总过。");
    }

    @Test
    void saysOfAFileThatItIsNoReport() throws IOException {
        Path broken = report("broken.docx", "PK\3\4 nothing more");

        assertThat(verify(broken).err()).contains("已损坏，读不出来。请用 Word 或 WPS 打开，另存为新的 .docx 后再核对。");
        assertThat(verify(broken).exit()).isEqualTo(Exit.USAGE);
        assertThat(verify(home.resolve("none.docx")).err()).contains("没有找到");
    }

    @Test
    void saysHowLargeAReportMayBe() throws IOException {
        Path large = report("large.txt", "青溪镇2025年1月情况", "开展执法检查20次。".repeat(400_000));

        assertThat(verify(large).err()).contains("太大，超过 8 MB");
    }

    @Test
    void neverWritesOverTheReport() throws IOException {
        Path report = report("same.txt", "青溪镇2025年1月情况", "开展执法检查20次。");

        var said = verify(report, "--to", report.toString());

        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(Files.readAllLines(report)).containsExactly("青溪镇2025年1月情况", "开展执法检查20次。");
    }

    @Test
    void neverWritesOverTheReportByAnotherNameOfIt() throws IOException {
        Path report = report("linked.txt", "青溪镇2025年1月情况", "开展执法检查20次。");
        Path link = Files.createLink(home.resolve("link.docx"), report);
        Path copy = Files.writeString(home.resolve("linked-copy.docx"), "earlier");

        var onto = verify(report, "--to", link.toString());
        var table = verify(report, "--csv", link.toString());
        var both = verify(report, "--to", copy.toString(), "--csv", copy.toString());

        assertThat(onto.exit()).isEqualTo(Exit.USAGE);
        assertThat(onto.err()).contains("核对后的副本不能写到报告自己上");
        assertThat(table.exit()).isEqualTo(Exit.USAGE);
        assertThat(table.err()).contains("表不能写到报告或者副本上：" + link);
        assertThat(both.exit()).isEqualTo(Exit.USAGE);
        assertThat(both.err()).contains("表不能写到报告或者副本上：" + copy);
        assertThat(Files.readAllLines(report)).containsExactly("青溪镇2025年1月情况", "开展执法检查20次。");
        assertThat(copy).hasContent("earlier");
    }

    @Test
    void keepsACopyAndATableThatSomebodyHasChanged() throws IOException {
        Path report = report("again.txt", "青溪镇2025年1月情况", "开展执法检查20次。");
        Path copy = Files.writeString(home.resolve("again-核对.docx"), "worked on");
        Path table = Files.writeString(home.resolve("again.csv"), "worked on");

        var said = verify(report, "--csv", table.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("那里原有的文件内容不同，已另存为：" + home.toRealPath().resolve("again-核对-kept-1.docx"))
                .contains("那里原有的文件内容不同，已另存为：" + home.toRealPath().resolve("again-kept-1.csv"));
        assertThat(home.resolve("again-核对-kept-1.docx")).hasContent("worked on");
        assertThat(home.resolve("again-kept-1.csv")).hasContent("worked on");
        assertThat(Files.size(copy)).isGreaterThan(100);
        assertThat(verify(report, "--csv", table.toString()).out()).doesNotContain("已另存为");
    }
}
