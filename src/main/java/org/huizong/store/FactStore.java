package org.huizong.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers of counted submissions, gathered over months within each unit. */
public final class FactStore {
    private final JdbcClient db;

    FactStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One item of one unit over a span of months.
     *
     * @param unit code of the unit
     * @param item code of the item
     * @param sum of the reported values
     * @param max largest reported value
     * @param last value of the latest reported period
     * @param lastMonth last month of that period
     */
    public record Fact(
            String unit, String item, BigDecimal sum, BigDecimal max, BigDecimal last, YearMonth lastMonth) {}

    /**
     * Hands over every fact of the months from first to last, both included, by unit and item.
     *
     * @param without numbers of submissions that are left out
     */
    public void each(YearMonth first, YearMonth last, Collection<Long> without, Consumer<Fact> reader) {
        try (var facts = span("""
                        WITH f AS (
                            SELECT s.unit, o.item, s.last_month, o.number_is,
                                ROW_NUMBER() OVER (PARTITION BY s.unit, o.item ORDER BY s.last_month DESC) AS n
                            FROM submission s JOIN observation o ON o.submission = s.id
                            WHERE s.first_month >= :first AND s.last_month <= :last AND s.id NOT IN (:without)
                                AND s.disposition IN ('accepted', 'queried') AND o.kind = 'N')
                        SELECT unit, item, SUM(number_is) AS total, MAX(number_is) AS largest,
                            MAX(number_is) FILTER (WHERE n = 1) AS latest, MAX(last_month) AS latest_month
                        FROM f GROUP BY unit, item ORDER BY unit, item""", first, last, without)
                .query((row, n) -> new Fact(
                        row.getString("unit"),
                        row.getString("item"),
                        Rows.plain(row.getBigDecimal("total")),
                        Rows.plain(row.getBigDecimal("largest")),
                        Rows.plain(row.getBigDecimal("latest")),
                        YearMonth.from(row.getObject("latest_month", LocalDate.class))))
                .stream()) {
            facts.forEach(reader);
        }
    }

    /**
     * The sum of each item over all units and the months from first to last: the township's total of what is added up,
     * reached without the units' figures.
     *
     * @param without numbers of submissions that are left out
     */
    public Map<String, BigDecimal> sums(YearMonth first, YearMonth last, Collection<Long> without) {
        Map<String, BigDecimal> sums = new HashMap<>();
        span("""
                        SELECT o.item, SUM(o.number_is) AS total
                        FROM submission s JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= :first AND s.last_month <= :last AND s.id NOT IN (:without)
                            AND s.disposition IN ('accepted', 'queried') AND o.kind = 'N'
                        GROUP BY o.item ORDER BY o.item""", first, last, without).query((RowCallbackHandler)
                row -> sums.put(row.getString("item"), Rows.plain(row.getBigDecimal("total"))));
        return sums;
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
     * @param period code of the period
     */
    public record Counted(long submission, String unit, String form, String period) {}

    /** The counted submissions of the months from first to last, both included. */
    public List<Counted> counted(YearMonth first, YearMonth last) {
        return db.sql("""
                        SELECT id AS submission, unit, form, period FROM submission
                        WHERE first_month >= :first AND last_month <= :last AND disposition IN ('accepted', 'queried')
                        ORDER BY unit, form, period""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(Counted.class)
                .list();
    }
}
