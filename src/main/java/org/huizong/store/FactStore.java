package org.huizong.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.huizong.model.Below;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers that are known: those of counted submissions, and what registers are counted for. */
public final class FactStore {
    private final JdbcClient db;
    private final JdbcTemplate template;

    FactStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /** Makes the numbers of these returns facts if they count now, and takes back those of the others. */
    void follow(Collection<Long> submissions) {
        each(submissions, """
                DELETE FROM fact WHERE submission = ? AND origin = 'return' AND NOT EXISTS (
                    SELECT 1 FROM submission s
                    WHERE s.id = fact.submission AND s.disposition IN ('accepted', 'queried'))""");
        each(submissions, """
                INSERT INTO fact (unit, last_month, item, first_month, origin, period, form, amount, submission, cell)
                SELECT s.unit, s.last_month, o.item, s.first_month, 'return', s.period, s.form, o.number_is, s.id, o.cell
                FROM submission s JOIN observation o ON o.submission = s.id
                WHERE s.id = ? AND s.disposition IN ('accepted', 'queried')
                    AND o.kind = 'N' AND o.record = '' AND o.item NOT LIKE 'below.%'
                    AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.submission = s.id AND f.origin = 'return')""");
    }

    /** Takes back the numbers of these returns, whose values are about to change. */
    void forget(Collection<Long> submissions) {
        each(submissions, "DELETE FROM fact WHERE submission = ? AND origin = 'return'");
    }

    private void each(Collection<Long> submissions, String sql) {
        template.batchUpdate(
                sql, submissions.stream().map(id -> new Object[] {id}).toList());
    }

    /**
     * A number that is known.
     *
     * @param unit code of the unit
     * @param item code of the item
     * @param first first month of its period
     * @param last last month of its period
     * @param value as it was reported or counted
     * @param submission number of the return it came with; empty for a measure of which only a later return speaks
     */
    public record Fact(
            String unit, String item, YearMonth first, YearMonth last, BigDecimal value, Optional<Long> submission) {}

    /** Hands over every fact of the periods from first to last, both included, by unit, last month and item. */
    public void each(YearMonth first, YearMonth last, Consumer<Fact> reader) {
        // one unit at a time: the database would put a long result on the disk
        for (String unit : db.sql("SELECT DISTINCT unit FROM fact ORDER BY unit")
                .query(String.class)
                .list()) {
            db.sql("""
                            SELECT unit, item, first_month, last_month, amount, submission FROM fact
                            WHERE unit = :unit AND last_month BETWEEN :first AND :last AND first_month >= :first
                            ORDER BY unit, last_month, item, first_month, origin""")
                    .param("unit", unit)
                    .param("first", first.atDay(1))
                    .param("last", last.atDay(1))
                    .query((RowCallbackHandler) row -> reader.accept(fact(row)));
        }
    }

    private static Fact fact(ResultSet row) throws SQLException {
        long submission = row.getLong("submission");
        Optional<Long> from = row.wasNull() ? Optional.empty() : Optional.of(submission);
        return new Fact(
                row.getString("unit"),
                row.getString("item"),
                YearMonth.from(row.getObject("first_month", LocalDate.class)),
                YearMonth.from(row.getObject("last_month", LocalDate.class)),
                Rows.plain(row.getBigDecimal("amount")),
                from);
    }

    /**
     * What a unit that reports for many says of one of its own.
     *
     * @param unit code of the unit that reports
     * @param item code of the item
     * @param part code of the unit below it
     * @param value its figure; empty if it has none
     * @param month last month of the period
     * @param owes whether it still reports
     */
    public record Part(
            String unit, String item, String part, Optional<BigDecimal> value, YearMonth month, boolean owes) {}

    /**
     * Hands over what counted submissions of the months from first to last say of the units below, by unit and month.
     *
     * @param without numbers of submissions that are left out
     */
    public void eachPart(YearMonth first, YearMonth last, Collection<Long> without, Consumer<Part> reader) {
        span("""
                        SELECT s.unit, s.last_month, o.item, o.record, o.kind, o.number_is
                        FROM submission s JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= :first AND s.last_month <= :last AND s.id NOT IN (:without)
                            AND s.disposition IN ('accepted', 'queried') AND o.record <> '' AND o.item LIKE :parts
                        ORDER BY s.unit, s.last_month, s.id, o.place""", first, last, without).param("parts", Below.ofUnits("%")).query((RowCallbackHandler) row -> {
            BigDecimal number = row.getBigDecimal("number_is");
            reader.accept(new Part(
                    row.getString("unit"),
                    Below.item(row.getString("item")).orElseThrow(),
                    row.getString("record"),
                    Optional.ofNullable(number).map(Rows::plain),
                    YearMonth.from(row.getObject("last_month", LocalDate.class)),
                    !row.getString("kind").equals(String.valueOf(Rows.kind(Value.Gap.NOT_OWED)))));
        });
    }

    /** Numbers of the counted submissions of the months from first to last that lack somebody below. */
    public Set<Long> lackingBelow(YearMonth first, YearMonth last) {
        return Set.copyOf(db.sql("""
                        SELECT s.id FROM submission s JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= :first AND s.last_month <= :last
                            AND s.disposition IN ('accepted', 'queried') AND o.record = '' AND o.item = :missing
                        ORDER BY s.id""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("missing", Below.MISSING)
                .query(Long.class)
                .list());
    }

    /**
     * The sum over all units of one item in the periods of those months.
     *
     * @param item code of the item
     * @param first first month of the periods
     * @param last last month of the periods
     * @param value the sum
     */
    public record Sum(String item, YearMonth first, YearMonth last, BigDecimal value) {}

    /**
     * What the items of each period from first to last come to over all units: the township's totals of what is added up,
     * reached without the units' figures.
     *
     * @param without numbers of submissions that are left out
     */
    public List<Sum> sums(YearMonth first, YearMonth last, Collection<Long> without) {
        return span("""
                        SELECT item, first_month, last_month, SUM(amount) AS total FROM fact
                        WHERE first_month >= :first AND last_month <= :last
                            AND (submission IS NULL OR submission NOT IN (:without))
                        GROUP BY item, first_month, last_month
                        ORDER BY item, first_month, last_month""", first, last, without)
                .query((row, n) -> new Sum(
                        row.getString("item"),
                        YearMonth.from(row.getObject("first_month", LocalDate.class)),
                        YearMonth.from(row.getObject("last_month", LocalDate.class)),
                        Rows.plain(row.getBigDecimal("total"))))
                .list();
    }

    private JdbcClient.StatementSpec span(String sql, YearMonth first, YearMonth last, Collection<Long> without) {
        return db.sql(sql)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("without", without.isEmpty() ? List.of(-1L) : without);
    }

    /**
     * A counted submission of a span of months.
     *
     * @param submission its number
     * @param unit code of the unit
     * @param form code of the return
     * @param period the period
     */
    public record Counted(long submission, String unit, String form, Period period) {}

    /** The counted submissions of the months from first to last, both included. */
    public List<Counted> counted(YearMonth first, YearMonth last) {
        return db.sql("""
                        SELECT id AS submission, unit, form, period FROM submission
                        WHERE first_month >= :first AND last_month <= :last AND disposition IN ('accepted', 'queried')
                        ORDER BY unit, form, period""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, n) -> new Counted(
                        row.getLong("submission"),
                        row.getString("unit"),
                        row.getString("form"),
                        Period.parse(row.getString("period"))))
                .list();
    }
}
