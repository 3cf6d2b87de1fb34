package org.huizong.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.validation.Lint;
import org.huizong.wording.Lang;

/** A page that is open on a folder of its own, and a browser that knows its way. */
final class OpenPage implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("data-csrf=\"([^\"]+)\"");

    final Path folder;
    final OfficeServer server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    OpenPage(Path folder) {
        this(folder, OfficeSettings.Limits.USUAL);
    }

    OpenPage(Path folder, OfficeSettings.Limits limits) {
        this(folder, settings(folder, limits));
    }

    OpenPage(Path folder, OfficeSettings settings) {
        this.folder = folder;
        this.server = OfficeServer.open(settings).orElseThrow();
    }

    static OfficeSettings settings(Path folder, OfficeSettings.Limits limits) {
        return settings(folder, 0, () -> LocalDate.of(2026, 11, 6), CatalogueLoader::builtIn, fault -> {}, limits);
    }

    static OfficeSettings settings(
            Path folder,
            int port,
            Supplier<LocalDate> today,
            Supplier<Catalogue> catalogue,
            Consumer<Throwable> faults,
            OfficeSettings.Limits limits) {
        return new OfficeSettings(
                folder.resolve("data"),
                folder.resolve("returns"),
                folder.resolve("output"),
                port,
                Lang.ZH,
                Clock.fixed(Instant.parse("2026-11-06T02:00:00Z"), ZoneOffset.UTC),
                today,
                catalogue,
                OpenPage::tried,
                "office",
                faults,
                limits);
    }

    /** Opens a page with that catalogue on that day, and comes in. */
    static OpenPage of(Path folder, LocalDate today, Catalogue catalogue) {
        return new OpenPage(folder, settings(folder, 0, () -> today, () -> catalogue, fault -> {}, roomy())).enter();
    }

    /** The built-in catalogue with other rules. */
    static Catalogue tried(Path rules) {
        Map<String, byte[]> tables = new TreeMap<>(CatalogueLoader.builtInTables());
        try {
            tables.put("rules.csv", Files.readAllBytes(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Lint.load(tables);
    }

    /** Limits that are reached at once. */
    static OfficeSettings.Limits small() {
        return new OfficeSettings.Limits(
                50_000, 100_000, 20, Duration.ofMillis(700), Duration.ofMillis(100), Duration.ofHours(8));
    }

    /** Limits of which only that for closing the store is reached soon. */
    static OfficeSettings.Limits roomy() {
        return new OfficeSettings.Limits(
                5_000_000, 20_000_000, 100, Duration.ofSeconds(20), Duration.ofMillis(100), Duration.ofHours(8));
    }

    /** Comes in by the door. */
    OpenPage enter() {
        get(server.door().substring(server.address().length()));
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cookie of who came in, as it is sent. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(c -> c.getName() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Is a stranger again. */
    void forget() {
        cookies.getCookieStore().removeAll();
    }

    /** What the page gave its forms to carry. */
    String csrf() {
        Matcher found = CSRF.matcher(get("/month/2026-10").body());
        return found.find() ? found.group(1) : "";
    }

    /** Sends a form as the page itself would, but for what is said to be otherwise. */
    HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Sends a form as the page itself would. */
    HttpResponse<String> post(String path, String body) {
        return post(path, body, Map.of("Origin", server.address(), "X-CSRF-TOKEN", csrf()));
    }

    /** The rows of the tables of a page as they are read. */
    static List<String> rows(String body) {
        return Pattern.compile("(?s)<tr><th scope=\"row\">(.*?)</tr>")
                .matcher(body)
                .results()
                .map(row -> row.group(1)
                        .replaceAll("</t[hd]>\\s*<td[^>]*>", "|")
                        .replaceAll("<[^>]+>", "")
                        .strip())
                .toList();
    }

    /** The first thing on a page that the group of a pattern stands for; empty if nothing is. */
    static String found(String pattern, String body) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Sends files as the page would. */
    HttpResponse<String> upload(String path, List<Part> parts) {
        return upload(path, "files", parts);
    }

    /** Sends files as the field of that name. */
    HttpResponse<String> upload(String path, String field, List<Part> parts) {
        String boundary = "----huizong";
        StringBuilder head = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        for (Part part : parts) {
            head.setLength(0);
            head.append("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("\"; filename=\"");
            head.append(part.name()).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(part.bytes());
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", server.address())
                .header("X-CSRF-TOKEN", csrf())
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))
                .build());
    }

    /** A file that is sent. */
    record Part(String name, byte[] bytes) {}

    int port() {
        return URI.create(server.address()).getPort();
    }

    @Override
    public void close() {
        server.close();
    }
}
