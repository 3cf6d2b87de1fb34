package org.huizong.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.huizong.period.Period;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published states of periods, each with its lines and the submissions it counts. */
public final class EditionStore {
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate template;

    EditionStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /**
     * One figure of an edition.
     *
     * @param kind {@code indicator}, {@code item} (a township's total) or {@code coverage}
     * @param code code of the indicator, item or return
     * @param unit code of the unit; empty for the township
     * @param figure as text
     */
    public record Line(String kind, String code, String unit, String figure) {}

    /** The latest edition of a period, if it has one. */
    public Optional<Edition> latest(Period period) {
        return list(period).stream().reduce((a, b) -> b);
    }

    /** The editions of a period, oldest first. */
    public List<Edition> list(Period period) {
        return db.sql("SELECT edition_no, as_of, stale FROM edition WHERE period = :period ORDER BY edition_no")
                .param("period", period.code())
                .query((row, n) -> new Edition(
                        period,
                        row.getInt("edition_no"),
                        row.getObject("as_of", LocalDate.class),
                        changes(period, row.getInt("edition_no")),
                        Optional.of(row.getString("stale")).filter(s -> !s.isEmpty())))
                .list();
    }

    private List<EditionChange> changes(Period period, int number) {
        return db.sql("""
                        SELECT kind, code, unit, before, after, cause FROM edition_change
                        WHERE period = :period AND edition_no = :number ORDER BY place""")
                .param("period", period.code())
                .param("number", number)
                .query(EditionChange.class)
                .list();
    }

    /** The lines of an edition, by kind, code and unit. */
    public List<Line> lines(Edition edition) {
        return db.sql("""
                        SELECT kind, code, unit, figure FROM edition_line
                        WHERE period = :period AND edition_no = :number ORDER BY kind, code, unit""")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .query(Line.class)
                .list();
    }

    /** Numbers of the submissions that an edition counts. */
    public Set<Long> submissions(Edition edition) {
        return new TreeSet<>(db.sql("""
                        SELECT submission FROM edition_submission WHERE period = :period AND edition_no = :number""")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .query(Long.class)
                .list());
    }

    /** Puts a new edition on record. */
    public void add(Edition edition, List<Line> lines, Set<Long> submissions) {
        db.sql("INSERT INTO edition (period, edition_no, as_of, stale) VALUES (:period, :number, :asOf, '')")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .param("asOf", edition.asOf())
                .update();
        String period = edition.period().code();
        int number = edition.number();
        template.batchUpdate(
                "INSERT INTO edition_line (period, edition_no, kind, code, unit, figure) VALUES (?, ?, ?, ?, ?, ?)",
                lines.stream()
                        .map(l -> new Object[] {period, number, l.kind(), l.code(), l.unit(), l.figure()})
                        .toList());
        template.batchUpdate(
                "INSERT INTO edition_submission (period, edition_no, submission) VALUES (?, ?, ?)",
                submissions,
                BATCH,
                (statement, id) -> {
                    statement.setString(1, period);
                    statement.setInt(2, number);
                    statement.setLong(3, id);
                });
        List<EditionChange> changes = edition.changes();
        template.batchUpdate(
                """
                INSERT INTO edition_change (period, edition_no, place, kind, code, unit, before, after, cause)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, changes.size())
                        .mapToObj(i -> row(period, number, i, changes.get(i)))
                        .toList());
    }

    private static Object[] row(String period, int number, int place, EditionChange c) {
        return new Object[] {period, number, place, c.kind(), c.code(), c.unit(), c.before(), c.after(), c.cause()};
    }

    /** Marks the latest edition of a period as no longer fitting what is on record, or, with an empty text, as fitting. */
    public void stale(Period period, String why) {
        db.sql("""
                        UPDATE edition SET stale = :why WHERE period = :period
                            AND edition_no = (SELECT MAX(edition_no) FROM edition WHERE period = :period)""").params(Map.of("why", why, "period", period.code())).update();
    }

    /** Every period that has an edition, earliest first. */
    public List<Period> periods() {
        return db.sql("SELECT DISTINCT period FROM edition ORDER BY period").query(String.class).list().stream()
                .map(Period::parse)
                .sorted()
                .toList();
    }
}
