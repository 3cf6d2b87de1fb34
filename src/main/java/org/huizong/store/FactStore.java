package org.huizong.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huizong.model.Below;
import org.huizong.model.Period;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers that are known, whichever way they came: by returns, by townships below, from registers, as baselines. */
public final class FactStore {
    /** Returns whose numbers are asked for in one statement. */
    private static final int BATCH = 500;

    private final JdbcClient db;
    private final BaselineStore baselines;

    FactStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.baselines = new BaselineStore(source);
    }

    /** Returns those of the returns that count now, whose numbers are facts. */
    Set<Long> counted(Collection<Long> submissions) {
        Set<Long> counted = new HashSet<>();
        inBatches(
                submissions,
                some -> counted.addAll(
                        db.sql("""
                        SELECT id FROM submission WHERE id IN (:submissions) AND disposition IN ('accepted', 'queried')
                        ORDER BY id""").param("submissions", some).query(Long.class).list()));
        return counted;
    }

    /** Makes the numbers of these returns facts if they count now; they are none yet. */
    void take(Collection<Long> submissions) {
        update("""
                INSERT INTO fact (unit, last_month, item, first_month, part, origin, period, form, amount, submission, cell)
                SELECT s.unit, s.last_month, CASE WHEN o.record = '' THEN o.item ELSE SUBSTRING(o.item FROM :from) END,
                    s.first_month, o.record, CASE WHEN o.record = '' THEN 'return' ELSE 'rollup' END, s.period, s.form,
                    o.number_is, s.id, o.cell
                FROM submission s JOIN observation o ON o.submission = s.id
                WHERE s.id IN (:submissions) AND s.disposition IN ('accepted', 'queried') AND o.kind = 'N'
                    AND ((o.record = '' AND o.item NOT LIKE 'below.%') OR (o.record <> '' AND o.item LIKE :units))""", submissions);
        // first what the index tells: the rows of forms, most of all, need not be looked at
        update("""
                INSERT INTO filing_below (submission, part, counted)
                SELECT o.submission, o.record, MAX(CASE WHEN o.kind = 'N' THEN 1 ELSE 0 END) = 1
                FROM submission s JOIN observation o ON o.submission = s.id
                WHERE s.id IN (:submissions) AND s.disposition IN ('accepted', 'queried')
                    AND o.record <> '' AND (o.item LIKE :units OR o.item = :lacking) AND o.kind <> 'X'
                GROUP BY o.submission, o.record""", submissions);
    }

    /** Takes back the numbers of these returns, whose units, months and values are about to change or count no more. */
    void forget(Collection<Long> submissions) {
        // a return at a time: facts are found by unit and month
        for (long submission : submissions) {
            db.sql("""
                            DELETE FROM fact
                            WHERE unit = (SELECT unit FROM submission WHERE id = :submission)
                                AND last_month = (SELECT last_month FROM submission WHERE id = :submission)
                                AND submission = :submission AND origin IN ('return', 'rollup')""").param("submission", submission).update();
        }
        update("DELETE FROM filing_below WHERE submission IN (:submissions)", submissions);
    }

    private void update(String sql, Collection<Long> submissions) {
        inBatches(
                submissions,
                some -> db.sql(sql)
                        .param("submissions", some)
                        .param("units", Below.ofUnits("%"))
                        .param("from", Below.ofUnits("").length() + 1)
                        .param("lacking", Below.LACKING)
                        .update());
    }

    private static void inBatches(Collection<Long> submissions, Consumer<List<Long>> work) {
        List<Long> all = List.copyOf(submissions);
        for (int from = 0; from < all.size(); from += BATCH) {
            work.accept(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    /** Which way a number came. */
    public enum Origin {
        /** With a return that counts. */
        RETURN,
        /** Counted from the records of registers. */
        MEASURE,
        /** Handed up for a unit below by one that reports for many. */
        ROLLUP,
        /** As a figure of an earlier period that was never collected. */
        BASELINE
    }

    /**
     * A number that is known.
     *
     * @param unit code of the unit
     * @param part of a number that was handed up the code of the unit below; else empty
     * @param item code of the item; of a baseline also of an indicator
     * @param first first month of its period
     * @param last last month of its period
     * @param value as it was reported or counted
     * @param origin which way it came
     * @param submission number of the return it came with; empty for a baseline, and for a measure of which only a later
     *     return speaks
     * @param baseline the baseline figure that it is
     */
    public record Fact(
            String unit,
            String part,
            String item,
            YearMonth first,
            YearMonth last,
            BigDecimal value,
            Origin origin,
            Optional<Long> submission,
            Optional<StoredBaseline> baseline) {}

    /**
     * Hands over the facts of the periods from first to last, both included, a unit at a time, by last month and item.
     *
     * @param items tells of the code of an item whether it is asked for
     */
    public void each(YearMonth first, YearMonth last, Predicate<String> items, BiConsumer<String, List<Fact>> reader) {
        Map<Long, StoredBaseline> known = baselines.within(first, last).stream()
                .collect(Collectors.toMap(StoredBaseline::id, Function.identity()));
        Same same = new Same();
        // one unit at a time: the database would put a long result on the disk
        for (String unit : units()) {
            List<Fact> facts = new ArrayList<>();
            db.sql("""
                            SELECT item, part, first_month, last_month, amount, origin, submission, baseline FROM fact
                            WHERE unit = :unit AND last_month BETWEEN :first AND :last AND first_month >= :first
                            ORDER BY unit, last_month, item, first_month, part, origin""")
                    .param("unit", unit)
                    .param("first", first.atDay(1))
                    .param("last", last.atDay(1))
                    .query((RowCallbackHandler) row -> {
                        String item = same.of(row.getString(1));
                        if (items.test(item)) {
                            facts.add(fact(unit, item, row, known, same));
                        }
                    });
            if (!facts.isEmpty()) {
                reader.accept(unit, facts);
            }
        }
    }

    /** Columns by their places: of so many rows it tells when each is looked up by name. */
    private static Fact fact(String unit, String item, ResultSet row, Map<Long, StoredBaseline> known, Same same)
            throws SQLException {
        return new Fact(
                unit,
                same.of(row.getString(2)),
                item,
                YearMonth.from(row.getObject(3, LocalDate.class)),
                YearMonth.from(row.getObject(4, LocalDate.class)),
                same.of(Rows.plain(row.getBigDecimal(5))),
                Origin.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                number(row, 7),
                number(row, 8).map(known::get));
    }

    private static Optional<Long> number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /**
     * A unit below that owed a return which a unit that reports for many handed up.
     *
     * @param submission number of that return
     * @param part code of the unit below
     * @param counted whether it came
     */
    public record FilingBelow(long submission, String part, boolean counted) {}

    /** The returns that units below owed for counted ones of the months from first to last. */
    public List<FilingBelow> filingsBelow(YearMonth first, YearMonth last) {
        return db.sql("""
                        SELECT b.submission, b.part, b.counted FROM filing_below b JOIN submission s ON s.id = b.submission
                        WHERE s.first_month >= :first AND s.last_month <= :last
                        ORDER BY b.submission, b.part""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, n) ->
                        new FilingBelow(row.getLong("submission"), row.getString("part"), row.getBoolean("counted")))
                .list();
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
     * What each item comes to over all units in the periods from first to last: the township's totals of what is added up,
     * reached without the units' figures.
     *
     * @param without numbers of submissions that are left out
     */
    public Map<String, BigDecimal> sums(YearMonth first, YearMonth last, Collection<Long> without) {
        Map<String, BigDecimal> sums = new HashMap<>();
        // one unit at a time: its key finds the facts of these months among those of all years
        for (String unit : units()) {
            db.sql("""
                            SELECT item, SUM(amount) AS total FROM fact
                            WHERE unit = :unit AND last_month BETWEEN :first AND :last AND first_month >= :first
                                AND origin IN ('return', 'measure')
                                AND (submission IS NULL OR submission NOT IN (:without))
                            GROUP BY item
                            ORDER BY item""")
                    .param("unit", unit)
                    .param("first", first.atDay(1))
                    .param("last", last.atDay(1))
                    .param("without", without.isEmpty() ? List.of(-1L) : without)
                    .query((RowCallbackHandler)
                            row -> sums.merge(row.getString("item"), row.getBigDecimal("total"), BigDecimal::add));
        }
        sums.replaceAll((item, sum) -> Rows.plain(sum));
        return sums;
    }

    /** Codes of the units of which any number is known. */
    private List<String> units() {
        return db.sql("SELECT DISTINCT unit FROM fact ORDER BY unit")
                .query(String.class)
                .list();
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
        Same same = new Same();
        return db.sql("""
                        SELECT id AS submission, unit, form, period FROM submission
                        WHERE first_month >= :first AND last_month <= :last AND disposition IN ('accepted', 'queried')
                        ORDER BY unit, form, period""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, n) -> new Counted(
                        row.getLong("submission"),
                        same.of(row.getString("unit")),
                        same.of(row.getString("form")),
                        same.of(Period.parse(row.getString("period")))))
                .list();
    }
}
