package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks the page as another program, another page or another user of the computer would. */
class PageSecurityTest {
    @TempDir
    Path folder;

    private OpenPage page;

    @BeforeEach
    void open() {
        page = new OpenPage(folder, OpenPage.small());
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void answersThisComputerAlone() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .toList();

        assertThat(others)
                .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, page.port()).close())
                        .isInstanceOf(IOException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost:1"})
    void refusesAnotherHost(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesWhoHasNoToken() {
        assertThat(page.get("/month/2026-10").statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(page.get("/download/2026-10/tables").statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(page.get("/enter?token=").statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(page.get("/enter?token=" + "0".repeat(64)).statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
    }

    @Test
    void takesATokenOnce() throws Exception {
        String door = page.server.door().substring(page.server.address().length());
        assertThat(page.get(door).statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);

        String again =
                raw("GET " + door + " HTTP/1.1\r\nHost: 127.0.0.1:" + page.port() + "\r\nConnection: close\r\n\r\n");

        assertThat(again).startsWith("HTTP/1.1 403");
        assertThat(page.server.door()).doesNotEndWith(door);
    }

    @Test
    void keepsItsCookieFromScriptsAndOtherPages() throws Exception {
        String door = page.server.door().substring(page.server.address().length());

        String answer =
                raw("GET " + door + " HTTP/1.1\r\nHost: 127.0.0.1:" + page.port() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .containsPattern("Set-Cookie: huizong-[0-9a-f]{8}=[0-9A-F]{32}; Path=/; HttpOnly; SameSite=Strict\r\n");
    }

    @Test
    void leavesTheNextTokenWhereTheOwnerAloneCanReadIt() throws Exception {
        Path file = folder.resolve("data/page.txt");

        assertThat(Files.readString(file).strip()).isEqualTo(page.server.door());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        page.enter();
        assertThat(Files.readString(file).strip()).isEqualTo(page.server.door());
    }

    @Test
    void leavesNothingInTheFolderItIsStartedIn() {
        assertThat(Path.of("").toAbsolutePath()).isDirectoryNotContaining("glob:**tomcat.*");
    }

    @Test
    void refusesAChangeWithoutTheWordOfItsForm() {
        page.enter();

        HttpResponse<String> answer = page.post("/language", "lang=en&back=/", Map.of("Origin", page.server.address()));

        assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "/return/2026-10/7, /return/2026-10/7",
        "/files/2026-10, /files/2026-10",
        "//evil1234, /month/2026-10",
        "//e/evil1234, /month/2026-10",
        "https://evil.example/, /month/2026-10",
        "/month/2026-10/7?x=1, /month/2026-10"
    })
    void goesBackToAPageOfItsOwnAlone(String back, String there) {
        page.enter();

        HttpResponse<String> answer = page.post(
                "/language",
                "lang=en&back=" + back,
                Map.of("Origin", page.server.address(), "X-CSRF-TOKEN", page.csrf()));

        assertThat(answer.uri()).isEqualTo(URI.create(page.server.address() + there));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"})
    void refusesAChangeThatAnotherPageAsksFor(String origin) {
        page.enter();

        HttpResponse<String> answer =
                page.post("/language", "lang=en&back=/", Map.of("Origin", origin, "X-CSRF-TOKEN", page.csrf()));

        assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
    }

    @Test
    void refusesAChangeThatDoesNotSayWhereItComesFrom() {
        page.enter();

        HttpResponse<String> answer = page.post("/consolidate/2026-10", "", Map.of("X-CSRF-TOKEN", page.csrf()));

        assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
    }

    @Test
    void tellsBrowsersToTrustNothingElse() {
        page.enter();

        HttpResponse<String> answer = page.get("/month/2026-10");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.body()).doesNotContain(" style=", "<style", " onclick=", "javascript:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/2026-10/../../data/personal.key",
                "/files/2026-10/..%2f..%2fdata%2fpersonal.key",
                "/download/2026-10/%2e%2e",
                "/assets/..%2fmessages.properties",
                "/assets/messages.properties",
                "/files/..%5c..%5cdata",
                "/month/2026-10;x=1"
            })
    void neverFollowsAPathFromAnAddress(String path) throws Exception {
        page.enter();

        assertThat(page.get(URI.create(page.server.address() + path).getRawPath())
                        .statusCode())
                .isIn(HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.xlsx", "..\\\\..\\\\evil.xlsx", "/etc/evil.xlsx", "C:\\\\evil.xlsx", "..", "."})
    void keepsAFileUnderNoPathOfItsSender(String name) throws Exception {
        page.enter();

        page.upload("/files/2026-10", List.of(new OpenPage.Part(name, new byte[] {1, 2, 3})));

        assertThat(below(folder).filter(f -> !f.startsWith(folder.resolve("data"))))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.getParent()).isEqualTo(folder.resolve("returns/2026-10")));
    }

    @Test
    void overwritesNoFile() throws Exception {
        page.enter();
        Path place = folder.resolve("returns/2026-10/a.xlsx");
        Files.createDirectories(place.getParent());
        Files.write(place, new byte[] {9});

        page.upload("/files/2026-10", List.of(new OpenPage.Part("a.xlsx", new byte[] {1})));
        page.upload("/files/2026-10", List.of(new OpenPage.Part("a.xlsx", new byte[] {1})));

        assertThat(Files.readAllBytes(place)).containsExactly(9);
        assertThat(below(place.getParent())).containsExactlyInAnyOrder(place, place.resolveSibling("a-2.xlsx"));
    }

    @Test
    void showsNamesAsText() {
        page.enter();
        String name = "<img src=x onerror=alert(1)>.xlsx";

        HttpResponse<String> answer =
                page.upload("/files/2026-10", List.of(new OpenPage.Part(name, new byte[] {1, 2, 3})));

        assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(answer.body()).doesNotContain("<img").contains("img src=x onerror=alert(1)");
    }

    @Test
    void takesNoMoreThanItsLimits() {
        page.enter();

        assertThat(page.upload("/files/2026-10", List.of(new OpenPage.Part("a.xlsx", new byte[60_000])))
                        .statusCode())
                .isEqualTo(HttpURLConnection.HTTP_ENTITY_TOO_LARGE);
        List<OpenPage.Part> many = IntStream.range(0, 10_000)
                .mapToObj(i -> new OpenPage.Part(i + ".x", new byte[0]))
                .toList();
        HttpResponse<String> refused = page.upload("/files/2026-10", many);
        assertThat(refused.body()).contains("单个文件不超过49 KB、一次不超过98 KB");
        assertThat(refused.statusCode()).isEqualTo(HttpURLConnection.HTTP_ENTITY_TOO_LARGE);
        assertThat(folder.resolve("returns")).doesNotExist();
    }

    @Test
    void readsNothingFromWhoWasNotLetIn() throws Exception {
        String answer = raw("POST /files/2026-10 HTTP/1.1\r\nHost: 127.0.0.1:" + page.port() + "\r\nOrigin: "
                + page.server.address()
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n--x\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    @Test
    void waitsForNobodyForLong() throws Exception {
        page.enter();
        long begun = System.nanoTime();

        try (Socket slow = new Socket("127.0.0.1", page.port())) {
            slow.getOutputStream().write("POST /files/2026-10 HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
            slow.setSoTimeout(20_000);
            assertThat(slow.getInputStream().readAllBytes()).isEmpty();
        }

        assertThat(page.get("/month/2026-10").statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
    }

    @Test
    void handsFilesOverToBeSaved() throws Exception {
        page.enter();
        page.upload(
                "/files/2026-10", List.of(new OpenPage.Part("a.html", "<script>".getBytes(StandardCharsets.UTF_8))));
        String id =
                page.get("/files/2026-10").body().replaceAll("(?s).*href=\"(/files/2026-10/[0-9a-f]{24})\".*", "$1");

        HttpResponse<String> answer = page.get(id);

        assertThat(answer.body()).isEqualTo("<script>");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    }

    private static Stream<Path> below(Path folder) throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile);
    }

    /** What the server says to bytes as they are. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", page.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes(600);
            return new String(answer, StandardCharsets.UTF_8);
        }
    }
}
