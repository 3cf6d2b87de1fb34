package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is on record by what is in it. */
class OnRecordTest {
    private static final Period MONTH = Period.parse("2026-10");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 6);

    @TempDir
    Path home;

    private final FileDigests digests = new FileDigests();

    private List<String> unread(Store store, Path folder) {
        return new OnRecord(store, MONTH, digests)
                .unread(FolderFile.list(folder)).stream().map(FolderFile::name).toList();
    }

    /** Puts all that lies there on record, as a run would that finds no return in it. */
    private static void read(Store store, Path folder) {
        List<Reading> readings = ReturnsFolder.list(folder).files().stream()
                .<Reading>map(file -> new Reading.Refused(file, List.of()))
                .toList();
        store.readings(CatalogueLoader.builtIn())
                .record(
                        new Act(
                                MONTH,
                                "1",
                                store.runs().begin(MONTH, TODAY),
                                TODAY,
                                Instant.parse("2026-11-06T02:00:00Z")),
                        readings);
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve("returns").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void knowsAFileByItsContentWhateverItsName() throws IOException {
        write("a.txt", "one");
        Path changed = write("b.txt", "two");
        Path zip = home.resolve("returns/c.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
            out.putNextEntry(new ZipEntry("d.txt"));
            out.write("three".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            out.putNextEntry(new ZipEntry("e.txt"));
            out.write("four".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        Path folder = home.resolve("returns");
        try (Store store = Store.open(home.resolve("data"))) {
            List<String> before = unread(store, folder);
            read(store, folder);
            List<String> after = unread(store, folder);
            write("a again.txt", "one");
            Files.writeString(changed, "2nd");
            Files.setLastModifiedTime(
                    changed, java.nio.file.attribute.FileTime.from(Instant.parse("2026-11-07T02:00:00Z")));

            List<String> then = unread(store, folder);

            assertThat(before).containsExactly("a.txt", "b.txt", "c.zip");
            assertThat(after).isEmpty();
            assertThat(then).containsExactly("b.txt");
        }
    }

    @Test
    void doesNotListWhatARunPassesOver() throws IOException {
        write("a.txt", "one");
        write("Thumbs.db", "x");
        write("__MACOSX/a.txt", "x");
        write("~$a.xlsx", "x");
        write(".b", "x");

        assertThat(FolderFile.list(home.resolve("returns")).stream().map(FolderFile::name))
                .containsExactly("a.txt");
    }
}
