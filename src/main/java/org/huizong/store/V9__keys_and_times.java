package org.huizong.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.huizong.text.Folding;

/**
 * Keys of records that were folded otherwise before become the keys that are read today, so that a case of an earlier
 * month is the same case; and a content gets the moment at which it was first seen. Flyway reads version and name from the
 * class's name.
 */
final class V9__keys_and_times extends BaseJavaMigration {
    /** A consolidated return keeps the units below it as records, under codes that are no keys. */
    private static final String OF_REGISTERS = " record <> '' AND item NOT LIKE 'below.%'";

    private record Kept(long submission, String record) {}

    @Override
    public void migrate(Context context) throws SQLException {
        times(context.getConnection());
        foldKeys(context.getConnection());
    }

    /** A time of saving that is later than the moment at which a content was first seen is not believed. */
    private static void times(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // what is on record has been seen by now
            statement.execute("""
                    ALTER TABLE file ADD COLUMN first_seen TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL""");
        }
    }

    /** Gives every record the key that its text has today. */
    static void foldKeys(Connection connection) throws SQLException {
        Map<Kept, String> changed = changed(connection);
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE observation SET record = ? WHERE submission = ? AND record = ? AND" + OF_REGISTERS)) {
            for (var entry : changed.entrySet()) {
                update.setString(1, entry.getValue());
                update.setLong(2, entry.getKey().submission());
                update.setString(3, entry.getKey().record());
                update.addBatch();
            }
            update.executeBatch();
        }
        findings(connection, changed);
    }

    private static Map<Kept, String> changed(Connection connection) throws SQLException {
        Map<Long, Set<String>> taken = new HashMap<>();
        List<Kept> others = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT submission, record FROM observation WHERE"
                        + OF_REGISTERS + " ORDER BY submission, record")) {
            while (row.next()) {
                Kept kept = new Kept(row.getLong(1), row.getString(2));
                if (Folding.key(kept.record()).equals(kept.record())) {
                    taken.computeIfAbsent(kept.submission(), s -> new HashSet<>())
                            .add(kept.record());
                } else {
                    others.add(kept);
                }
            }
        }
        Map<Kept, String> changed = new HashMap<>();
        for (Kept kept : others) {
            Set<String> names = taken.computeIfAbsent(kept.submission(), s -> new HashSet<>());
            String key = Folding.key(kept.record());
            String free = key;
            for (int n = 2; !names.add(free); n++) {
                // two rows that were two records then and would be one now: each keeps its values
                free = key + '#' + n;
            }
            changed.put(kept, free);
        }
        return changed;
    }

    private static void findings(Connection connection, Map<Kept, String> changed) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT id, submission, record, arguments FROM finding
                        WHERE record <> '' AND submission IS NOT NULL ORDER BY id""");
                PreparedStatement update =
                        connection.prepareStatement("UPDATE finding SET record = ?, arguments = ? WHERE id = ?")) {
            while (row.next()) {
                String key = changed.get(new Kept(row.getLong(2), row.getString(3)));
                if (key != null) {
                    SortedMap<String, String> arguments = FlatArguments.read(row.getString(4));
                    arguments.put("record", key);
                    update.setString(1, key);
                    update.setString(2, FlatArguments.write(arguments));
                    update.setLong(3, row.getLong(1));
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }
}
