package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleBaseline;
import org.huizong.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules are found and tried on the page, and earlier figures taken in, with the words of the commands. */
class TablesOnThePageTest {
    @TempDir
    Path folder;

    private OpenPage page;

    @BeforeEach
    void open() {
        page = new OpenPage(folder, OpenPage.roomy()).enter();
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void findsRulesByTheirWords() {
        String all = page.get("/rules/2025-01").body();
        String one = page.get("/rules/2025-01?q=pro020").body();
        String none = page.get("/rules/2025-01?q=%3Cimg%3E").body();

        assertThat(all).contains("SAF021 [", "要求：", "几张报表之间");
        assertThat(one).contains("PRO020 [").doesNotContain("SAF021 [");
        assertThat(none).contains("没有含“&lt;img&gt;”的审核关系").doesNotContain("<img>");
    }

    @Test
    void triesRulesWithoutPuttingThemInForce() {
        byte[] rules = CatalogueLoader.builtInTables().get("rules.csv");
        assertThat(send("/rules/2025-01", "rules.csv", rules).body()).contains("没有可以核对的");
        Store.open(folder.resolve("data")).close();

        HttpResponse<String> same = send("/rules/2025-01", "改过的.csv", rules);
        HttpResponse<String> broken =
                send("/rules/2025-01", "改过的.csv", "id,formula\nX,1+\n".getBytes(StandardCharsets.UTF_8));

        assertThat(same.body()).contains("试用 改过的.csv", "与现行的审核关系相同");
        assertThat(broken.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(broken.body())
                .contains("没有试。请改正后再试", "rules.csv 第1行", "找审核关系")
                .doesNotContain("Exception", "没有做成");
    }

    @Test
    void takesInEarlierFiguresOrNoneOfThem() throws Exception {
        byte[] figures = Files.readAllBytes(SampleBaseline.write(folder));

        HttpResponse<String> refused = send(
                "/baseline/2025-01", "去年.csv", "period,code,value\n2024,nothing,1\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> kept = send("/baseline/2025-01", "去年.csv", figures);
        HttpResponse<String> again = send("/baseline/2025-01", "去年.csv", figures);

        assertThat(refused.body()).contains("去年.csv 中的基期数一个也没有登记");
        assertThat(kept.body()).contains("基期数已登记：新增");
        assertThat(again.body()).contains("没有变化：");
        assertThat(page.upload("/baseline/2025-01", List.of()).statusCode())
                .isIn(HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_NOT_FOUND);
    }

    private HttpResponse<String> send(String path, String name, byte[] bytes) {
        return page.upload(path, "file", List.of(new OpenPage.Part(name, bytes)));
    }
}
