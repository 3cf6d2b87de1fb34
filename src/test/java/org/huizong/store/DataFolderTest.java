package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizong.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A data folder that lost a part is refused as it is, and is never taken for a new one. */
class DataFolderTest {
    @TempDir
    private Path home;

    private Path data() {
        return home.resolve("data");
    }

    private Path database() {
        return data().resolve("huizong.mv.db");
    }

    private void keepARun() {
        try (Store store = Store.open(data())) {
            store.runs().begin(Period.parse("2025-01"), LocalDate.of(2025, 2, 5));
        }
    }

    @Test
    void refusesAnArchiveWithoutADatabase() throws IOException {
        keepARun();
        Files.createDirectories(data().resolve("archive/ab"));
        Files.delete(database());
        Files.delete(data().resolve("personal.key"));

        assertRefused("lost");
    }

    @Test
    void refusesAKeyWithoutADatabase() throws IOException {
        keepARun();
        Files.delete(database());

        assertRefused("lost");
    }

    @ParameterizedTest
    @CsvSource({"0, empty", "100, empty", "12288, empty"})
    void refusesADatabaseOfWhichOnlySoMuchIsLeft(int bytes, String kind) throws IOException {
        keepARun();
        Files.write(database(), Arrays.copyOf(Files.readAllBytes(database()), bytes));

        assertRefused(kind);
    }

    /** The database alone would go back to what it was before the run, without a word. */
    @Test
    void refusesADatabaseWithoutTheNewestOfItsChunks() throws IOException {
        keepARun();
        byte[] all = Files.readAllBytes(database());
        var head = Pattern.compile("block:([0-9a-f]+)").matcher(new String(all, 0, 100, StandardCharsets.ISO_8859_1));
        assertThat(head.find()).isTrue();
        Files.write(database(), Arrays.copyOf(all, Integer.parseInt(head.group(1), 16) * 4096));

        assertRefused("empty");
    }

    @Test
    void refusesTheDatabaseOfAnotherProgram() throws IOException, SQLException {
        keepARun();
        Files.delete(database());
        String address = "jdbc:h2:file:" + data().resolve("huizong");
        try (var other = DriverManager.getConnection(address, "huizong", "")) {
            for (int n = 0; n < 40; n++) {
                other.createStatement().execute("CREATE TABLE t" + n + " (id INT PRIMARY KEY)");
            }
        }

        assertThatThrownBy(() -> Store.open(data()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo("foreign"));
    }

    @Test
    void refusesTheDatabaseOfANewerProgram() throws IOException, SQLException {
        keepARun();
        try (var newer = DriverManager.getConnection("jdbc:h2:file:" + data().resolve("huizong"), "huizong", "")) {
            newer.createStatement().execute("""
                    UPDATE "flyway_schema_history" SET "version" = '99' WHERE "version" = '%d'""".formatted(Schema.NEWEST));
        }

        assertThatThrownBy(() -> Store.open(data()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo("newer"));
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "31"})
    void refusesADatabaseWhoseKeyIsMissingOrShort(int bytes) throws IOException {
        keepARun();
        Path key = data().resolve("personal.key");
        byte[] whole = Files.readAllBytes(key);
        Files.delete(key);
        if (bytes >= 0) {
            Files.write(key, Arrays.copyOf(whole, bytes));
        }

        assertRefused("key");
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Files.writeString(data(), "x");

        var refused = catchThrowableOfType(StoreException.class, () -> Store.open(data()));

        assertThat(refused.kind()).isEqualTo("folder");
        assertThat(data()).hasContent("x");
    }

    @Test
    void saysWhichProcessHasTheFolder() {
        try (Store store = Store.open(data())) {
            var refused = catchThrowableOfType(StoreException.class, () -> Store.open(data()));

            assertThat(refused.kind()).isEqualTo("locked");
            assertThat(refused.arguments())
                    .containsEntry("pid", ProcessHandle.current().pid() + "")
                    .containsKeys("since", "command");
            assertThat(store.runs().periods()).isEmpty();
        }
    }

    @Test
    void migratesACopyAndForgetsOneThatWasLeftByAKill() throws IOException, SQLException {
        keepARun();
        Files.writeString(data().resolve("huizong-new.mv.db"), "half a copy");
        try (var older = DriverManager.getConnection("jdbc:h2:file:" + data().resolve("huizong"), "huizong", "")) {
            older.createStatement().execute("""
                    DELETE FROM "flyway_schema_history" WHERE "version" = '%d'""".formatted(Schema.NEWEST));
            older.createStatement().execute("DROP TABLE observation");
        }

        // the newest migration lacks a table that it reads: it fails in the copy
        assertThatThrownBy(() -> Store.open(data())).isInstanceOf(StoreException.class);

        try (var same = DriverManager.getConnection("jdbc:h2:file:" + data().resolve("huizong"), "huizong", "");
                var runs = same.createStatement().executeQuery("SELECT COUNT(*) FROM run")) {
            runs.next();
            assertThat(runs.getInt(1)).isEqualTo(1);
        }
    }

    /** A folder in its place keeps the database from getting its name when the key has been made already. */
    @Test
    void leavesNoKeyBehindWhenTheFirstDatabaseCannotBeMade() throws IOException {
        Files.createDirectories(database().resolve("in the way"));

        assertThatThrownBy(() -> Store.make(new DataFolder(data()), false))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo("unwritable"));

        assertThat(data()).isDirectoryNotContaining(f -> !f.equals(database()));
        Files.delete(database().resolve("in the way"));
        Files.delete(database());
        assertThat(Store.exists(data())).isFalse();
        keepARun();
    }

    private void assertRefused(String kind) throws IOException {
        var before = bytes();

        var refused = catchThrowableOfType(StoreException.class, () -> Store.open(data()));

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.arguments()).containsEntry("path", data().toString());
        assertThat(bytes()).isEqualTo(before);
        assertThat(Store.exists(data())).isTrue();
    }

    private Map<String, Integer> bytes() throws IOException {
        Map<String, Integer> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.toList()) {
                bytes.put(
                        data().relativize(file).toString(),
                        Files.isDirectory(file) ? 0 : Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }
}
