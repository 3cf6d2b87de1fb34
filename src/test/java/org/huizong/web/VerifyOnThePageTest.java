package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huizong.aggregation.SmallTown;
import org.huizong.catalogue.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A written report is held against the figures on the page. */
class VerifyOnThePageTest {
    private static final String JANUARY = "/verify/2025-01";
    private static final String REPORT = "小河镇2025年1月工作情况\n全镇缴费人数60人，常住人口6001人。走访企业30家。\n";

    @TempDir
    Path folder;

    private OpenPage page;

    @BeforeEach
    void open() {
        Catalogue catalogue;
        try (var town = new SmallTown(folder.resolve("data"))) {
            if (town.store().editions().periods().isEmpty()) {
                town.sendAll("2025-01", 20).run("2025-01");
            }
            catalogue = town.catalogue();
        }
        open(catalogue);
    }

    private void open(Catalogue catalogue) {
        page = OpenPage.of(folder, LocalDate.of(2025, 11, 6), catalogue);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void asksForAFileAndOffersThePeriodsThatHaveFigures() {
        String form = page.get(JANUARY).body();

        assertThat(form)
                .contains("核对文稿", "type=\"file\" name=\"file\"", "文稿里写的那一期", "不放进收件")
                .contains("<option value=\"2025-01\">2025年1月</option>")
                .doesNotContain("value=\"2025-02\"");
    }

    @Test
    void offersThePeriodOfThePageFirstAndThenTheNewest() {
        page.close();
        try (var town = new SmallTown(folder.resolve("data"))) {
            town.sendAll("2025-02", 20).run("2025-02").sendAll("2025-03", 20).run("2025-03");
            open(town.catalogue());
        }

        List<String> ofJanuary = periods(page.get(JANUARY).body());
        List<String> ofApril = periods(page.get("/verify/2025-04").body());

        assertThat(ofJanuary).containsExactly("2025-01", "2025-03", "2025-02");
        assertThat(ofApril).containsExactly("2025-03", "2025-02", "2025-01");
    }

    private static List<String> periods(String form) {
        return Pattern.compile("<option value=\"([^\"]+)\"")
                .matcher(form)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void saysOfEachNumberHowItStands() {
        HttpResponse<String> answer = send(JANUARY, "一月小结.txt", REPORT);

        assertThat(answer.body())
                .contains("核对《一月小结.txt》", "与2025年1月的汇总数核对，第1版", "要改的：1处", "文稿里的数，按先后：3个")
                .contains("共 3 个数：一致 1，不一致 1，合计不符 0，数不全 0，汇总里没有 1。")
                .doesNotContain("totals.csv", "huizong ");
        assertThat(OpenPage.rows(answer.body()))
                .containsExactly(
                        "常住人口6001人 第2段|6001人|6000人|✘ 不一致|主要指标“常住人口”，实报3/3",
                        "缴费人数60人 第2段|60人|60人|✓ 一致|主要指标“缴费人数”，实报3/3",
                        "常住人口6001人 第2段|6001人|6000人|✘ 不一致|主要指标“常住人口”，实报3/3",
                        "走访企业30家 第2段|30家||— 汇总里没有|没有叫这个名称的指标");
        assertThat(answer.body()).contains("<a href=\"/figures/2025-01/residents\">");
        assertThat(page.get("/figures/2025-01/residents").statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    }

    @Test
    void saysThatTheWorkbookIsBehindWhenOnlyTheTablesHaveChanged() {
        String before = send(JANUARY, "一月小结.txt", REPORT).body();
        page.close();
        try (var town = new SmallTown(folder.resolve("data"))) {
            open(town.with("indicators.csv", "village.payers,0,up", "village.payers*2,0,up")
                    .catalogue());
        }

        String after = send(JANUARY, "一月小结.txt", REPORT).body();

        assertThat(before).doesNotContain("有变动");
        assertThat(after).contains("报表、目录表、打分或说明等有变动，这里按现在的数核对", "href=\"/consolidate/2025-01\"");
    }

    @Test
    void handsOverTheCopyWithCommentsAndTheTable() {
        String answer = send(JANUARY, "一月小结.txt", REPORT).body();

        assertThat(answer).doesNotContain(" download>");
        HttpResponse<String> copy = page.get(OpenPage.found("href=\"([^\"]+/copy)\"", answer));
        HttpResponse<String> table = page.get(OpenPage.found("href=\"([^\"]+/table)\"", answer));

        assertThat(copy.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", ".docx");
        assertThat(copy.body()).startsWith("PK");
        assertThat(table.body().lines()).hasSize(4).anyMatch(line -> line.startsWith("differs,false,第2段,常住人口6001人"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            总结.txt    | 工作情况。缴费人数60人。                   | 里没有写明是哪一期的报告。请在“与哪一期的数核对”里选一期
            总结.txt    | 白云镇2025年1月工作总结，缴费人数60人。      | 这像是“白云镇”的文稿，不是小河镇的
            总结.txt    | 小河镇2025年3月工作总结，缴费人数60人。      | 2025年3月还没有汇总过，没有数可以核对。请先换到那一期
            总结.docx   | PK\3\4 nothing more                    | 总结.docx 已损坏，读不出来
            总结.txt    |                                      | 总结.txt 是空的
            总结.exe    | MZ                                   | 总结.exe
            """)
    void saysWhyNothingCanBeSaidAndKeepsNothing(String name, String text, String said) throws IOException {
        HttpResponse<String> answer = send(JANUARY, name, text == null ? "" : text);

        assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(answer.body())
                .contains("role=\"alert\"", said, "与哪一期的数核对")
                .doesNotContain("Exception", "--period", "huizong ", folder.toString());
        assertThat(files(name)).isEmpty();
    }

    @Test
    void holdsAReportAgainstTheChosenPeriodAndRefusesThatOfAnotherYear() {
        String chosen = send(JANUARY + "?about=2025-01", "小结.txt", "缴费人数59人。").body();
        String other = send(JANUARY + "?about=2025-01", "小结.txt", "小河镇2024年工作总结，缴费人数60人。")
                .body();

        assertThat(OpenPage.rows(chosen)).contains("缴费人数59人 第1段|59人|60人|✘ 不一致|主要指标“缴费人数”，实报3/3");
        assertThat(other).contains("文稿写的是2024年，不是2025年1月", "<option value=\"2025-01\" selected>2025年1月</option>");
        assertThat(send(JANUARY + "?about=2025-99", "小结.txt", REPORT).statusCode())
                .isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(page.upload(JANUARY, "file", List.of(new OpenPage.Part("", new byte[0])))
                        .body())
                .contains("没有选文件");
        assertThat(send(JANUARY, "大.txt", "数".repeat(2_000_000)).statusCode())
                .isEqualTo(HttpURLConnection.HTTP_ENTITY_TOO_LARGE);
    }

    @Test
    void showsWhatSomebodyWroteAsText() {
        String answer = send(JANUARY, "a&b.txt", "小河镇2025年1月<script>alert(1)</script>缴费人数60人。")
                .body();

        assertThat(answer).contains("a&amp;b.txt").doesNotContain("<script>alert");
    }

    @Test
    void keepsTheLastFiveReportsAndNoneWhenItIsClosed() throws IOException {
        List<String> addresses = IntStream.rangeClosed(1, 6)
                .mapToObj(n -> send(JANUARY, "第" + n + "份留存.txt", REPORT).uri().getPath())
                .toList();

        assertThat(page.get(addresses.get(0)).statusCode()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(page.get(addresses.get(0)).body()).contains("这份文稿已经不在了");
        assertThat(page.get(addresses.get(5)).body()).contains("第6份留存.txt");
        assertThat(files("份留存.txt")).hasSize(5);
        assertThat(page.folder.resolve("returns")).doesNotExist();

        page.close();
        List<Path> left = files("份留存.txt");
        open();
        assertThat(left).isEmpty();
    }

    private HttpResponse<String> send(String path, String name, String text) {
        return page.upload(path, "file", List.of(new OpenPage.Part(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    /** What is left of that name where temporary files lie. */
    private static List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Path.of(System.getProperty("java.io.tmpdir")), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
