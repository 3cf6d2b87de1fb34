package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody foresaw leaves no page waiting, no folder locked, and is told to whoever looks after the program. */
class PageFaultsTest {
    private static final String MONTH = "2026-10";
    private static final int NO_PORT = 70_000;

    @TempDir
    Path folder;

    private final List<Throwable> told = new CopyOnWriteArrayList<>();

    private OpenPage page(OfficeSettings settings) {
        return new OpenPage(folder, settings).enter();
    }

    private static Catalogue broken() {
        throw new NoClassDefFoundError("org/huizong/Gone");
    }

    private static LocalDate noDay() {
        throw new IllegalStateException("no day");
    }

    @Test
    void endsARunThatFailsInWhateverWay() throws Exception {
        boolean[] isBroken = new boolean[1];
        OfficeSettings settings = OpenPage.settings(
                folder,
                0,
                () -> LocalDate.of(2026, 11, 6),
                () -> isBroken[0] ? broken() : CatalogueLoader.builtIn(),
                told::add,
                OpenPage.small());
        Files.createDirectories(folder.resolve("returns").resolve(MONTH));
        try (OpenPage page = page(settings)) {
            String csrf = page.csrf();
            isBroken[0] = true;
            page.post("/consolidate/" + MONTH, "", Map.of("Origin", page.server.address(), "X-CSRF-TOKEN", csrf));
            while (told.isEmpty()) {
                Thread.sleep(20);
            }
            isBroken[0] = false;

            String shown = page.get("/consolidate/" + MONTH).body();

            assertThat(shown).contains("没有做成", "NoClassDefFoundError", "开始汇总").doesNotContain("正在汇总");
        }
    }

    @Test
    void tellsWhoLooksAfterTheProgramWhatAPageSaysInASentence() {
        try (OpenPage page = page(OpenPage.settings(
                folder, 0, PageFaultsTest::noDay, CatalogueLoader::builtIn, told::add, OpenPage.small()))) {
            HttpResponse<String> answer = page.get("/");

            assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_INTERNAL_ERROR);
            assertThat(answer.body()).contains("没有做成", "no day");
            assertThat(told).isNotEmpty().allSatisfy(fault -> assertThat(fault).hasMessage("no day"));
        }
    }

    @Test
    void letsGoOfEverythingThatItTookIfItCannotBeOpened() throws Exception {
        assertThatThrownBy(() -> OfficeServer.open(onPort(NO_PORT)))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(PortTakenException.class);

        assertThat(left()).isEmpty();
        OfficeServer.open(onPort(0)).orElseThrow().close();
    }

    @Test
    void saysThatAnotherProgramListensThere() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> OfficeServer.open(onPort(other.getLocalPort())))
                    .isInstanceOfSatisfying(
                            PortTakenException.class,
                            taken -> assertThat(taken.port()).isEqualTo(other.getLocalPort()));
        }

        assertThat(left()).isEmpty();
        OfficeServer.open(onPort(0)).orElseThrow().close();
    }

    @Test
    void keepsATokenUntilTheNextOneCanBeFound() throws Exception {
        Path data = folder.resolve("data");
        try (Entrance entrance = new Entrance(data, Entrance.take(data).orElseThrow())) {
            entrance.open("http://127.0.0.1:1");
            String token = entrance.door().substring(entrance.door().indexOf('=') + 1);
            Path inTheWay = Files.createDirectories(data.resolve("page.txt.new").resolve("x"));

            assertThatThrownBy(() -> entrance.admit(token)).isInstanceOf(RuntimeException.class);

            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());
            assertThat(entrance.admit(token)).isTrue();
            assertThat(entrance.admit(token)).isFalse();
            assertThat(Entrance.read(data)).contains(entrance.door());
        }
    }

    @Test
    void makesTwoBackupsOfTwoClicksWhileTheDataFolderIsInUse() throws Exception {
        Store.open(folder.resolve("data")).close();
        try (OpenPage page = page(OpenPage.settings(folder, OpenPage.small()))) {
            Map<String, String> form = Map.of("Origin", page.server.address(), "X-CSRF-TOKEN", page.csrf());

            page.post("/record/" + MONTH + "/backup", "", form);
            page.post("/record/" + MONTH + "/backup", "", form);
            HttpResponse<String> nowhere = page.post("/record/2026-13/backup", "", form);

            assertThat(nowhere.statusCode()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
            try (Stream<Path> backups = Files.list(folder.resolve("backup"))) {
                assertThat(backups.map(f -> f.getFileName().toString()))
                        .containsExactlyInAnyOrder("huizong-2026-11-06-100000.zip", "huizong-2026-11-06-100000-2.zip");
            }
        }
    }

    private OfficeSettings onPort(int port) {
        return OpenPage.settings(
                folder, port, () -> LocalDate.of(2026, 11, 6), CatalogueLoader::builtIn, told::add, OpenPage.small());
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(f -> !f.equals(folder.resolve("data"))).toList();
        }
    }
}
