package org.huizong.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Puts on record what reading came to, many files at a time: files, submissions, observations, findings. */
public final class ReadingStore {
    /** Fields of the foot that go on record. */
    private static final String FILLER = "foot_filler";

    private static final String PHONE = "foot_phone";

    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate template;
    private final FindingStore findings;
    private final FactStore facts;
    private final PersonalDataMasker discretion;

    ReadingStore(DataSource source, PersonalDataMasker discretion) {
        this.discretion = discretion;
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
        this.findings = new FindingStore(source);
        this.facts = new FactStore(source);
    }

    /**
     * Who read, and for whom.
     *
     * @param period whose folder the files lie in
     * @param readBy what a reading depends on: under the same words a content is not read again
     * @param run number of the run
     * @param asOf as-of date of the run: no content that is new was received later
     * @param now what the clock shows: a content that is new cannot have been saved later
     */
    public record Act(Period period, String readBy, long run, LocalDate asOf, Instant now) {
        /** The same for contents that the next run reads again, whoever reads: nobody has read them. */
        public Act toBeReadAgain() {
            return new Act(period, FileStore.NOBODY, run, asOf, now);
        }

        /**
         * The day on which a content that is new was received: that of its file's last change, which is at the earliest
         * the period's last; the as-of day if the file was changed later, as a copy of it may be, or nobody knows when.
         */
        LocalDate received(SourceFile file) {
            return file.modified()
                    .map(OfficeTime::day)
                    .filter(day -> !day.isAfter(asOf))
                    .map(day -> day.isBefore(period.end()) ? period.end() : day)
                    .orElse(asOf);
        }
    }

    /** What a submission stood on: a sheet, or a row of one that begins with that cell. */
    private record Key(String sha256, String sheet, String cell) {}

    /**
     * Records readings of different contents. When a content was received, and by which run first, stays as it was; a
     * sheet that was read before keeps its number and gets the new values; one that is no longer recognised goes.
     *
     * @return the numbers of the submissions, in the order of the readings and of the submissions in each
     */
    public List<Long> record(Act act, List<? extends Reading> read) {
        List<Reading> readings = read.stream().map(discretion::keep).toList();
        Set<String> known = known(act.period(), readings);
        files(act, readings, known);
        Map<Key, Long> old = known.isEmpty() ? Map.of() : forget(act.period(), known);
        List<Submission> submissions =
                readings.stream().flatMap(r -> submissions(r).stream()).toList();
        List<Key> keys = readings.stream()
                .flatMap(r -> submissions(r).stream()
                        .map(s -> new Key(
                                r.source().sha256(),
                                s.sheet().sheet(),
                                s.sheet().cell())))
                .toList();
        Map<Key, Long> ids = new HashMap<>(old);
        ids.keySet().retainAll(new HashSet<>(keys));
        facts.forget(old.values());
        delete("submission", "id", old.values().stream().filter(id -> !ids.containsValue(id)));
        delete("observation", "submission", ids.values().stream());
        update(submissions, keys, ids);
        // what is new counts for nothing until it has been decided on
        List<Long> readAgain = List.copyOf(ids.values());
        insert(submissions, keys, ids);
        List<Long> numbers =
                keys.stream().map(ids::get).map(Objects::requireNonNull).toList();
        observations(submissions, numbers);
        facts.take(readAgain);
        findings.add(act.period(), Phase.READ, entries(readings, numbers));
        return numbers;
    }

    private static List<Submission> submissions(Reading reading) {
        return reading instanceof Reading.Read read ? read.submissions() : List.of();
    }

    /** One digest at a time: for several the database would look through all files of the period. */
    private Set<String> known(Period period, List<? extends Reading> readings) {
        return readings.stream()
                .flatMap(r -> db
                        .sql("SELECT sha256 FROM file WHERE period = :period AND sha256 = :sha")
                        .param("period", period.code())
                        .param("sha", r.source().sha256())
                        .query(String.class)
                        .optional()
                        .stream())
                .collect(Collectors.toSet());
    }

    private void files(Act act, List<? extends Reading> readings, Set<String> known) {
        String period = act.period().code();
        List<Object[]> added = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        for (Reading reading : readings) {
            SourceFile file = reading.source();
            boolean refused = reading instanceof Reading.Refused;
            if (known.contains(file.sha256())) {
                changed.add(new Object[] {file.name(), refused, act.readBy(), act.run(), period, file.sha256()});
            } else {
                added.add(new Object[] {
                    period,
                    file.sha256(),
                    file.name(),
                    file.size(),
                    refused,
                    act.readBy(),
                    act.run(),
                    act.run(),
                    act.received(file),
                    act.now().atOffset(ZoneOffset.UTC)
                });
            }
        }
        template.batchUpdate(
                "UPDATE file SET name = ?, refused = ?, read_by = ?, read_run = ? WHERE period = ? AND sha256 = ?",
                changed);
        template.batchUpdate("""
                INSERT INTO file
                    (period, sha256, name, size, refused, present, read_by, first_run, read_run, received, first_seen)
                VALUES (?, ?, ?, ?, ?, TRUE, ?, ?, ?, ?, ?)""", added);
    }

    /** Removes what reading these contents found before, and gives the submissions that it found. */
    private Map<Key, Long> forget(Period period, Set<String> known) {
        db.sql("DELETE FROM finding WHERE period = :period AND phase = 'read' AND sha256 IN (:shas)")
                .param("period", period.code())
                .param("shas", known)
                .update();
        Map<Key, Long> old = new HashMap<>();
        db.sql("""
                        SELECT id, sha256, sheet, stands_at FROM submission
                        WHERE period = :period AND sha256 IN (:shas) ORDER BY id""")
                .param("period", period.code())
                .param("shas", known)
                .query((row, n) -> old.put(
                        new Key(row.getString("sha256"), row.getString("sheet"), row.getString("stands_at")),
                        row.getLong("id")))
                .list();
        return old;
    }

    private void delete(String table, String column, Stream<Long> ids) {
        template.batchUpdate(
                "DELETE FROM " + table + " WHERE " + column + " = ?",
                ids.map(id -> new Object[] {id}).toList());
    }

    /** What turns out to be another unit's or another return counts again only when it has been decided on. */
    private void update(List<Submission> submissions, List<Key> keys, Map<Key, Long> ids) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Submission s = submissions.get(i);
            Optional<Long> id = Optional.ofNullable(ids.get(keys.get(i)));
            id.ifPresent(known -> rows.add(new Object[] {
                s.unit(), s.form(), s.unit(), s.form(), s.version(), saved(s).orElse(null), filler(s), phone(s), known
            }));
        }
        template.batchUpdate("""
                UPDATE submission SET
                    disposition = CASE WHEN disposition IN ('accepted', 'queried') AND NOT (unit = ? AND form = ?)
                        THEN 'pending' ELSE disposition END,
                    unit = ?, form = ?, version = ?, saved = ?, filler = ?, phone = ?
                WHERE id = ?""", rows, new int[] {
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.BIGINT
        });
    }

    private void insert(List<Submission> submissions, List<Key> keys, Map<Key, Long> ids) {
        List<Integer> fresh = IntStream.range(0, keys.size())
                .filter(i -> !ids.containsKey(keys.get(i)))
                .boxed()
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        var numbers = new GeneratedKeyHolder();
        template.batchUpdate(
                connection -> connection.prepareStatement("""
                        INSERT INTO submission (unit, form, version, period, first_month, last_month, sha256, sheet,
                            saved, filler, phone, stands_at, revision, disposition, withdrawn)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'pending', FALSE)""", new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement statement, int i) throws SQLException {
                        set(statement, submissions.get(fresh.get(i)), keys.get(fresh.get(i)));
                    }

                    @Override
                    public int getBatchSize() {
                        return fresh.size();
                    }
                },
                numbers);
        for (int i = 0; i < fresh.size(); i++) {
            Number id =
                    (Number) Objects.requireNonNull(numbers.getKeyList().get(i).get("id"));
            ids.put(keys.get(fresh.get(i)), id.longValue());
        }
    }

    private static void set(PreparedStatement statement, Submission s, Key key) throws SQLException {
        statement.setString(1, s.unit());
        statement.setString(2, s.form());
        statement.setString(3, s.version());
        statement.setString(4, s.period().code());
        statement.setObject(5, s.period().first().atDay(1));
        statement.setObject(6, s.period().last().atDay(1));
        statement.setString(7, key.sha256());
        statement.setString(8, key.sheet());
        statement.setObject(9, saved(s).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setString(10, filler(s));
        statement.setString(11, phone(s));
        statement.setString(12, key.cell());
    }

    private static String filler(Submission submission) {
        return submission.signature().getOrDefault(FILLER, "");
    }

    private static String phone(Submission submission) {
        return submission.signature().getOrDefault(PHONE, "");
    }

    private static Optional<OffsetDateTime> saved(Submission submission) {
        return submission.saved().map(i -> i.atOffset(ZoneOffset.UTC));
    }

    private record Row(long submission, String sheet, int place, Observation observation) {}

    private void observations(List<Submission> submissions, List<Long> numbers) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            List<Observation> observations = submissions.get(i).observations();
            for (int place = 0; place < observations.size(); place++) {
                rows.add(new Row(numbers.get(i), submissions.get(i).sheet().sheet(), place, observations.get(place)));
            }
        }
        template.batchUpdate("""
                INSERT INTO observation
                    (submission, item, record, kind, number_is, text_is, day_is, digest, cell, place)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, BATCH, (statement, row) -> {
            Value value = row.observation().value();
            statement.setLong(1, row.submission());
            statement.setString(2, row.observation().item());
            statement.setString(3, row.observation().record());
            statement.setString(4, String.valueOf(Rows.kind(value)));
            statement.setBigDecimal(5, value.asNumber().orElse(null));
            boolean text = value instanceof Value.Text || value instanceof Value.Masked;
            statement.setString(6, text ? value.show() : null);
            statement.setObject(7, value instanceof Value.Date d ? d.date() : null, Types.DATE);
            statement.setString(8, value instanceof Value.Masked m ? m.digest() : null);
            statement.setString(9, Rows.cell(row.observation().where(), row.sheet()));
            statement.setInt(10, row.place());
        });
    }

    private static List<Entry> entries(List<? extends Reading> readings, List<Long> numbers) {
        List<Entry> entries = new ArrayList<>();
        int next = 0;
        for (Reading reading : readings) {
            Optional<String> sha = Optional.of(reading.source().sha256());
            reading.findings().forEach(f -> entries.add(new Entry(sha, Optional.empty(), "", "", f, "")));
            for (Submission s : submissions(reading)) {
                Optional<Long> id = Optional.of(numbers.get(next++));
                for (Finding finding : s.findings()) {
                    entries.add(new Entry(sha, id, s.unit(), s.form(), finding, ""));
                }
            }
        }
        return entries;
    }
}
