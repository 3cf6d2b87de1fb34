package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizong.aggregation.SmallTown;
import org.huizong.docx.WordFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in words and the public page are written on the page as the command writes them. */
class NarrativeOnThePageTest {
    private static final String JANUARY = "/narrative/2025-01";

    @TempDir
    Path folder;

    private OpenPage page;

    private void open(boolean isWhole) {
        try (var town = new SmallTown(folder.resolve("data"))) {
            if (isWhole) {
                town.sendAll("2025-01", 20);
            } else {
                town.send("v01", "village", "2025-01", Map.of("payers", 12, "residents", 500));
            }
            town.run("2025-01");
            page = OpenPage.of(folder, LocalDate.of(2025, 2, 10), town.catalogue());
        }
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void writesTheReportAndHandsItOver() throws IOException {
        open(true);
        String before = page.get(JANUARY).body();

        String after = write("").body();

        assertThat(before).contains("2025年1月文字报告和政务公开页", "还没有写过").doesNotContain("还没有报齐");
        assertThat(files())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("小河镇2025年1月")
                .endsWith(".docx");
        assertThat(after).contains("与现在的数一致", files().get(0));
        assertThat(page.get(OpenPage.found("href=\"(/narrative/2025-01/[0-9a-f]{24})\"", after))
                        .body())
                .startsWith("PK");
        assertThat(WordFile.text(Files.readAllBytes(written().resolve(files().get(0)))))
                .contains("60人");
    }

    @Test
    void writesThePublicPageAlone() throws IOException {
        open(true);

        String after = write("yes").body();

        assertThat(files()).hasSize(2).allMatch(name -> name.endsWith(".docx") || name.endsWith(".xlsx"));
        assertThat(Pattern.compile("与现在的数一致").matcher(after).results()).hasSize(2);
    }

    @Test
    void saysWhatAMonthMeansOfWhichNotAllHaveReported() throws IOException {
        open(false);

        assertThat(page.get(JANUARY).body()).contains("应报4份，实报1份", "还没有报齐也可以写", "不会写成 0");
        write("");
        assertThat(WordFile.text(Files.readAllBytes(written().resolve(files().get(0)))))
                .contains("实报1/3");
    }

    @Test
    void saysWhenAFileIsBehindAndKeepsWhatWasChanged() throws IOException {
        open(true);
        write("");
        String name = files().get(0);
        Files.writeString(written().resolve(name), "改过的");

        String changed = page.get(JANUARY).body();
        String again = write("").body();

        assertThat(changed).contains("写好以后数有变动，或者文件改动过").doesNotContain(">与现在的数一致");
        assertThat(again).contains("与现在的数一致", "-kept-1.docx", "以前写的或留下来的");
        assertThat(Files.readString(written().resolve(name.replace(".docx", "-kept-1.docx"))))
                .isEqualTo("改过的");
    }

    @Test
    void writesNoPublicPageOfFiguresThatAreBehind() throws IOException {
        open(true);
        write("");
        String sent = OpenPage.found(
                "href=\"(/return/2025-01/[0-9]+)\"", page.get("/record/2025-01").body());
        page.post(sent + "/withdraw", "reason=wrong");

        HttpResponse<String> refused = write("yes");

        assertThat(page.get(JANUARY).body())
                .contains("汇总表出来以后，报表、目录表、打分或说明等有变动", "现在不能写政务公开页", "写好以后数有变动")
                .doesNotContain("name=\"public\"");
        assertThat(refused.statusCode()).isEqualTo(HttpURLConnection.HTTP_CONFLICT);
        assertThat(refused.body()).contains("请先再汇总一次").doesNotContain("huizong ", " --");
        assertThat(files()).hasSize(1);
    }

    @Test
    void knowsNoPeriodThatWasNotConsolidatedAndNoOtherFile() {
        open(true);

        assertThat(page.get("/narrative/2025-02").body()).contains("2025年2月文字报告和政务公开页", "本期还没有汇总过");
        assertThat(page.post("/narrative/2025-02", "").statusCode()).isEqualTo(HttpURLConnection.HTTP_CONFLICT);
        assertThat(page.get(JANUARY + "/" + "0".repeat(24)).statusCode()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
    }

    private HttpResponse<String> write(String isPublic) {
        return page.post(JANUARY, "public=" + isPublic);
    }

    private Path written() {
        return folder.resolve("output/narrative-2025-01");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(written())) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
