package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.store.Store;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month is done on the page as the office would do it. */
class MonthOnThePageTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final String JANUARY = "2025-01";
    private static final int COMPARED = 8;
    private static final String SAFETY_OFFICE = "d01";

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
    void explainsItselfBeforeThereIsAnything() {
        String first = page.get("/").body();

        assertThat(first).contains("2026年10月报送情况", "还没有数据，分三步", "发模板", "收报表");
        assertThat(Store.exists(folder.resolve("data"))).isFalse();
    }

    @Test
    void speaksTheLanguageThatWasChosen() {
        HttpResponse<String> answer = page.post(
                "/language",
                "lang=en&back=/month/" + JANUARY,
                Map.of("Origin", page.server.address(), "X-CSRF-TOKEN", page.csrf()));

        assertThat(page.get("/month/" + JANUARY).body())
                .contains("<html lang=\"en\"", "January 2025: who has reported");
        assertThat(answer.statusCode()).isIn(HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_MOVED_TEMP);
    }

    @Test
    void takesChecksConsolidatesAndHandsOver() throws Exception {
        List<OpenPage.Part> returns = returns();
        byte[] zip = zipped(returns.subList(2, returns.size()));

        String answers = page.upload(
                        "/files/" + JANUARY,
                        List.of(
                                returns.get(0),
                                returns.get(1),
                                new OpenPage.Part("其余.zip", zip),
                                new OpenPage.Part("通知.txt", "开会".getBytes(StandardCharsets.UTF_8))))
                .body();
        assertThat(answers).contains("安监办《安全生产执法情况月报表》2025年1月", "没有采用");
        assertThat(page.get("/month/" + JANUARY).body()).contains("还没有数据");

        HttpResponse<String> begun = page.post("/consolidate/" + JANUARY, "", ownForm());
        HttpResponse<String> second = page.post("/consolidate/" + JANUARY, "", ownForm());
        String events = page.get("/consolidate/" + JANUARY + "/events").body();

        assertThat(begun.statusCode()).isIn(HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_MOVED_TEMP);
        assertThat(second.statusCode()).isEqualTo(HttpURLConnection.HTTP_CONFLICT);
        assertThat(second.body()).contains("正在汇总2025年1月，一次只做一个。请等它做完再点。");
        assertThat(events).contains("event:progress", "汇总好了", "event:over\ndata:over");
        String done = page.get("/consolidate/" + JANUARY).body();
        assertThat(done).contains("这是第1版。", "行政执法综合月报-2025-01.xlsx", "全部明细表（", "class=\"ended warn\"");
        assertThat(page.get("/month/" + JANUARY).body()).contains("按时", "第1版", "【催报】");
        assertThat(entries(page.get("/download/" + JANUARY + "/tables"))).contains("totals.csv", "coverage.csv");
        assertThat(figuresOfThePage()).isEqualTo(figuresOfTheWorkbook()).hasSizeGreaterThan(20);
        followsAFigureToItsCell();
        takesBackAndRestores();
        closesAndReopens();
        assertThat(page.get("/templates/2025-02/unit/" + SAFETY_OFFICE).body()).startsWith("PK");
    }

    /** Of each indicator what stands from this period to the change of the year to date. */
    private Map<String, List<String>> figuresOfThePage() {
        Map<String, List<String>> figures = new LinkedHashMap<>();
        var line = Pattern.compile(
                "(?s)<tr><th scope=\"row\"><a href=\"/figures/2025-01/[a-z_0-9]+\">([^<]+)</a>(.*?)</tr>");
        line.matcher(page.get("/figures/" + JANUARY).body())
                .results()
                .forEach(row -> figures.put(
                        row.group(1),
                        Pattern.compile("<td class=\"[^\"]*\" data-label=\"[^\"]*\">([^<]*)</td>")
                                .matcher(row.group(2))
                                .results()
                                .map(cell -> cell.group(1))
                                .limit(COMPARED)
                                .toList()));
        return figures;
    }

    private Map<String, List<String>> figuresOfTheWorkbook() throws IOException {
        Map<String, List<String>> figures = new LinkedHashMap<>();
        var shown = new DataFormatter(Locale.ROOT);
        shown.setUseCachedValuesForFormulaCells(true);
        try (Workbook workbook = WorkbookFactory.create(
                folder.resolve("output/2025-01/行政执法综合月报-2025-01.xlsx").toFile())) {
            for (Row row : workbook.getSheet("主要指标")) {
                List<String> cells = IntStream.range(2, 2 + COMPARED)
                        .mapToObj(c -> shown.formatCellValue(row.getCell(c)))
                        .toList();
                if (row.getRowNum() > 2
                        && !cells.get(0).isEmpty()
                        && !shown.formatCellValue(row.getCell(1)).isEmpty()) {
                    figures.put(shown.formatCellValue(row.getCell(0)), cells);
                }
            }
        }
        return figures;
    }

    private void followsAFigureToItsCell() {
        String indicator = found(
                "href=\"(/figures/2025-01/[a-z_0-9]+)\"",
                page.get("/figures/" + JANUARY).body());
        String made = page.get(indicator).body();
        String place = found("href=\"(/return/2025-01/[0-9]+#i-[a-z_.0-9]+)\"", made);

        assertThat(made).contains("由哪些数合成", "算法：", "安监办");
        assertThat(page.get(place.replaceFirst("#.*", "")).body())
                .contains("id=\"" + place.replaceFirst(".*#", "") + "\"");
        assertThat(page.get("/figures/" + JANUARY + "/nothing").statusCode())
                .isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(page.get("/figures/2025-02").body()).contains("还没有数");
    }

    /** The first of those that were sent of that form. */
    private String returnOf(String form) {
        return found(
                "href=\"(/return/2025-01/[0-9]+)\">" + form,
                page.get("/record/" + JANUARY).body());
    }

    private void takesBackAndRestores() {
        String first = returnOf("普法宣传与学法情况月报表");
        assertThat(page.get(first).body()).contains("报来的数", "为什么撤回");

        assertThat(page.post(first + "/withdraw", "reason=+", ownForm()).body()).contains("请写明原因");
        Map<String, List<String>> all = figuresOfThePage();
        page.post(first + "/withdraw", "reason=wrong+file", ownForm());
        Map<String, List<String>> without = figuresOfThePage();
        String other = returnOf("安全生产执法情况月报表");
        page.post(other + "/withdraw", "reason=wrong+file", ownForm());
        assertThat(figuresOfThePage()).isNotEqualTo(without).isNotEqualTo(all);
        assertThat(page.get("/figures/" + JANUARY).body()).contains("还没有写进汇总表").doesNotContain("一样");
        page.post(other + "/restore", "reason=right+file", ownForm());
        assertThat(figuresOfThePage()).isEqualTo(without).isNotEqualTo(all);
        assertThat(page.get(first).body()).contains("已撤回", "恢复");
        page.post(first + "/restore", "reason=" + URLEncoder.encode("没有报错", StandardCharsets.UTF_8), ownForm());
        assertThat(figuresOfThePage()).isEqualTo(all);
        assertThat(page.get("/record/" + JANUARY).body()).contains("恢复", "没有报错");
        assertThat(page.get(first).body()).contains("为什么撤回").doesNotContain("已撤回");
        assertThat(page.post(first + "/received", "day=2026-13-01&reason=x", ownForm())
                        .statusCode())
                .isEqualTo(HttpURLConnection.HTTP_BAD_REQUEST);
    }

    private void closesAndReopens() {
        String place = "/record/" + JANUARY;
        assertThat(page.post(place + "/close", "reason=", ownForm()).body()).contains("还有事没有了结");
        page.post(place + "/close", "reason=&meant=yes", ownForm());
        assertThat(page.get(place).body()).contains("本期已封存", "启封");
        assertThat(page.upload("/files/" + JANUARY, List.of(new OpenPage.Part("a.xlsx", new byte[] {1})))
                        .statusCode())
                .isEqualTo(HttpURLConnection.HTTP_CONFLICT);
        page.post(place + "/reopen", "reason=late+correction", ownForm());
        page.post(place + "/backup", "", ownForm());
        assertThat(page.get(place).body())
                .contains("定稿以后封存", "late correction", "href=\"/backup/")
                .doesNotContain("还没有做过备份");
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(page.get("/nothing").statusCode()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(page.get("/month/2025-13").statusCode()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(page.get("/download/2025-01/" + "0".repeat(24)).statusCode())
                .isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(page.post("/consolidate/2025-02", "", ownForm()).body()).contains("本期还没有收到文件");
    }

    @Test
    @SuppressWarnings("try") // held, and not looked at
    void saysWhoHasTheDataFolder() throws Exception {
        Store.open(folder.resolve("data")).close();
        try (Store ignored = Store.open(folder.resolve("data"))) {
            HttpResponse<String> answer = page.get("/month/" + JANUARY);

            assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_UNAVAILABLE);
            assertThat(answer.body()).contains("正被另一个汇总程序使用");
        }
        assertThat(page.get("/month/" + JANUARY).statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    }

    @Test
    void letsGoOfTheDataFolderWhenNobodyLooks() throws Exception {
        Store.open(folder.resolve("data")).close();
        page.get("/month/" + JANUARY);

        Thread.sleep(1_500);

        Store.open(folder.resolve("data")).close();
    }

    @Test
    void opensOnceForADataFolder() {
        assertThat(OfficeServer.open(OpenPage.settings(folder, OpenPage.small())))
                .isEmpty();
        assertThat(OfficeServer.entrance(folder.resolve("data"))).contains(page.server.door());
    }

    private Map<String, String> ownForm() {
        return Map.of("Origin", page.server.address(), "X-CSRF-TOKEN", page.csrf());
    }

    /** What the sample township's departments send in January. */
    private List<OpenPage.Part> returns() throws IOException {
        var clerks =
                new SampleWriter(new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE)));
        Path sent = Files.createDirectory(folder.resolve("sent"));
        new SampleYear(CATALOGUE)
                .inTime(YearMonth.parse(JANUARY)).stream().limit(5).forEach(s -> clerks.write(s, Prefill.NONE, sent));
        try (Stream<Path> files = Files.list(sent)) {
            return files.sorted(Comparator.comparing(f -> !f.toString().contains("安监办")))
                    .map(f -> new OpenPage.Part(f.getFileName().toString(), bytes(f)))
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(List<OpenPage.Part> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (OpenPage.Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.bytes());
            }
        }
        return bytes.toByteArray();
    }

    /** The names in a zip; its text was read as if it were one, but names are plain. */
    private static List<String> entries(HttpResponse<String> zip) {
        List<String> names = new ArrayList<>();
        var matcher = Pattern.compile("[a-z]+\\.csv").matcher(zip.body());
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}
