package org.huizong.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of the database, version by version. */
final class Schema {
    /** The newest version there is; a test holds it to the migrations. */
    static final int NEWEST = 10;

    private Schema() {}

    /**
     * Brings a database to the newest version. One that is there already is left alone: to look it over again would take
     * longer than a small month.
     *
     * @throws FlywayException if that can't be done
     */
    static void migrate(DataSource source) {
        if (!isNewest(source)) {
            Flyway.configure(Store.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:org/huizong/store/migration")
                    .javaMigrations(new V2__batch_tables(), new V7__returns_of_one_sheet(), new V9__keys_and_times())
                    .loggers("slf4j")
                    .load()
                    .migrate();
        }
    }

    private static boolean isNewest(DataSource source) {
        String sql = """
                SELECT COUNT(*) FROM "flyway_schema_history" WHERE "success" AND "version" = '%d'""".formatted(NEWEST);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getInt(1) > 0;
        } catch (SQLException noTablesOrAFault) {
            // the migration makes the tables, or meets the same fault and says so
            return false;
        }
    }
}
