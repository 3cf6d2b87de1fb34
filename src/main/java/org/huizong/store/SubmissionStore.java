package org.huizong.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.huizong.period.Period;
import org.huizong.submission.Disposition;
import org.huizong.submission.Observation;
import org.huizong.submission.SourceFile;
import org.huizong.submission.Submission;
import org.huizong.submission.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The submissions, with every value that was read and the cell it stood in. */
public final class SubmissionStore {
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate template;

    SubmissionStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
        template.setFetchSize(BATCH);
    }

    /**
     * Records what was read from a file: a sheet that was read before keeps its number and gets the new values; one that
     * is no longer recognised goes.
     */
    public List<Long> record(SourceFile file, Period period, List<Submission> submissions) {
        List<Long> ids = new ArrayList<>();
        for (Submission submission : submissions) {
            long id = upsert(file, submission);
            ids.add(id);
            db.sql("DELETE FROM observation WHERE submission = :id")
                    .param("id", id)
                    .update();
            insert(id, submission.observations());
        }
        db
                .sql("SELECT id FROM submission WHERE period = :period AND sha256 = :sha")
                .param("period", period.code())
                .param("sha", file.sha256())
                .query(Long.class)
                .list()
                .stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> db.sql("DELETE FROM submission WHERE id = :id")
                        .param("id", id)
                        .update());
        return ids;
    }

    private long upsert(SourceFile file, Submission submission) {
        Optional<Long> known = db.sql("""
                        SELECT id FROM submission WHERE period = :period AND sha256 = :sha AND sheet = :sheet""")
                .param("period", submission.period().code())
                .param("sha", file.sha256())
                .param("sheet", submission.sheet().sheet())
                .query(Long.class)
                .optional();
        var key = new GeneratedKeyHolder();
        var statement = known.isPresent()
                ? db.sql("""
                                UPDATE submission SET unit = :unit, form = :form, version = :version, saved = :saved
                                WHERE id = :id""").param("id", known.get())
                : db.sql("""
                                INSERT INTO submission (unit, form, version, period, first_month, last_month, sha256,
                                    sheet, saved, revision, disposition, withdrawn)
                                VALUES (:unit, :form, :version, :period, :first, :last, :sha, :sheet, :saved, 0,
                                    'conflict', FALSE)""")
                        .param("period", submission.period().code())
                        .param("first", submission.period().first().atDay(1))
                        .param("last", submission.period().last().atDay(1))
                        .param("sha", file.sha256())
                        .param("sheet", submission.sheet().sheet());
        statement = statement
                .param("unit", submission.unit())
                .param("form", submission.form())
                .param("version", submission.version())
                .param(
                        "saved",
                        submission.saved().map(i -> i.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE);
        if (known.isPresent()) {
            statement.update();
            return known.get();
        }
        statement.update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    private void insert(long submission, List<Observation> observations) {
        int[] place = {0};
        template.batchUpdate("""
                INSERT INTO observation (submission, item, record, kind, number_is, text_is, day_is, cell, place)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", observations, BATCH, (statement, observation) -> {
            statement.setLong(1, submission);
            statement.setString(2, observation.item());
            statement.setString(3, observation.record());
            set(statement, observation.value());
            statement.setString(8, observation.where().cell());
            statement.setInt(9, place[0]++);
        });
    }

    private static void set(PreparedStatement statement, Value value) throws SQLException {
        statement.setString(4, String.valueOf(Rows.kind(value)));
        statement.setBigDecimal(5, value.asNumber().orElse(null));
        statement.setString(6, value instanceof Value.Text t ? t.text() : null);
        statement.setObject(7, value instanceof Value.Date d ? d.date() : null, Types.DATE);
    }

    /** Every submission for exactly this period, with what decides which one counts. */
    public List<Candidate> candidates(Period period) {
        return db.sql("SELECT " + Rows.SUBMISSION + """
                        , s.withdrawn, COALESCE((SELECT MIN(r.id) FROM run r
                            WHERE r.period = f.period AND r.published AND r.id >= f.first_run), :pending) AS arrival
                        FROM submission s JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        WHERE s.period = :period
                        ORDER BY s.unit, s.form, s.saved, s.sha256, s.sheet""")
                .param("period", period.code())
                .param("pending", Long.MAX_VALUE)
                .query((row, n) ->
                        new Candidate(Rows.submission(row), row.getLong("arrival"), row.getBoolean("withdrawn")))
                .list();
    }

    /**
     * A submission that may count.
     *
     * @param submission what is on record
     * @param arrival the run that first published it; the same for all that no run has published yet, so that a run
     *     that was broken off and run again makes no difference
     * @param withdrawn whether it was taken back
     */
    public record Candidate(StoredSubmission submission, long arrival, boolean withdrawn) {}

    /** Hands over each submission for exactly this period with its observations, one at a time, by number. */
    public void each(Period period, BiConsumer<StoredSubmission, List<Observation>> reader) {
        var group = new Group(reader);
        template.query(
                "SELECT " + Rows.SUBMISSION + ", " + Rows.OBSERVATION + """

                        FROM submission s
                        JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        JOIN observation o ON o.submission = s.id
                        WHERE s.period = ?
                        ORDER BY s.id, o.place""",
                row -> {
                    StoredSubmission submission = Rows.submission(row);
                    group.add(submission, Rows.observation(row, submission.file(), submission.sheet()));
                },
                period.code());
        group.end();
    }

    /** Sets what became of submissions: revision and disposition by number. */
    public void decide(List<Decision> decisions) {
        template.batchUpdate(
                "UPDATE submission SET revision = ?, disposition = ? WHERE id = ?",
                decisions,
                BATCH,
                (statement, d) -> {
                    statement.setInt(1, d.revision());
                    statement.setString(2, d.disposition().code());
                    statement.setLong(3, d.submission());
                });
    }

    /** What became of one submission. */
    public record Decision(long submission, int revision, Disposition disposition) {}

    /** Takes a submission back, so that it never counts again. */
    public void withdraw(long submission) {
        db.sql("UPDATE submission SET withdrawn = TRUE, disposition = 'withdrawn' WHERE id = :id")
                .param("id", submission)
                .update();
    }

    /** Every submission within the period, by unit, return, period and revision. */
    public List<StoredSubmission> within(Period period) {
        return db.sql("SELECT " + Rows.SUBMISSION + """

                        FROM submission s JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        WHERE s.first_month >= :first AND s.last_month <= :last
                        ORDER BY s.unit, s.form, s.last_month, s.first_month, s.revision, s.id""")
                .param("first", period.first().atDay(1))
                .param("last", period.last().atDay(1))
                .query((row, n) -> Rows.submission(row))
                .list();
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

    /** Hands over each value of the counted submissions within the period, by unit, return, period and place. */
    public void observations(Period period, Consumer<StoredObservation> reader) {
        template.query(
                "SELECT " + Rows.SUBMISSION + ", " + Rows.OBSERVATION + """

                        FROM submission s
                        JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= ? AND s.last_month <= ? AND s.disposition IN ('accepted', 'queried')
                        ORDER BY s.unit, s.form, s.last_month, s.first_month, o.place""",
                row -> {
                    StoredSubmission submission = Rows.submission(row);
                    reader.accept(new StoredObservation(
                            submission, Rows.observation(row, submission.file(), submission.sheet())));
                },
                period.first().atDay(1),
                period.last().atDay(1));
    }

    /** The values of one submission by item; only those of a form. */
    public List<Observation> observations(StoredSubmission submission) {
        return db.sql("SELECT " + Rows.OBSERVATION + " FROM observation o WHERE o.submission = :id ORDER BY o.place")
                .param("id", submission.id())
                .query((row, n) -> Rows.observation(row, submission.file(), submission.sheet()))
                .list();
    }

    /** Gathers the rows of one submission. */
    private static final class Group {
        private final BiConsumer<StoredSubmission, List<Observation>> reader;
        private final List<Observation> observations = new ArrayList<>();
        private Optional<StoredSubmission> current = Optional.empty();

        Group(BiConsumer<StoredSubmission, List<Observation>> reader) {
            this.reader = reader;
        }

        void add(StoredSubmission submission, Observation observation) {
            if (current.map(c -> c.id() != submission.id()).orElse(false)) {
                end();
            }
            current = Optional.of(submission);
            observations.add(observation);
        }

        void end() {
            current.ifPresent(c -> reader.accept(c, List.copyOf(observations)));
            observations.clear();
            current = Optional.empty();
        }
    }
}
