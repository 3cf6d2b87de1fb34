package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.huizong.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path home;

    private Path data() {
        return home.resolve("data");
    }

    @Test
    void saysThatADatabaseIsDamaged() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("huizong.mv.db"), "x".repeat(20_000));

        assertThatThrownBy(() -> Store.open(data()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo("damaged"));
    }

    @Test
    void leavesNothingInTheDataFolderButTheDatabaseAndTheKey() throws IOException {
        Store.open(data()).close();
        Store.open(data()).close();

        try (Stream<Path> files = Files.list(data())) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("huizong.mv.db", "personal.key");
        }
    }

    @Test
    void takesAFullDiskForOneThatCannotBeWrittenHoweverOftenItIsWrapped() {
        try (Store store = Store.open(data())) {
            var full = new MVStoreException(DataUtils.ERROR_WRITING_FAILED, "Writing failed");
            var wrapped = new IllegalStateException(new SQLException("General error\nCOMMIT [50000-240]", full));

            assertThat(store.explained(wrapped)).isInstanceOfSatisfying(StoreException.class, e -> {
                assertThat(e.kind()).isEqualTo("unwritable");
                assertThat(e.arguments()).isEqualTo(Map.of("path", data().toString()));
            });
        }
    }

    @Test
    void givesTheFirstLineOfWhatTheDatabaseComplainsAbout() {
        try (Store store = Store.open(data())) {
            var wrapped = new IllegalStateException(new SQLException("Database is closed; SQL statement:\nSELECT 1"));

            assertThat(store.explained(wrapped)).isInstanceOfSatisfying(StoreException.class, e -> {
                assertThat(e.kind()).isEqualTo("failed");
                assertThat(e.arguments())
                        .isEqualTo(Map.of("path", data().toString(), "reason", "Database is closed; SQL statement:"));
            });
        }
    }

    @Test
    void leavesOtherFaultsAsTheyAre() {
        try (Store store = Store.open(data())) {
            var other = new IllegalStateException("no such thing");

            assertThat(store.explained(other)).isSameAs(other);
        }
    }

    @Test
    void beginsAnewWhenItWasKilledWhileItMadeItsTables(@TempDir Path home) throws Exception {
        Path data = home.resolve("half");
        Files.createDirectories(data);
        String database = "jdbc:h2:file:" + data.toAbsolutePath() + "/huizong-new";
        try (var half = DriverManager.getConnection(database, "huizong", "")) {
            half.createStatement().execute("CREATE TABLE run (id BIGINT)");
        }

        try (Store store = Store.open(data)) {
            assertThat(store.runs().lastPublished(Period.parse("2025-01"))).isZero();
        }
        assertThat(data.resolve("huizong-new.mv.db")).doesNotExist();
    }
}
