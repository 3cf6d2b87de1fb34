package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.model.Value;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to the page is shown as text, refused with a sentence, or kept whole; it never does anything. */
class PageInputTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final String HTML = "<img src=x onerror=alert(1)>";
    private static final String MONTH = "2025-01";
    private static final int AT_ONCE = 40;

    @TempDir
    Path folder;

    private OpenPage open(OfficeSettings.Limits limits) {
        return new OpenPage(folder, limits).enter();
    }

    private OpenPage open() {
        return open(new OfficeSettings.Limits(
                5_000_000, 20_000_000, 100, Duration.ofSeconds(20), Duration.ofMillis(100), Duration.ofHours(8)));
    }

    @Test
    void showsWhatIsWrittenInFilesAsText() throws Exception {
        try (OpenPage page = open()) {
            List<OpenPage.Part> files = new ArrayList<>(spoilt());
            files.add(new OpenPage.Part("sheet.xlsx", strange()));
            String answers = page.upload("/files/" + MONTH, files).body();
            page.post("/consolidate/" + MONTH, "", form(page));
            page.get("/consolidate/" + MONTH + "/events");

            TreeSet<String> pages = new TreeSet<>(List.of("month", "files", "consolidate", "figures", "record"));
            Map<String, String> bodies = new LinkedHashMap<>();
            pages.forEach(
                    name -> bodies.put(name, page.get("/" + name + "/" + MONTH).body()));
            links(bodies.getOrDefault("record", ""), "/return/2025-01/[0-9]+")
                    .forEach(link -> bodies.put(link, page.get(link).body()));
            links(bodies.getOrDefault("figures", ""), "/figures/2025-01/[a-z_0-9]+")
                    .forEach(link -> bodies.put(link, page.get(link).body()));

            assertThat(bodies).hasSizeGreaterThan(30);
            assertThat(bodies.values().stream().filter(b -> b.contains("&lt;img src=x onerror=alert(1)>")))
                    .isNotEmpty();
            assertThat(bodies).allSatisfy((where, body) -> assertThat(body).doesNotContain("<img"));
            assertThat(answers).doesNotContain("<img");
        }
    }

    @Test
    void keepsAReasonAsText() {
        try (OpenPage page = open()) {
            page.upload("/files/" + MONTH, spoilt());
            page.post("/consolidate/" + MONTH, "", form(page));
            page.get("/consolidate/" + MONTH + "/events");
            String sent = links(page.get("/record/" + MONTH).body(), "/return/2025-01/[0-9]+")
                    .findFirst()
                    .orElseThrow();

            page.post(sent + "/withdraw", "reason=" + URLEncoder.encode(HTML, StandardCharsets.UTF_8), form(page));

            assertThat(page.get("/record/" + MONTH).body())
                    .contains("&lt;img src=x")
                    .doesNotContain("<img");
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-10,/month/2025-10", "2025年四季度,/month/2025-Q4", "2025,/month/2025", "2025下半年,/month/2025-H2"})
    void goesToAPeriodAsPeopleWriteIt(String written, String path) {
        try (OpenPage page = open()) {
            HttpResponse<String> answer =
                    page.get("/go?section=month&period=" + URLEncoder.encode(written, StandardCharsets.UTF_8));

            assertThat(answer.uri().getPath()).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"section=month&period=x", "section=month&period=", "section=..%2f&period=2025", "period=2025"})
    void goesNowhereByAPeriodThatIsNone(String query) {
        try (OpenPage page = open()) {
            HttpResponse<String> answer = page.get("/go?" + query);

            assertThat(answer.statusCode()).isIn(HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/return/2026-10/x",
                "/return/2026-10/-1",
                "/return/2026-10/99999999999999999999",
                "/return/2026-10/1/file",
                "/return/..%2f..%2fdata/1",
                "/files/2026-10/000000000000000000000000",
                "/download/2026-10/..%2e",
                "/backup/000000000000000000000000",
                "/backup/..%2fdata",
                "/figures/2026-10/..%5cdata",
                "/templates/2026-10/unit/..%2fd01",
                "/templates/2026-10/unit/none",
                "/month/2026-99",
                "/month/9999999-10",
                "/month/%3Cscript%3E"
            })
    void knowsNothingByAWrongName(String path) {
        try (OpenPage page = open()) {
            HttpResponse<String> answer = page.get(path);

            assertThat(answer.statusCode()).isIn(HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_NOT_FOUND);
            assertThat(answer.body()).doesNotContain("Exception", "<script>");
        }
    }

    @Test
    void answersOthersWhileManyUploadsStandStill() throws Exception {
        try (OpenPage page = open(OpenPage.small())) {
            String head = signedIn(page, "Content-Length: 40000");
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Socket socket = new Socket("127.0.0.1", page.port());
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write((head + "--x\r\n").getBytes(StandardCharsets.UTF_8));
                slow.add(socket);
            }
            long begun = System.nanoTime();

            assertThat(page.get("/files/2026-10").statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);

            assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
            for (Socket socket : slow) {
                socket.getInputStream().readAllBytes();
                socket.close();
            }
            assertThat(folder.resolve("returns")).doesNotExist();
        }
    }

    @Test
    void refusesAFileOfTwoGigabytesBeforeItIsSent() throws Exception {
        try (OpenPage page = open(OpenPage.small());
                Socket socket = new Socket("127.0.0.1", page.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((signedIn(page, "Content-Length: 2147483648") + "--x\r\n").getBytes(StandardCharsets.UTF_8));

            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 413");
            assertThat(folder.resolve("returns")).doesNotExist();
        }
    }

    @Test
    void saysThatAPageWasLeftOpenTooLong() {
        String csrf;
        try (OpenPage page = open()) {
            csrf = page.csrf();
        }
        try (OpenPage later = open()) {
            HttpResponse<String> old =
                    later.post("/consolidate/2026-10", "_csrf=" + csrf, Map.of("Origin", later.server.address()));
            later.forget();
            HttpResponse<String> gone =
                    later.post("/consolidate/2026-10", "_csrf=" + csrf, Map.of("Origin", later.server.address()));

            assertThat(old.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
            assertThat(old.body()).contains("请刷新页面再做一次");
            assertThat(gone.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
            assertThat(gone.body()).contains("页面已经失效", "请重新打开程序，数据都在");
        }
    }

    @Test
    void saysWhatIsWrongWithTheCatalogueAndGoesOnWhenItIsMended() {
        boolean[] isBroken = new boolean[1];
        OfficeSettings settings = OpenPage.settings(
                folder,
                0,
                () -> LocalDate.of(2026, 11, 6),
                () -> {
                    if (isBroken[0]) {
                        throw broken();
                    }
                    return CATALOGUE;
                },
                fault -> {},
                OpenPage.small());
        try (OpenPage page = new OpenPage(folder, settings).enter()) {
            isBroken[0] = true;
            HttpResponse<String> answer = page.get("/month/2026-10");
            isBroken[0] = false;

            assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_INTERNAL_ERROR);
            assertThat(answer.body()).contains("没有做成", "units.csv").doesNotContain("Exception");
            assertThat(page.get("/month/2026-10").statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        }
    }

    private static BrokenCatalogueException broken() {
        Map<String, byte[]> tables = new LinkedHashMap<>(CatalogueLoader.builtInTables());
        tables.put("units.csv", "code,label\n".getBytes(StandardCharsets.UTF_8));
        try {
            CatalogueLoader.load(tables);
        } catch (BrokenCatalogueException e) {
            return e;
        }
        throw new IllegalStateException("a catalogue without units is taken");
    }

    @Test
    void leavesNothingOfAFileThatCannotBeKept() throws Exception {
        try (OpenPage page = open()) {
            Path inTheWay = folder.resolve("returns/2026-10");
            Files.createDirectories(inTheWay.getParent());
            Files.writeString(inTheWay, "a file where the folder belongs");

            HttpResponse<String> answer =
                    page.upload("/files/2026-10", List.of(new OpenPage.Part("a.xlsx", new byte[] {1, 2, 3})));

            assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_INTERNAL_ERROR);
            assertThat(answer.body()).contains("没有做成").doesNotContain("Exception");
            try (Stream<Path> left = Files.walk(folder)) {
                assertThat(left.map(f -> f.getFileName().toString())).noneMatch(n -> n.contains("incoming"));
            }
        }
    }

    private static Map<String, String> form(OpenPage page) {
        return Map.of("Origin", page.server.address(), "X-CSRF-TOKEN", page.csrf());
    }

    private static Stream<String> links(String body, String pattern) {
        return Pattern.compile("href=\"(" + pattern + ")\"")
                .matcher(body)
                .results()
                .map((MatchResult m) -> m.group(1))
                .distinct();
    }

    /** The head of an upload by somebody who came in. */
    private static String signedIn(OpenPage page, String length) throws IOException {
        return "POST /files/2026-10 HTTP/1.1\r\nHost: 127.0.0.1:" + page.port() + "\r\nOrigin: "
                + page.server.address() + "\r\nCookie: " + page.cookie() + "\r\nX-CSRF-TOKEN: " + page.csrf()
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\n" + length + "\r\n\r\n";
    }

    private static String head(InputStream in) throws IOException {
        return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
    }

    /** What two departments send, with a tag in all that they may word as they like. */
    private List<OpenPage.Part> spoilt() {
        var clerks =
                new SampleWriter(new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE)));
        return new SampleYear(CATALOGUE)
                .inTime(YearMonth.parse(MONTH)).stream()
                        .filter(s -> List.of("d01", "d03", "d06", "d07")
                                .contains(s.unit().code()))
                        .map(s -> {
                            try {
                                Path place = Files.createTempDirectory(folder, "sent");
                                clerks.write(spoilt(s), Prefill.NONE, place);
                                try (Stream<Path> files = Files.list(place)) {
                                    Path file = files.findFirst().orElseThrow();
                                    return new OpenPage.Part(file.getFileName().toString(), Files.readAllBytes(file));
                                }
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .toList();
    }

    private static Sending spoilt(Sending sending) {
        Map<String, Map<String, Value>> values = new LinkedHashMap<>();
        sending.values().forEach((form, of) -> {
            Map<String, Value> changed = new LinkedHashMap<>(of);
            changed.replaceAll((name, value) -> isFree(name) ? Value.of(HTML) : value);
            values.put(form, changed);
        });
        return new Sending(sending.unit(), sending.period(), sending.correction(), values, sending.saved());
    }

    private static boolean isFree(String name) {
        Optional<Item> item = CATALOGUE.item(name.replaceFirst("#.*", ""));
        return item.filter(i -> i.type() == ItemType.TEXT && !i.key() && !i.personal())
                .isPresent();
    }

    /** A workbook whose sheet and cells are nothing but tags. */
    private static byte[] strange() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet(HTML).createRow(0).createCell(0).setCellValue(HTML);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }
}
