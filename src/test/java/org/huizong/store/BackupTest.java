package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.disk.DiskException;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.store.ReadingStore.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class BackupTest {
    private static final Instant NOW = Instant.parse("2025-02-05T08:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2025, 2, 5);
    private static final Period JANUARY = Period.parse("2025-01");

    @TempDir
    private Path home;

    private Path data;
    private Path zip;

    @BeforeEach
    void theDataFolderKeepsOneFile() throws IOException {
        data = home.resolve("data");
        zip = home.resolve("备份.zip");
        try (Store store = Store.open(data)) {
            keep(store, "石桥村.xlsx");
        }
    }

    private void keep(Store store, String name) throws IOException {
        Path path = Files.writeString(home.resolve(name), "content of " + name);
        SourceFile file = SourceFile.of(path, name, Files.readAllBytes(path));
        store.archive().keep(file);
        store.readings(CatalogueLoader.builtIn())
                .record(
                        new Act(JANUARY, "1", store.runs().begin(JANUARY, DUE), DUE, NOW),
                        List.of(new Reading.Refused(file, List.of())));
    }

    @Test
    void holdsTheDatabaseTheKeyAndTheArchiveForItsOwnerAlone() throws IOException {
        BackupContents contents = Backup.make(data, zip, NOW, () -> {});

        assertThat(contents).isEqualTo(new BackupContents(NOW, 1, 0, 0, List.of()));
        assertThat(Files.getPosixFilePermissions(zip)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(names(home)).containsExactly("data", "备份.zip", "石桥村.xlsx");
        try (Store store = Store.open(data)) {
            assertThat(store.lastBackup()).contains(new LastBackup(NOW, zip.toString()));
        }
        assertThat(names(data)).containsExactly("archive", "backup.txt", "huizong.mv.db", "personal.key");
    }

    @Test
    void isWrittenByTheProcessThatHasTheFolderBetweenTwoOfItsCommits() throws IOException {
        List<String> said = new ArrayList<>();
        try (Store store = Store.open(data)) {
            store.together(() -> {
                try {
                    keep(store, "柳林村.xlsx");
                } catch (IOException e) {
                    throw new AssertionError(e);
                }

                BackupContents contents = Backup.make(data, zip, NOW, () -> said.add("waiting"));

                assertThat(contents.files()).isEqualTo(1);
            });
            assertThat(Backup.make(data, home.resolve("2.zip"), NOW, () -> {}).files())
                    .isEqualTo(2);
        }
        assertThat(said).containsExactly("waiting");
        assertThat(names(data)).containsExactly("archive", "backup.txt", "huizong.mv.db", "personal.key");
    }

    @Test
    void isWrittenAtOnceByWhoeverHasTheFolderOpen() {
        BackupContents contents;
        try (Store store = Store.open(data)) {
            contents = Backup.make(store, zip, NOW);

            assertThat(store.lastBackup()).contains(new LastBackup(NOW, zip.toString()));
        }

        assertThat(contents).isEqualTo(new BackupContents(NOW, 1, 0, 0, List.of()));
    }

    @Test
    void saysWhyTheProcessThatHasTheFolderCannotWriteIt() throws IOException {
        Path nowhere = Files.writeString(home.resolve("文件"), "").resolve("备份.zip");
        try (Store store = Store.open(data)) {
            assertThat(store.lastBackup()).isEmpty();
            assertThat(catchThrowableOfType(Exception.class, () -> Backup.make(data, nowhere, NOW, () -> {})))
                    .isNotNull();
        }
        assertThat(names(data)).containsExactly("archive", "huizong.mv.db", "personal.key");
    }

    @Test
    void namesTheOriginalsThatTheArchiveHasLost() throws IOException {
        try (Stream<Path> archived = Files.walk(data.resolve("archive"))) {
            for (Path file : archived.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        assertThat(Backup.make(data, zip, NOW, () -> {}).lacking()).containsExactly("2025-01/石桥村.xlsx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"data/huizong.mv.db", "data/archive/备份.zip", "data/备份.zip", "石桥村.xlsx", "data", "/dev/null"})
    void isNeverWrittenOverAnythingButABackupNorIntoWhatItKeeps(String place) throws IOException {
        String kind = place.startsWith("data/") ? "backup.inside" : "backup.other";
        byte[] before = Files.readAllBytes(home.resolve("石桥村.xlsx"));

        var fault =
                catchThrowableOfType(StoreException.class, () -> Backup.make(data, home.resolve(place), NOW, () -> {}));

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(Files.readAllBytes(home.resolve("石桥村.xlsx"))).isEqualTo(before);
        assertThat(names(data)).containsExactly("archive", "huizong.mv.db", "personal.key");
    }

    @Test
    void replacesAnEarlierBackup() {
        Backup.make(data, zip, NOW, () -> {});

        BackupContents again = Backup.make(data, zip, NOW.plusSeconds(9), () -> {});

        assertThat(again.made()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void isNotRestoredIntoAFolderOfOtherThings() throws IOException {
        Backup.make(data, zip, NOW, () -> {});
        Path letters = Files.createDirectory(home.resolve("书信"));
        Files.writeString(letters.resolve("家书.doc"), "妈");

        var fault = catchThrowableOfType(StoreException.class, () -> Restoring.restore(letters, zip));

        assertThat(fault.kind()).isEqualTo("another");
        assertThat(names(letters)).containsExactly("家书.doc");
    }

    @Test
    void isRestoredIntoAnotherFolderWithAllThatWasKept() throws IOException {
        Backup.make(data, zip, NOW, () -> {});
        Path other = home.resolve("other");

        var restored = Restoring.restore(other, zip);

        assertThat(restored.contents()).isEqualTo(new BackupContents(NOW, 1, 0, 0, List.of()));
        assertThat(restored.aside()).isEmpty();
        assertThat(names(other)).isEqualTo(names(data));
        assertThat(Files.readAllBytes(other.resolve("personal.key")))
                .isEqualTo(Files.readAllBytes(data.resolve("personal.key")));
        try (Store store = Store.open(other)) {
            FileStore.OnRecord file = store.files().onRecord(JANUARY).get(0);
            assertThat(store.archive().place(file.sha256())).hasContent("content of 石桥村.xlsx");
            assertThat(store.lastBackup()).contains(new LastBackup(NOW, zip.toString()));
        }
    }

    @Test
    void keepsWhatWasThereBeforeWhenItIsRestored() throws IOException {
        Backup.make(data, zip, NOW, () -> {});
        Files.write(data.resolve("huizong.mv.db"), new byte[0]);
        Files.writeString(data.resolve("说明.txt"), "勿删");

        var restored = Restoring.restore(data, zip);

        Path aside = data.resolve("before-restore-1");
        assertThat(restored.aside()).contains(aside);
        assertThat(names(aside)).containsExactly("archive", "backup.txt", "huizong.mv.db", "personal.key");
        assertThat(data.resolve("说明.txt")).hasContent("勿删");
        assertThat(aside.resolve("huizong.mv.db")).isEmptyFile();
        assertThat(Restoring.isWhole(data)).isTrue();
    }

    @Test
    void finishesARestoreThatWasKilledWhileItMovedThingsIntoPlace() throws IOException {
        Backup.make(data, zip, NOW, () -> {});
        Restoring.restore(home.resolve("other"), zip);
        Path restoring = Files.createDirectory(data.resolve("restoring"));
        for (String name : List.of("huizong.mv.db", "archive")) {
            Files.move(home.resolve("other").resolve(name), restoring.resolve(name));
        }
        Path aside = Files.createDirectory(data.resolve("before-restore-1"));
        for (String name : names(data)) {
            if (!name.startsWith("before") && !name.equals("restoring")) {
                Files.move(data.resolve(name), aside.resolve(name));
            }
        }
        Files.move(home.resolve("other/personal.key"), data.resolve("personal.key"));
        Files.writeString(restoring.resolve("CLEARED"), "before-restore-1");

        try (Store store = Store.open(data)) {
            assertThat(store.files().onRecord(JANUARY)).hasSize(1);
        }
        assertThat(names(data)).containsExactly("archive", "before-restore-1", "huizong.mv.db", "personal.key");
    }

    @Test
    void takesBackARestoreThatWasKilledWhileItUnpacked() throws IOException {
        Path restoring = Files.createDirectory(data.resolve("restoring"));
        Files.writeString(restoring.resolve("huizong.mv.db"), "half");

        try (Store store = Store.open(data)) {
            assertThat(store.files().onRecord(JANUARY)).hasSize(1);
        }
        assertThat(restoring).doesNotExist();
    }

    @Test
    void changesNothingWhenTheBackupIsDamaged() throws IOException {
        Backup.make(data, zip, NOW, () -> {});
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2]++;
        Files.write(zip, bytes);
        List<String> before = names(data);

        var refused = catchThrowableOfType(StoreException.class, () -> Restoring.restore(data, zip));

        assertThat(refused.kind()).isEqualTo("backup.damaged");
        assertThat(names(data)).isEqualTo(before);
    }

    @Test
    void leavesNothingTemporaryWhenItCannotBeWrittenOrIsDamaged() throws IOException {
        Path nowhere = BackupFile.beside(home.resolve("absent/备份.zip"));
        Files.writeString(zip, "no zip at all");
        try (Store store = Store.open(data)) {
            assertThatThrownBy(() -> BackupFile.write(store.dataSource(), new DataFolder(data), nowhere, NOW))
                    .isInstanceOf(DiskException.class);
            assertThatThrownBy(() -> BackupFile.verify(zip)).isInstanceOf(StoreException.class);

            try (Stream<Path> temporary = Files.walk(data.resolve("tmp"))) {
                assertThat(temporary.map(f -> f.getFileName().toString()))
                        .noneMatch(name -> name.startsWith("backup") || name.startsWith("verify"));
            }
        }
    }

    @Test
    void isNotBlamedForTheDiskThatItIsUnpackedTo() throws IOException {
        Backup.make(data, zip, NOW, () -> {});
        Path folder = Files.createDirectory(home.resolve("unpacked"));
        Files.writeString(folder.resolve("archive"), "in the way");

        var fault = catchThrowableOfType(DiskException.class, () -> BackupFile.unpack(zip, folder, name -> true));

        assertThat(fault.place()).startsWithRaw(folder.resolve("archive"));
    }

    /** As where a disk is mounted in the place of the archive, or another program has an original open. */
    @Test
    void leavesAllAsItWasWhenSomethingCannotBeMovedOutOfTheWay() throws IOException {
        Backup.make(data, zip, NOW, () -> {});
        Path restoring = Files.createDirectory(data.resolve("restoring"));
        BackupFile.unpack(zip, restoring, name -> true);
        Files.writeString(restoring.resolve("UNPACKED"), "before-restore-1");
        Files.createDirectories(data.resolve("before-restore-1/archive/in the way"));

        var fault = catchThrowableOfType(DiskException.class, () -> Store.open(data));

        assertThat(fault.place()).isEqualTo(data.resolve("archive"));
        assertThat(names(data))
                .containsExactly("archive", "backup.txt", "before-restore-1", "huizong.mv.db", "personal.key");
        try (Store store = Store.open(data)) {
            assertThat(store.files().onRecord(JANUARY)).hasSize(1);
        }
    }

    @Test
    void changesNothingWhenTheFileIsNoBackup() throws IOException {
        Files.writeString(zip, "no zip at all");

        var refused = catchThrowableOfType(StoreException.class, () -> Restoring.restore(data, zip));

        assertThat(refused.kind()).isEqualTo("backup.foreign");
        assertThat(names(data)).containsExactly("archive", "huizong.mv.db", "personal.key");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
