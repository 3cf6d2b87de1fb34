package org.huizong.store;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.huizong.model.Period;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what registers are counted for: the facts of measures, and the records that each counts. */
public final class MeasureStore {
    private static final int BATCH = 1000;
    private static final RowMapper<Counted> COUNTED = (row, n) -> new Counted(
            Period.parse(row.getString("fact_period")),
            row.getString("fact_unit"),
            row.getString("item"),
            row.getString("record"),
            Rows.plain(row.getBigDecimal("amount")),
            row.getLong("submission"),
            row.getString("cell"));
    private static final String COLUMNS = """
            r.period AS fact_period, r.unit AS fact_unit, r.item, r.record, r.amount, r.submission, r.cell""";

    private final JdbcClient db;
    private final JdbcTemplate template;

    MeasureStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /**
     * Holds what a measure of a unit comes to in a period.
     *
     * @param submission number of the unit's own register of the period, if it counts
     */
    public record Measured(Period period, String unit, String item, BigDecimal amount, Optional<Long> submission) {}

    /**
     * Holds what one record adds to a measure.
     *
     * @param record key of the record
     * @param submission number of the register from which it was counted
     * @param cell the record's row in it
     */
    public record Counted(
            Period period, String unit, String item, String record, BigDecimal amount, long submission, String cell) {}

    /**
     * A register that counts.
     *
     * @param readRun the run in which its file was last read
     * @param received when its file came
     */
    public record Register(long submission, String unit, Period period, long readRun, LocalDate received) {}

    /** The registers of a kind that count, by period and unit. */
    public List<Register> registers(String form) {
        return db.sql("""
                        SELECT s.id, s.unit, s.period, f.read_run, f.received
                        FROM submission s JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        WHERE s.form = :form AND s.disposition IN ('accepted', 'queried')
                        ORDER BY s.last_month, s.unit, s.id""")
                .param("form", form)
                .query((row, n) -> new Register(
                        row.getLong("id"),
                        row.getString("unit"),
                        Period.parse(row.getString("period")),
                        row.getLong("read_run"),
                        row.getObject("received", LocalDate.class)))
                .list();
    }

    /** Says what the facts of a register were counted from; empty if they never were. */
    public Optional<String> madeOf(String form) {
        return db.sql("SELECT made_of FROM fact_source WHERE form = :form")
                .param("form", form)
                .query(String.class)
                .optional();
    }

    /** Notes what the facts of a register were counted from. */
    public void made(String form, String of) {
        if (madeOf(form).isPresent()) {
            db.sql("UPDATE fact_source SET made_of = :of WHERE form = :form")
                    .param("of", of)
                    .param("form", form)
                    .update();
        } else {
            db.sql("INSERT INTO fact_source (form, made_of) VALUES (:form, :of)")
                    .param("of", of)
                    .param("form", form)
                    .update();
        }
    }

    /** The periods of which a register has facts. */
    public List<Period> periods(String form) {
        return db.sql("SELECT DISTINCT period FROM fact WHERE form = :form AND origin = 'measure' ORDER BY period")
                .param("form", form)
                .query((row, n) -> Period.parse(row.getString("period")))
                .list();
    }

    /** Every fact of a register, by period, unit and item. */
    public List<Measured> facts(String form) {
        return db.sql("""
                        SELECT period, unit, item, amount, submission FROM fact
                        WHERE form = :form AND origin = 'measure' ORDER BY last_month, unit, item""")
                .param("form", form)
                .query((row, n) -> {
                    long submission = row.getLong("submission");
                    return new Measured(
                            Period.parse(row.getString("period")),
                            row.getString("unit"),
                            row.getString("item"),
                            Rows.plain(row.getBigDecimal("amount")),
                            row.wasNull() ? Optional.empty() : Optional.of(submission));
                })
                .list();
    }

    /** Says what older programs counted, each register by itself, and put beside its values. */
    public List<Measured> ofOldPrograms(String form, Collection<String> items) {
        return db.sql("""
                        SELECT s.id, s.period, s.unit, o.item, o.number_is
                        FROM submission s JOIN observation o ON o.submission = s.id
                        WHERE s.form = :form AND s.disposition IN ('accepted', 'queried') AND o.record = ''
                            AND o.kind = 'N' AND o.item IN (:items)
                        ORDER BY s.last_month, s.unit, o.item""")
                .param("form", form)
                .param("items", items)
                .query((row, n) -> new Measured(
                        Period.parse(row.getString("period")),
                        row.getString("unit"),
                        row.getString("item"),
                        Rows.plain(row.getBigDecimal("number_is")),
                        Optional.of(row.getLong("id"))))
                .list();
    }

    /** Removes what older programs counted: it would be counted twice. */
    public void forgetOldPrograms(String form, Collection<String> items) {
        // a register at a time: over all of them the database would look at every value there is
        for (long submission : db.sql("SELECT id FROM submission WHERE form = :form ORDER BY id")
                .param("form", form)
                .query(Long.class)
                .list()) {
            db.sql("DELETE FROM observation WHERE submission = :submission AND record = '' AND item IN (:items)")
                    .param("submission", submission)
                    .param("items", items)
                    .update();
        }
        db.sql("DELETE FROM fact WHERE origin = 'return' AND form = :form AND item IN (:items)")
                .param("items", items)
                .param("form", form)
                .update();
    }

    /** Every record that counts in a measure of a register, by period, unit, item and record. */
    public List<Counted> records(String form) {
        return db.sql("SELECT " + COLUMNS
                        + " FROM fact_record r WHERE r.form = :form ORDER BY r.period, r.unit, r.item, r.record")
                .param("form", form)
                .query(COUNTED)
                .list();
    }

    /** Hands over every record that counts in a measure of one of these periods, by unit, item, period and record. */
    public void within(Collection<Period> periods, Consumer<StoredCount> reader) {
        Same same = new Same();
        db.sql("SELECT " + COLUMNS + ", " + Rows.SUBMISSION + """

                        FROM fact_record r
                        JOIN submission s ON s.id = r.submission
                        JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        WHERE r.period IN (:periods)
                        ORDER BY r.unit, r.item, r.period, r.record""")
                .param("periods", periods.stream().map(Period::code).toList())
                .query((RowCallbackHandler) row ->
                        reader.accept(new StoredCount(COUNTED.mapRow(row, 0), same.of(Rows.submission(row, same)))));
    }

    /** The periods in which a record counts in any of these measures. */
    public List<Period> periodsOf(String record, Collection<String> items) {
        return items.isEmpty()
                ? List.of()
                : db.sql("""
                        SELECT DISTINCT period FROM fact_record
                        WHERE record = :record AND item IN (:items) ORDER BY period""")
                        .param("record", record)
                        .param("items", items)
                        .query((row, n) -> Period.parse(row.getString("period")))
                        .list();
    }

    /** Replaces what a register is counted for in a period. */
    public void replace(String form, Period period, List<Measured> facts, List<Counted> records) {
        delete("DELETE FROM fact_record WHERE period = :period AND form = :form", form, period);
        delete("DELETE FROM fact WHERE origin = 'measure' AND period = :period AND form = :form", form, period);
        template.batchUpdate("""
                INSERT INTO fact
                    (period, first_month, last_month, unit, form, item, part, amount, origin, submission, cell)
                VALUES (?, ?, ?, ?, ?, ?, '', ?, 'measure', ?, '')""", facts, BATCH, (statement, f) -> {
            statement.setString(1, period.code());
            statement.setObject(2, period.first().atDay(1));
            statement.setObject(3, period.last().atDay(1));
            statement.setString(4, f.unit());
            statement.setString(5, form);
            statement.setString(6, f.item());
            statement.setBigDecimal(7, f.amount());
            statement.setObject(8, f.submission().orElse(null), Types.BIGINT);
        });
        template.batchUpdate("""
                INSERT INTO fact_record (period, unit, form, item, record, amount, submission, cell)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", records, BATCH, (statement, r) -> {
            statement.setString(1, period.code());
            statement.setString(2, r.unit());
            statement.setString(3, form);
            statement.setString(4, r.item());
            statement.setString(5, r.record());
            statement.setBigDecimal(6, r.amount());
            statement.setLong(7, r.submission());
            statement.setString(8, r.cell());
        });
    }

    private void delete(String sql, String form, Period period) {
        db.sql(sql).param("period", period.code()).param("form", form).update();
    }
}
