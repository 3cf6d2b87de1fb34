package org.huizong.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of the database, version by version. */
final class Schema {
    /** The newest version there is; a test holds it to the migrations. */
    static final int NEWEST = 20;

    /** The first version that kept personal values, and a key to tell them by. */
    static final int FIRST_WITH_KEY = 5;

    /** What all migrations come to; a test holds it to them. */
    private static final String NEWEST_TABLES = "newest-tables.sql";

    private Schema() {}

    /**
     * Makes the tables of the newest version in an empty database, and the history of all migrations beside them: later
     * ones go on from there. One script takes a tenth of the time that the migrations take one by one.
     *
     * @throws FlywayException if that can't be done
     */
    static void make(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(newestTables());
        } catch (SQLException e) {
            throw new FlywayException("cannot make the tables", e);
        }
    }

    private static String newestTables() {
        try (InputStream script = Schema.class.getResourceAsStream(NEWEST_TABLES)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings a database to the newest version.
     *
     * @throws FlywayException if that can't be done
     */
    static void migrate(DataSource source) {
        forgetTheOtherEighth(source);
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:org/huizong/store/migration")
                .javaMigrations(
                        new V2__batch_tables(),
                        new V7__returns_of_one_sheet(),
                        new V9__keys_and_times(),
                        new V14__typed_arguments())
                // version 8 came after 9 and 10 to some data folders
                .outOfOrder(true)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** For a while version 8 was another one, which folded the keys of records; all that it did is a part of 9. */
    private static void forgetTheOtherEighth(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (version(connection) > 0) {
                statement.execute("""
                        DELETE FROM "flyway_schema_history"
                        WHERE "version" = '8' AND "description" = 'keys of records'""");
            }
        } catch (SQLException e) {
            throw new FlywayException("cannot read which versions the store has had", e);
        }
    }

    /**
     * The version of a database; 0 if it was not made by this program. One that is the newest is left alone: to look it
     * over again would take longer than a small month.
     *
     * @throws SQLException if the database cannot be asked
     */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet known = statement.executeQuery("""
                    SELECT COUNT(*) FROM information_schema.tables
                    WHERE table_schema = 'PUBLIC' AND table_name = 'flyway_schema_history'""")) {
                known.next();
                if (known.getInt(1) == 0) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    SELECT COALESCE(MAX(CAST("version" AS INTEGER)), 0) FROM "flyway_schema_history"
                    WHERE "success" AND "version" IS NOT NULL""")) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
