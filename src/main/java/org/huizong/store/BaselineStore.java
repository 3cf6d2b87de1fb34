package org.huizong.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The figures of earlier periods that were never collected. Nothing is deleted: what no longer holds is ended. */
public final class BaselineStore {
    private static final String SELECT = """
            SELECT b.id, b.line, b.period, b.unit, b.code, b.amount, b.source, f.name, f.sha256, f.recorded
            FROM baseline b JOIN baseline_file f ON f.id = b.file
            """;
    private static final RowMapper<StoredBaseline> ROW = (row, n) -> new StoredBaseline(
            row.getLong("id"),
            new BaselineFigure(
                    Period.parse(row.getString("period")),
                    row.getString("unit"),
                    row.getString("code"),
                    Rows.plain(row.getBigDecimal("amount")),
                    row.getString("source"),
                    row.getLong("line")),
            row.getString("name"),
            row.getString("sha256"),
            row.getObject("recorded", OffsetDateTime.class).toInstant());

    private final JdbcClient db;
    private final JdbcTemplate template;

    BaselineStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /** The figures that hold, by period, unit and code. */
    public List<StoredBaseline> list() {
        return db.sql(SELECT + "WHERE b.ended IS NULL ORDER BY b.last_month, b.first_month DESC, b.unit, b.code")
                .query(ROW)
                .list();
    }

    /** The figures that hold for a period from the first to the last of these months or within it, in the same order. */
    public List<StoredBaseline> within(YearMonth first, YearMonth last) {
        return db.sql(SELECT + """
                        WHERE b.ended IS NULL AND b.first_month >= :first AND b.last_month <= :last
                        ORDER BY b.last_month, b.first_month DESC, b.unit, b.code""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(ROW)
                .list();
    }

    /** Name of the file that ended the last figure about that which was ended; empty if none ever was. */
    public Optional<String> lastEnding(BaselineFigure.Key key) {
        return db.sql("""
                        SELECT f.name FROM baseline b JOIN baseline_file f ON f.id = b.ended
                        WHERE b.period = :period AND b.unit = :unit AND b.code = :code
                        ORDER BY b.id DESC FETCH FIRST 1 ROWS ONLY""")
                .param("period", key.period().code())
                .param("unit", key.unit())
                .param("code", key.code())
                .query(String.class)
                .optional();
    }

    /**
     * What a file does to the figures on record.
     *
     * @param added figures about which there was none
     * @param replaced figures that said something else before or gave another source
     * @param unchanged figures that are on record already
     * @param left figures on record for the periods of the file that the file does not have
     */
    public record Difference(
            List<BaselineFigure> added,
            List<Replacement> replaced,
            List<BaselineFigure> unchanged,
            List<StoredBaseline> left) {}

    /** What was on record about the same, and what is to be. */
    public record Replacement(StoredBaseline before, BaselineFigure now) {}

    /** Holds the figures of a file, each about something else, against those on record. */
    public Difference compare(List<BaselineFigure> figures) {
        Map<BaselineFigure.Key, StoredBaseline> known =
                list().stream().collect(Collectors.toMap(s -> s.figure().key(), Function.identity()));
        List<BaselineFigure> added = new ArrayList<>();
        List<Replacement> replaced = new ArrayList<>();
        List<BaselineFigure> unchanged = new ArrayList<>();
        for (BaselineFigure figure : figures) {
            StoredBaseline old = known.remove(figure.key());
            if (old == null) {
                added.add(figure);
            } else if (old.figure().agreesWith(figure)) {
                unchanged.add(figure);
            } else {
                replaced.add(new Replacement(old, figure));
            }
        }
        var periods = figures.stream().map(BaselineFigure::period).collect(Collectors.toSet());
        List<StoredBaseline> left = list().stream()
                .filter(s -> known.containsKey(s.figure().key())
                        && periods.contains(s.figure().period()))
                .toList();
        return new Difference(added, replaced, unchanged, left);
    }

    /**
     * Puts figures on record.
     *
     * @param figures the new ones
     * @param ended those that no longer hold, among them any about the same as a new one
     */
    public void record(
            SourceFile file, Instant when, String who, List<BaselineFigure> figures, List<StoredBaseline> ended) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO baseline_file (name, sha256, size, recorded, who)
                        VALUES (:name, :sha, :size, :recorded, :who)""")
                .param("name", file.name())
                .param("sha", file.sha256())
                .param("size", file.size())
                .param("recorded", when.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("who", who)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        template.batchUpdate(
                "UPDATE baseline SET ended = ? WHERE id = ?",
                ended.stream().map(s -> new Object[] {id, s.id()}).toList());
        template.batchUpdate("""
                DELETE FROM fact
                WHERE unit = ? AND last_month = ? AND item = ? AND first_month = ? AND part = '' AND origin = 'baseline'
                    AND baseline = ?""", ended.stream().map(BaselineStore::fact).toList());
        template.batchUpdate("""
                INSERT INTO baseline (file, line, period, first_month, last_month, unit, code, amount, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", figures.stream().map(f -> row(id, f)).toList());
        db.sql("""
                        INSERT INTO fact
                            (unit, last_month, item, first_month, part, origin, period, form, amount, baseline, cell)
                        SELECT unit, last_month, code, first_month, '', 'baseline', period,
                            CASE WHEN POSITION('.' IN code) > 0
                                THEN SUBSTRING(code FROM 1 FOR POSITION('.' IN code) - 1) ELSE '' END,
                            amount, id, ''
                        FROM baseline WHERE file = :file AND ended IS NULL""").param("file", id).update();
    }

    /** The key of the fact that it is. */
    private static Object[] fact(StoredBaseline stored) {
        BaselineFigure figure = stored.figure();
        return new Object[] {
            figure.unit(),
            figure.period().last().atDay(1),
            figure.code(),
            figure.period().first().atDay(1),
            stored.id()
        };
    }

    private static Object[] row(long file, BaselineFigure figure) {
        Period period = figure.period();
        return new Object[] {
            file,
            figure.line(),
            period.code(),
            period.first().atDay(1),
            period.last().atDay(1),
            figure.unit(),
            figure.code(),
            figure.value(),
            figure.source()
        };
    }
}
