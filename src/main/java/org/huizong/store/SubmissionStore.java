package org.huizong.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huizong.model.Disposition;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The submissions, with every value that was read and the cell it stood in. */
public final class SubmissionStore {
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate template;
    private final FactStore facts;

    SubmissionStore(DataSource source) {
        this.facts = new FactStore(source);
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /** Every submission for exactly this period, with what decides which one counts. */
    public List<Candidate> candidates(Period period) {
        Same same = new Same();
        return db.sql("SELECT " + Rows.SUBMISSION + """
                        , s.withdrawn, COALESCE((SELECT MIN(r.id) FROM run r
                            WHERE r.period = f.period AND r.published AND r.id >= f.first_run), :pending) AS arrival,
                            f.first_seen, first.as_of AS first_as_of
                        FROM submission s JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        JOIN run first ON first.id = f.first_run
                        WHERE s.period = :period
                        ORDER BY s.unit, s.form, s.saved, s.sha256, s.sheet""")
                .param("period", period.code())
                .param("pending", Long.MAX_VALUE)
                .query((row, n) -> candidate(row, same))
                .list();
    }

    private static Candidate candidate(ResultSet row, Same same) throws SQLException {
        StoredSubmission submission = Rows.submission(row, same);
        Instant seen = row.getObject("first_seen", OffsetDateTime.class).toInstant();
        Instant asOf = OfficeTime.end(row.getObject("first_as_of", LocalDate.class));
        boolean believed = submission
                .saved()
                .map(s -> !s.isAfter(seen) || !s.isAfter(asOf))
                .orElse(true);
        return new Candidate(submission, row.getLong("arrival"), row.getBoolean("withdrawn"), believed);
    }

    /**
     * A submission that may count.
     *
     * @param submission what is on record
     * @param arrival the run that first published it; the same for all that no run has published yet, so that a run
     *     that was broken off and run again makes no difference
     * @param withdrawn whether it was taken back
     * @param believed whether the time of its saving can be true: it is not later than both the clock and the as-of day
     *     of the run that saw the file first
     */
    public record Candidate(StoredSubmission submission, long arrival, boolean withdrawn, boolean believed) {}

    /** Sets what became of submissions: revision and disposition by number. Only the numbers of those that count are facts. */
    public void decide(List<Decision> decisions) {
        Set<Long> before =
                facts.counted(decisions.stream().map(Decision::submission).toList());
        Set<Long> now = decisions.stream()
                .filter(d -> d.disposition().counts())
                .map(Decision::submission)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        template.batchUpdate(
                "UPDATE submission SET revision = ?, disposition = ? WHERE id = ?",
                decisions,
                BATCH,
                (statement, d) -> {
                    statement.setInt(1, d.revision());
                    statement.setString(2, d.disposition().code());
                    statement.setLong(3, d.submission());
                });
        facts.forget(before.stream().filter(id -> !now.contains(id)).toList());
        facts.take(now.stream().filter(id -> !before.contains(id)).toList());
    }

    /** What became of one submission. */
    public record Decision(long submission, int revision, Disposition disposition) {}

    /** Tells whether any submission for exactly this period was read and not checked: a run was broken off. */
    public boolean arePending(Period period) {
        return db.sql("SELECT COUNT(*) FROM submission WHERE period = :period AND disposition = 'pending'")
                        .param("period", period.code())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes a submission back, so that it counts no more until it is restored. */
    public void withdraw(long submission) {
        db.sql("UPDATE submission SET withdrawn = TRUE, disposition = 'withdrawn' WHERE id = :id")
                .param("id", submission)
                .update();
        facts.forget(List.of(submission));
    }

    /** Undoes that a submission was taken back; the next checks decide what becomes of it. */
    public void restore(long submission) {
        db.sql("UPDATE submission SET withdrawn = FALSE WHERE id = :id")
                .param("id", submission)
                .update();
    }

    /** Returns the digests of the contents from which a submission for exactly this period was taken back. */
    public Set<String> withdrawn(Period period) {
        return new HashSet<>(db.sql("SELECT DISTINCT sha256 FROM submission WHERE period = :period AND withdrawn")
                .param("period", period.code())
                .query(String.class)
                .list());
    }

    /** Every submission within the period, by unit, return, period and revision. */
    public List<StoredSubmission> within(Period period) {
        Same same = new Same();
        return db.sql("SELECT " + Rows.SUBMISSION + """

                        FROM submission s JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        WHERE s.first_month >= :first AND s.last_month <= :last
                        ORDER BY s.unit, s.form, s.last_month, s.first_month, s.revision, s.id""")
                .param("first", period.first().atDay(1))
                .param("last", period.last().atDay(1))
                .query((row, n) -> Rows.submission(row, same))
                .list();
    }

    /**
     * Who filled in the latest return of each unit and form up to the end of a period.
     *
     * @return by unit, the latest first; without those whose foot is empty
     */
    public Map<String, List<Filler>> fillers(Period period) {
        Map<String, List<Filler>> fillers = new HashMap<>();
        db.sql("""
                        SELECT unit, form, filler, phone FROM (
                            SELECT s.unit, s.form, s.filler, s.phone, s.last_month, s.revision, s.saved, s.id, ROW_NUMBER() OVER (
                                PARTITION BY s.unit, s.form
                                ORDER BY s.last_month DESC, s.revision DESC, s.saved DESC NULLS LAST, s.id DESC) AS place
                            FROM submission s
                            WHERE (s.filler <> '' OR s.phone <> '') AND s.last_month <= :last AND NOT s.withdrawn
                        ) latest
                        WHERE place = 1
                        ORDER BY unit, last_month DESC, revision DESC, saved DESC NULLS LAST, id DESC""").param("last", period.last().atDay(1)).query((RowCallbackHandler)
                row -> fillers.computeIfAbsent(row.getString("unit"), unit -> new ArrayList<>())
                        .add(new Filler(row.getString("form"), row.getString("filler"), row.getString("phone"))));
        return fillers;
    }

    /** How many values the counted submissions within the period hold. */
    public long countObservations(Period period) {
        return db.sql("""
                        SELECT COUNT(*) FROM observation o JOIN submission s ON s.id = o.submission
                        WHERE s.first_month >= :first AND s.last_month <= :last
                            AND s.disposition IN ('accepted', 'queried')""")
                .param("first", period.first().atDay(1))
                .param("last", period.last().atDay(1))
                .query(Long.class)
                .single();
    }

    /** Hands over the first so many values of those of these submissions that count, by submission and place. */
    public void observations(List<StoredSubmission> some, long most, Consumer<StoredObservation> reader) {
        // a submission at a time: the database would put a long ordered result on the disk
        long left = most;
        for (StoredSubmission submission : some) {
            if (left > 0 && submission.disposition().counts()) {
                List<Observation> values = observations(submission);
                values.stream().limit(left).forEach(o -> reader.accept(new StoredObservation(submission, o)));
                left -= values.size();
            }
        }
    }

    /** Hands over the values of some items in the counted submissions within the period. */
    public void observations(Period period, Collection<String> items, Consumer<StoredObservation> reader) {
        Same same = new Same();
        db.sql("SELECT " + Rows.SUBMISSION + ", " + Rows.OBSERVATION + """

                        FROM submission s
                        JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= :first AND s.last_month <= :last
                            AND s.disposition IN ('accepted', 'queried') AND o.item IN (:items)
                        ORDER BY s.unit, s.form, s.last_month, s.first_month, o.place""")
                .param("first", period.first().atDay(1))
                .param("last", period.last().atDay(1))
                .param("items", items)
                .query((RowCallbackHandler) row -> {
                    StoredSubmission submission = Rows.submission(row, same);
                    reader.accept(new StoredObservation(
                            submission, Rows.observation(row, submission.file(), submission.sheet())));
                });
    }

    /**
     * Hands over some items of the records in every counted submission of a register whose period ends by a month, a
     * submission at a time, the newest first.
     */
    public void registers(
            String form,
            YearMonth last,
            Collection<String> items,
            BiConsumer<StoredSubmission, List<Observation>> reader) {
        Same same = new Same();
        List<StoredSubmission> submissions = db.sql("SELECT " + Rows.SUBMISSION + """

                        FROM submission s JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        WHERE s.form = :form AND s.last_month <= :last AND s.disposition IN ('accepted', 'queried')
                        ORDER BY s.last_month DESC, s.unit, s.id""")
                .param("form", form)
                .param("last", last.atDay(1))
                .query((row, n) -> Rows.submission(row, same))
                .list();
        for (StoredSubmission s : submissions) {
            reader.accept(
                    s,
                    db.sql("SELECT " + Rows.OBSERVATION + """

                            FROM observation o
                            WHERE o.submission = :id AND o.record <> '' AND o.item IN (:items)
                            ORDER BY o.place""")
                            .param("id", s.id())
                            .param("items", items)
                            .query((row, n) -> Rows.observation(row, s.file(), s.sheet()))
                            .list());
        }
    }

    /** Some items of one record of a register. */
    public List<Observation> record(long submission, String record, Collection<String> items) {
        return db.sql("SELECT " + Rows.OBSERVATION + """

                        FROM observation o
                        WHERE o.submission = :id AND o.record = :record AND o.item IN (:items)
                        ORDER BY o.place""")
                .param("id", submission)
                .param("record", record)
                .param("items", items)
                .query((row, n) -> Rows.observation(row, "", ""))
                .list();
    }

    /** The first day on which a unit sent a register of that period that holds a record, whatever became of it. */
    public Optional<LocalDate> firstReceived(String unit, String form, Period period, String record) {
        return db.sql("""
                        SELECT MIN(f.received) AS received
                        FROM submission s JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        WHERE s.unit = :unit AND s.form = :form AND s.period = :period AND s.disposition <> 'withdrawn'
                            AND EXISTS (SELECT 1 FROM observation o WHERE o.submission = s.id AND o.record = :record)""")
                .param("unit", unit)
                .param("form", form)
                .param("period", period.code())
                .param("record", record)
                .query((row, n) -> Optional.ofNullable(row.getObject("received", LocalDate.class)))
                .single();
    }

    /** The values of one submission by item; only those of a form. */
    public List<Observation> observations(StoredSubmission submission) {
        return db.sql("SELECT " + Rows.OBSERVATION + " FROM observation o WHERE o.submission = :id ORDER BY o.place")
                .param("id", submission.id())
                .query((row, n) -> Rows.observation(row, submission.file(), submission.sheet()))
                .list();
    }
}
