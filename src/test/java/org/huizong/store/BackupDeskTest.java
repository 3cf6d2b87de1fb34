package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.huizong.disk.FolderTree;
import org.huizong.disk.LockFile;
import org.huizong.disk.TempFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The desk is not opened here: each test says when it looks. */
@Isolated
class BackupDeskTest {
    private static final Instant NOW = Instant.parse("2025-02-05T08:00:00Z");

    @TempDir
    private Path home;

    private Path data;
    private TempFolder temp;
    private LockFile waiting;
    private int attempts;

    @BeforeEach
    void somebodyWaitsForABackup() throws IOException {
        data = Files.createDirectory(home.resolve("data"));
        temp = TempFolder.under(data.resolve("tmp"));
        waiting = LockFile.take(data.resolve("backup-1.lock")).orElseThrow();
        Files.writeString(data.resolve("backup-1.request"), home.resolve(".x.zip.part") + "\n" + NOW + "\n");
    }

    @AfterEach
    void end() throws IOException {
        waiting.close();
        temp.close();
    }

    private Path answer() {
        return data.resolve("backup-1.answer");
    }

    private BackupDesk desk(Runnable database) {
        return new BackupDesk(new DataFolder(data), new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                attempts++;
                database.run();
                throw new SQLException("broken");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        });
    }

    /** A file in place of the temporary folder is a disk without room. */
    @Test
    void servesARequestOnceThoughThereIsNoRoomForItsAnswer() throws IOException {
        Path temporary = data.resolve("tmp");
        BackupDesk desk = desk(() -> {
            try {
                FolderTree.delete(temporary);
                Files.writeString(temporary, "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        desk.look();
        desk.look();

        assertThat(attempts).isEqualTo(1);
        assertThat(answer()).doesNotExist();

        Files.delete(temporary);
        desk.look();

        assertThat(attempts).isEqualTo(1);
        assertThat(answer()).content().startsWith("FAILED\n");
    }

    @Test
    void servesTheOthersWhenTheMemoryDidNotSufficeForOne() throws IOException {
        BackupDesk desk = desk(() -> {
            if (attempts == 1) {
                throw new OutOfMemoryError("Java heap space");
            }
        });

        desk.look();
        desk.look();

        assertThat(attempts).isEqualTo(1);
        assertThat(answer()).doesNotExist();

        try (LockFile another = LockFile.take(data.resolve("backup-2.lock")).orElseThrow()) {
            Files.writeString(data.resolve("backup-2.request"), home.resolve(".y.zip.part") + "\n" + NOW + "\n");
            desk.look();

            assertThat(another).isNotNull();
            assertThat(data.resolve("backup-2.answer")).content().startsWith("FAILED\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "locked, true, false, true",
        "locked, false, true, true",
        "locked, false, false, false",
        "lost, true, true, false"
    })
    void waitsForWhoeverHasTheFolderOnceItWaits(String kind, boolean waiting, boolean named, boolean goesOn) {
        var fault = new StoreException(kind, named ? Map.of("pid", "4711") : Map.of());

        assertThat(BackupDesk.isToBeWaitedFor(fault, waiting)).isEqualTo(goesOn);
    }
}
