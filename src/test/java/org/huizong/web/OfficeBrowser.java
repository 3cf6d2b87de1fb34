package org.huizong.web;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser that nobody sees, in the hands of somebody of the office, who takes a picture of each page. */
final class OfficeBrowser implements AutoCloseable {
    /** It says of each new Chromium that it does not know all of it; nothing here asks for that. Held, or it is forgotten. */
    private static final Logger QUIET = Logger.getLogger("org.openqa.selenium");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** As much of a page as the manual shows. */
    private static final int MANUAL_HEIGHT = 1000;

    private static final String OTHER_PLACE = """
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              texts.currentNode.data = texts.currentNode.data.replaceAll(arguments[0], arguments[1]);
            }""";

    private final ChromeDriver chrome;
    private final Path downloads;
    private final Path pictures;
    private int width = 1280;

    /**
     * Starts the Chromium that is on the PATH; nothing is fetched.
     *
     * @param downloads an empty folder for what is taken
     * @param pictures where the pictures go
     * @throws AssertionError if there is none
     */
    OfficeBrowser(Path downloads, Path pictures) {
        QUIET.setLevel(Level.SEVERE);
        this.downloads = downloads;
        this.pictures = pictures;
        var options = new ChromeOptions();
        options.setBinary(onPath("chromium", "chromium-browser", "google-chrome"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--lang=zh-CN");
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", downloads.toString(), "download.prompt_for_download", false));
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(onPath("chromedriver")))
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        this.chrome = new ChromeDriver(service, options);
        wide(width);
    }

    private static String onPath(String... names) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("there is no " + names[0] + " on the PATH: install Chromium and its driver"))
                .toString();
    }

    /** Looks through a window of that width; a narrow one is a telephone's. */
    void wide(int pixels) {
        width = pixels;
        screen(800);
    }

    private void screen(long height) {
        chrome.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void go(String address) {
        chrome.get(address);
    }

    String address() {
        return Objects.requireNonNullElse(chrome.getCurrentUrl(), "");
    }

    /** Follows a link or presses a button that begins with that text, and waits for the page that comes. */
    void click(String text) {
        leave(() -> press(text));
    }

    /** Follows a link in the row of a table that begins with a text. */
    void clickInRow(String first, String text) {
        leave(() -> chrome.findElement(By.xpath(
                        "//tr[normalize-space(*[1])='" + first + "']//a[contains(normalize-space(.),'" + text + "')]"))
                .click());
    }

    private void leave(Runnable act) {
        WebElement page = chrome.findElement(By.tagName("html"));
        act.run();
        until(() -> isGone(page));
    }

    /** Presses what begins with that text; no page need come of it. */
    void press(String text) {
        String said = "[starts-with(normalize-space(.),'" + text + "')]";
        chrome.findElement(By.xpath("//a" + said + " | //button" + said + " | //summary" + said))
                .click();
    }

    /** Presses the button with that text, where a link begins with it too, and waits for the page that comes. */
    void pressButton(String text) {
        leave(() -> chrome.findElement(By.xpath("//button[normalize-space(.)='" + text + "']"))
                .click());
    }

    private static boolean isGone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (RuntimeException stale) {
            return true;
        }
    }

    void type(String name, String text) {
        WebElement field = chrome.findElement(By.name(name));
        field.clear();
        field.sendKeys(text);
    }

    void tick(String name) {
        chrome.findElement(By.name(name)).click();
    }

    /** Chooses files as from the dialogue of the system. */
    void choose(String name, List<Path> files) {
        chrome.findElement(By.name(name))
                .sendKeys(String.join(
                        "\n",
                        files.stream().map(f -> f.toAbsolutePath().toString()).toList()));
    }

    /** Drops a file onto what the selector finds. */
    void drop(String selector, Path file) {
        try {
            chrome.executeScript(
                    """
                    const bytes = Uint8Array.from(atob(arguments[2]), c => c.charCodeAt(0));
                    const dropped = new DataTransfer();
                    dropped.items.add(new File([bytes], arguments[1]));
                    document.querySelector(arguments[0])
                        .dispatchEvent(new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
                    """,
                    selector,
                    file.getFileName().toString(),
                    Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands on the page. */
    String text() {
        return chrome.findElement(By.tagName("body")).getText();
    }

    /** What is said of the thing with that name. */
    String said(String name) {
        return chrome.findElement(By.xpath("//dt[normalize-space(.)='" + name + "']/../dd"))
                .getText();
    }

    /** Waits until that stands on the page. */
    void await(String text) {
        until(() -> text().contains(text));
    }

    private void until(BooleanSupplier is) {
        new WebDriverWait(chrome, PATIENCE, Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class)
                .until(any -> is.getAsBoolean());
    }

    /** Waits until a file with that name has been taken whole. */
    Path taken(String name) {
        Path file = downloads.resolve(name);
        until(() -> Files.isRegularFile(file));
        return file;
    }

    /** How far the page is wider than its window. */
    long overflow() {
        return ((Number) Objects.requireNonNull(chrome.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth")))
                .longValue();
    }

    /** What the browser itself complained of: a script that failed, something that the page may not load. */
    List<String> complaints() {
        return chrome.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(m -> m.contains("Content Security Policy") || m.contains("Uncaught"))
                .toList();
    }

    /** Takes a picture of the whole page, and one of its beginning for the manual. */
    void picture(String name) {
        try {
            // the manual's office has its program elsewhere
            chrome.executeScript(OTHER_PLACE, downloads.getParent().toString(), "D:/汇总");
            long height = ((Number) Objects.requireNonNull(
                            chrome.executeScript("return document.documentElement.scrollHeight")))
                    .longValue();
            screen(Math.max(600, height));
            take(pictures.resolve(name + ".png"), Map.of("format", "png"));
            var beginning = Map.of(
                    "x",
                    0,
                    "y",
                    0,
                    "width",
                    width,
                    "height",
                    Math.min(MANUAL_HEIGHT, Math.max(300, height)),
                    "scale",
                    1);
            take(pictures.resolve("manual").resolve(name + ".png"), Map.of("format", "png", "clip", beginning));
            screen(800);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Path file, Map<String, Object> how) throws IOException {
        Object png = chrome.executeCdpCommand("Page.captureScreenshot", how).get("data");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, Base64.getDecoder().decode((String) Objects.requireNonNull(png)));
    }

    @Override
    public void close() {
        chrome.quit();
    }
}
