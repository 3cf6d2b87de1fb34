package org.huizong.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.huizong.model.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The runs of the monthly job. */
public final class RunStore {
    private final JdbcClient db;

    RunStore(JdbcClient db) {
        this.db = db;
    }

    /** Begins a run and gives its number, which is larger than that of every run before. */
    public long begin(Period period, LocalDate asOf) {
        var key = new GeneratedKeyHolder();
        db.sql("INSERT INTO run (period, as_of, published) VALUES (:period, :asOf, FALSE)")
                .param("period", period.code())
                .param("asOf", asOf)
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /**
     * A run that was begun.
     *
     * @param id its number
     * @param period what it was to consolidate
     * @param published whether what it made stands in the output folder
     */
    public record Run(long id, Period period, boolean published) {}

    /** Returns the last run of whatever period. */
    public Optional<Run> last() {
        return db.sql("SELECT id, period, published FROM run ORDER BY id DESC FETCH FIRST ROW ONLY")
                .query((row, n) ->
                        new Run(row.getLong("id"), Period.parse(row.getString("period")), row.getBoolean("published")))
                .optional();
    }

    /** Every period that was run or has a submission, in order. */
    public List<Period> periods() {
        return db.sql("SELECT period FROM run UNION SELECT period FROM submission").query(String.class).list().stream()
                .map(Period::parse)
                .sorted()
                .toList();
    }

    /** Notes that what the run made stands in the output folder. */
    public void published(long run) {
        db.sql("UPDATE run SET published = TRUE WHERE id = :id")
                .param("id", run)
                .update();
    }

    /** Tells whether the last run of a period ended before what it made stood in the output folder. */
    public boolean isBrokenOff(Period period) {
        return db.sql("SELECT COALESCE(MAX(id), 0) FROM run WHERE period = :period")
                        .param("period", period.code())
                        .query(Long.class)
                        .single()
                > lastPublished(period);
    }

    /** The last run of the period whose output stands; 0 if there was none. */
    public long lastPublished(Period period) {
        return db.sql("SELECT COALESCE(MAX(id), 0) FROM run WHERE period = :period AND published")
                .param("period", period.code())
                .query(Long.class)
                .single();
    }
}
