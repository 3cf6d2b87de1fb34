package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static final Path TABLES = Path.of("src/main/resources/org/huizong/store/newest-tables.sql");
    private static final Path WANTED = Path.of("target/newest-tables.sql");
    private static final String HEAD = """
            -- What all migrations come to, as the database tells it. SchemaTest makes this script and holds it to them.
            """;

    @TempDir
    Path folder;

    @Test
    void knowsItsNewestMigration() throws IOException {
        List<Integer> versions;
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/org/huizong/store/migration"));
                Stream<Path> classes = Files.list(Path.of("src/main/java/org/huizong/store"))) {
            versions = Stream.concat(scripts, classes)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*"))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();
        }

        assertThat(versions.get(versions.size() - 1)).isEqualTo(Schema.NEWEST);
    }

    @Test
    void shipsWhatAllMigrationsComeToAsOneScript() throws IOException, SQLException {
        DataSource migrated = database("migrated");

        Schema.migrate(migrated);

        String wanted = HEAD + script(migrated);
        Files.writeString(WANTED, wanted);
        assertThat(Files.readString(TABLES))
                .as("After a migration is added, copy %s to %s", WANTED, TABLES)
                .isEqualTo(wanted);
    }

    @Test
    void makesTheTablesOfTheNewestVersionThatMigrationsGoOnFrom() throws SQLException {
        DataSource made = database("made");

        Schema.make(made);
        String before = script(made);
        Schema.migrate(made);

        assertThat(script(made)).isEqualTo(before).isEqualTo(script(made("again")));
        try (Connection connection = made.getConnection()) {
            assertThat(Schema.version(connection)).isEqualTo(Schema.NEWEST);
        }
    }

    @Test
    void keepsInMindWhatWasDoneSinceAWorkbookThatRunsWithEventsTold() throws SQLException, IOException {
        try (Connection connection = made("events").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE run ADD COLUMN events BIGINT DEFAULT 0 NOT NULL");
            for (String period : List.of("2025-01", "2025-02", "2025-03")) {
                statement.execute("INSERT INTO edition VALUES ('%s', 1, DATE '2025-04-01', '')".formatted(period));
                statement.execute(
                        "INSERT INTO run (period, as_of, published, events) VALUES ('%s', DATE '2025-04-01', TRUE, 1)"
                                .formatted(period));
            }
            for (String event : List.of("explain 2025-03", "explain 2025-01", "close 2025-02")) {
                String[] parts = event.split(" ");
                statement.execute("INSERT INTO event (happened, who, what, period, subject, reason) VALUES "
                        + "(CURRENT_TIMESTAMP, '', '%s', '%s', '', '')".formatted(parts[0], parts[1]));
            }

            statement.execute(Files.readString(
                    Path.of("src/main/resources/org/huizong/store/migration/V20__runs_without_events.sql")));

            try (ResultSet stale =
                    statement.executeQuery("SELECT LISTAGG(period, ' ') FROM edition WHERE stale <> ''")) {
                stale.next();
                assertThat(stale.getString(1)).isEqualTo("2025-01");
            }
        }
    }

    private DataSource made(String name) {
        DataSource made = database(name);
        Schema.make(made);
        return made;
    }

    /** In a file as the store's is: H2 tells tables in memory otherwise. */
    private DataSource database(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve(name).toAbsolutePath());
        source.setUser(Store.USER);
        return source;
    }

    /** The whole of a database as H2 tells it, but for what differs from one making to the next. */
    private static String script(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("SCRIPT NOPASSWORDS NOSETTINGS")) {
            Stream.Builder<String> script = Stream.builder();
            while (lines.next()) {
                script.add(lines.getString(1));
            }
            return script.build()
                    .filter(line -> !line.startsWith("--") && !line.startsWith("CREATE USER"))
                    .map(line -> line.replaceAll("TIMESTAMP '[^']*', \\d+, TRUE", "CURRENT_TIMESTAMP, 0, TRUE"))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
