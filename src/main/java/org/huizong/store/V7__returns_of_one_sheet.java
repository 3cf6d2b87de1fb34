package org.huizong.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Several returns may stand on one sheet, a row each: a submission is known by its cell too. In Java, because only the
 * database knows what it called the constraint that goes. Flyway reads version and name from the class's name.
 */
final class V7__returns_of_one_sheet extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        List<String> unique = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet names = statement.executeQuery("""
                    SELECT constraint_name FROM information_schema.table_constraints
                    WHERE LOWER(table_name) = 'submission' AND constraint_type = 'UNIQUE'""")) {
                while (names.next()) {
                    unique.add(names.getString(1));
                }
            }
            for (String name : unique) {
                statement.execute("ALTER TABLE submission DROP CONSTRAINT \"" + name + '"');
            }
            statement.execute("ALTER TABLE submission ADD COLUMN stands_at VARCHAR(20) DEFAULT '' NOT NULL");
            statement.execute("ALTER TABLE submission ADD CONSTRAINT submission_place"
                    + " UNIQUE (period, sha256, sheet, stands_at)");
        }
    }
}
