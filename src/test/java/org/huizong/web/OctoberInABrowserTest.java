package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.cli.Terminal;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's October is done in a browser, from the templates to closing, and comes to what the commands come to. */
@Tag("browser")
class OctoberInABrowserTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final YearMonth OCTOBER = YearMonth.of(2025, 10);
    private static final LocalDate DUE = LocalDate.of(2025, 11, 5);
    private static final LocalDate LATER = LocalDate.of(2025, 11, 10);
    private static final String WORKBOOK = "行政执法综合月报-2025-10.xlsx";
    private static final String VILLAGE = "青山村";
    private static final String REPORT = "青溪镇2025年10月行政执法工作报告.docx";
    private static final String TEXT = """
            青溪镇2025年10月行政执法工作小结
            全镇开展行政执法检查20次，纠正违章3起，实施行政处罚1次。
            发放宣传资料965份，走访企业30家。
            """;
    private static final Path PICTURES = Path.of("target", "browser");

    @TempDir
    Path folder;

    /** What is wrong with one page keeps nobody from looking at the next. */
    private final SoftAssertions softly = new SoftAssertions();

    private volatile LocalDate today = DUE;
    private OfficeServer server;
    private OfficeBrowser browser;
    private String checked = "";

    @BeforeEach
    void open() throws IOException {
        server = OfficeServer.open(new OfficeSettings(
                        folder.resolve("data"),
                        folder.resolve("returns"),
                        folder.resolve("output"),
                        0,
                        Lang.ZH,
                        new Clock() {
                            @Override
                            public ZoneId getZone() {
                                return OfficeTime.ZONE;
                            }

                            @Override
                            public Clock withZone(ZoneId zone) {
                                return this;
                            }

                            @Override
                            public Instant instant() {
                                return today.atTime(16, 0)
                                        .atZone(OfficeTime.ZONE)
                                        .toInstant();
                            }
                        },
                        () -> today,
                        CatalogueLoader::builtIn,
                        OpenPage::tried,
                        "王秀英",
                        Throwable::printStackTrace,
                        OfficeSettings.Limits.USUAL))
                .orElseThrow();
        browser = new OfficeBrowser(Files.createDirectory(folder.resolve("taken")), PICTURES);
    }

    @AfterEach
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void doesTheMonthOnThePageAlone() throws Exception {
        browser.go(server.door());
        look("zh/01-first", "2025年10月报送情况", "还没有数据，分三步");
        issuesTemplates();
        takesReturns();
        consolidates("03-consolidated", "这是第1版。");
        browser.click("本期情况");
        look("zh/04-month", "退回", "迟报", "缺报");
        corrects();
        String withdrawn = withdraws();
        consolidates("08-without", "这是第3版。");
        takesTheWorkbook();
        String totals = Files.readString(folder.resolve("output/2025-10/data/totals.csv"));
        followsAFigure();
        scores();
        writesTheReport();
        checksAText();
        closes();
        goesToTheYear();
        tours();
        browser.wide(1280);
        browser.click("Quit");
        look("en/20-ended", "It has ended");

        softly.assertThat(totals).isEqualTo(byCommand(withdrawn));
        softly.assertAll();
    }

    private void issuesTemplates() throws IOException {
        browser.click("去发模板");
        look("zh/02-templates", "2025年10月模板");
        browser.press("全部单位");

        try (ZipFile issued = new ZipFile(browser.taken("templates-2025-10.zip").toFile())) {
            assertThat(issued.stream().map(ZipEntry::getName)).hasSize(owing()).contains("安监办-2025-10.xlsx");
        }
    }

    private static int owing() {
        return (int) CATALOGUE.owed(Period.month(OCTOBER)).stream()
                .map(o -> o.unit())
                .distinct()
                .count();
    }

    private void takesReturns() throws IOException {
        browser.click("收件");
        look("zh/02-files-empty", "拖到这里", "还没有文件");
        browser.drop("#take", zipped(written(new SampleYear(CATALOGUE).inTime(OCTOBER), "sent")));
        browser.await("本期文件夹里的文件：1个");
        look("zh/02-files", "安监办《安全生产执法情况月报表》2025年10月", "处要说明", "没有问题");
        browser.choose("files", List.of(Files.writeString(folder.resolve("通知.xlsx"), "本周五开会")));
        browser.await("没有采用");
        look("zh/02-files-bad", "通知.xlsx", "没有认得出的报表");
    }

    private void consolidates(String picture, String edition) {
        browser.click("汇总");
        browser.click(browser.text().contains("开始汇总") ? "开始汇总" : "再汇总一次");
        look("zh/" + picture + "-going", "汇总");
        browser.await("汇总好了");
        look("zh/" + picture, edition, WORKBOOK);
    }

    private void corrects() throws IOException {
        today = LATER;
        browser.click("收件");
        browser.choose("files", written(new SampleYear(CATALOGUE).later(OCTOBER), "corrections"));
        browser.await("本期文件夹里的文件：5个");
        look("zh/05-corrections", "还没有汇总进去");
        consolidates("06-corrected", "这是第2版。");
        assertThat(browser.text()).contains("比上一版变了什么", "更正");
    }

    /** Takes back all that one village sent; gives the file it came in. */
    private String withdraws() {
        browser.click("存档");
        look("zh/07-record", "全部报送", "版次");
        browser.clickInRow(VILLAGE, "普法宣传与学法情况月报表");
        look("zh/07-return", "报来的数", "为什么撤回");
        String file = browser.said("报来的文件");
        withdraw();
        look("zh/07-withdrawn", "已撤回", "恢复");
        browser.click("存档");
        browser.clickInRow(VILLAGE, "村（社区）基层工作情况月报表");
        withdraw();
        return file;
    }

    private void withdraw() {
        browser.type("reason", "报错了单位，另行重报");
        browser.click("撤回");
    }

    /** From an indicator to the cell in which a unit reported it. */
    private void followsAFigure() {
        browser.click("看数");
        look("zh/13-figures", "主要指标", "第3版");
        browser.click("行政执法检查");
        look("zh/14-figure", "由哪些数合成", "各单位");
        browser.clickInRow("安监办", "");
        look("zh/15-cell", "报来的数");
    }

    private void takesTheWorkbook() throws IOException {
        browser.press(WORKBOOK);

        assertThat(browser.taken(WORKBOOK))
                .hasSameBinaryContentAs(folder.resolve("output/2025-10").resolve(WORKBOOK));
    }

    /** Follows a deduction to its return and gives points, which the letters have after one more consolidation. */
    private void scores() {
        browser.click("考核");
        look("zh/18-scores", "2025年10月考核", "村和社区", "全部考核通知");
        browser.clickInRow(VILLAGE, VILLAGE);
        look("zh/19-unit", "得分和扣分", "已撤回，没有再报", "由办公室打分");
        browser.type("points", "100");
        browser.type("reason", "大雪封路，当面交来");
        browser.click("登记打分");
        look("zh/19-refused", "分数“100”没有登记");
        browser.click("考核");
        browser.clickInRow(VILLAGE, VILLAGE);
        browser.type("points", "40");
        browser.type("reason", "大雪封路，当面交来");
        browser.click("登记打分");
        look("zh/19-marked", "已打40分。", "大雪封路，当面交来", "收回打分", "通知是上次汇总时的");
        browser.click("看报表");
        look("zh/19-evidence", "已撤回");
        consolidates("19-again", "仍是第3版，数没有变化。");
    }

    private void writesTheReport() throws IOException {
        browser.click("写报告");
        look("zh/21-report", "还没有写过", "还没有报齐也可以写");
        browser.click("写一份文字报告");
        browser.click("写政务公开页");
        look("zh/22-written", "与现在的数一致", REPORT);
        browser.press(REPORT);

        assertThat(browser.taken(REPORT))
                .hasSameBinaryContentAs(
                        folder.resolve("output/narrative-2025-10").resolve(REPORT));
    }

    private void checksAText() throws IOException {
        browser.click("核对文稿");
        look("zh/23-text", "与哪一期的数核对");
        browser.choose("file", List.of(Files.writeString(folder.resolve("通知.txt"), "本周五开会")));
        browser.pressButton("核对");
        look("zh/23-refused", "没有写明是哪一期的报告");
        browser.choose("file", List.of(Files.writeString(folder.resolve("十月小结.txt"), TEXT)));
        browser.pressButton("核对");
        look("zh/24-checked", "要改的：1处", "纠正违章3起", "✘ 不一致", "✓ 一致", "— 汇总里没有");
        checked = browser.address();
        browser.press("带批注的副本");

        assertThat(browser.taken("十月小结-核对.docx")).isNotEmptyFile();
    }

    private void closes() {
        browser.click("本期情况");
        look("zh/09-month", "缺报2份", "催报");
        browser.click("存档");
        look("zh/10-open", "还没有了结的");
        browser.tick("meant");
        browser.click("封存");
        look("zh/11-closed", "本期已封存，数不会再变", "报错了单位，另行重报");
        browser.click("做一份备份");
        look("zh/12-backup", "最近一次：2025-11-10");
    }

    private void goesToTheYear() {
        browser.click("本期情况");
        browser.type("period", "2025年");
        browser.click("前往");
        look("zh/16-year", "2025年报送情况");
        browser.type("period", "下下个月");
        browser.click("前往");
        look("zh/17-no-period", "“下下个月”不是报告期");
    }

    /** All pages again: on a telephone, then in English. */
    private void tours() {
        List<String> pages = List.of(
                "month",
                "templates",
                "files",
                "consolidate",
                "figures",
                "assessment",
                "narrative",
                "verify",
                "record",
                "rules",
                "baseline");
        browser.wide(390);
        pages.forEach(name -> {
            browser.go(server.address() + "/" + name + "/2025-10");
            look("narrow/" + name, "2025年10月");
        });
        browser.click("看数");
        browser.click("行政执法检查");
        look("narrow/figure", "由哪些数合成");
        browser.clickInRow("安监办", "");
        look("narrow/return", "报来的数");
        browser.go(server.address() + "/assessment/2025-10/v02");
        look("narrow/unit", "得分和扣分");
        browser.go(checked);
        look("narrow/checked", "要改的：1处");
        browser.click("English");
        browser.wide(1280);
        pages.forEach(name -> {
            browser.go(server.address() + "/" + name + "/2025-10");
            look("en/" + name, "October 2025");
        });
        browser.go(server.address() + "/assessment/2025-10/v02");
        look("en/unit", "Scores, and what was taken off");
        browser.go(checked);
        look("en/checked", "To be corrected: 1", "✘ differs");
    }

    /** Holds the page to what it has to say, takes its picture, and lets nothing hang out of it or fail unseen. */
    private void look(String picture, String... said) {
        browser.picture(picture);

        softly.assertThat(browser.text()).as(picture).contains(said).doesNotContain("{0}", "web.");
        softly.assertThat(browser.overflow()).as(picture).isZero();
        softly.assertThat(browser.complaints()).as(picture).isEmpty();
    }

    /** The totals of the same files, consolidated and one of them withdrawn by commands. */
    private String byCommand(String withdrawn) throws IOException {
        String data = folder.resolve("data-of-commands").toString();
        Path output = folder.resolve("output-of-commands");
        List<String> consolidate = List.of(
                "consolidate",
                "2025-10",
                "--data",
                data,
                "--returns",
                folder.resolve("returns/2025-10").toString(),
                "--to",
                output.toString(),
                "--as-of",
                LATER.toString());

        Terminal.run(consolidate.toArray(String[]::new));
        Terminal.Said said = Terminal.run(
                "withdraw", "2025-10", withdrawn, "--data", data, "--reason", "wrong", "--as-of", LATER.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        Terminal.run(consolidate.toArray(String[]::new));
        return Files.readString(output.resolve("data/totals.csv"));
    }

    /** What the units send, filled by their clerks. */
    private List<Path> written(List<Sending> sendings, String name) throws IOException {
        var clerks =
                new SampleWriter(new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE)));
        Path place = Files.createDirectory(folder.resolve(name));
        sendings.forEach(s -> clerks.write(s, Prefill.NONE, place));
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        }
    }

    private Path zipped(List<Path> files) throws IOException {
        Path all = folder.resolve("十月报表.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(all), StandardCharsets.UTF_8)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return all;
    }
}
