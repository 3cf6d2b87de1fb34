package org.huizong.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the checks found; each phase replaces its own findings of a period. */
public final class FindingStore {
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate template;

    FindingStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /** When a finding is made, and so when it is replaced. */
    public enum Phase {
        /** While reading a file; kept until its content is read anew. */
        READ,
        /** While looking at the folder; made anew on every run. */
        FOLDER,
        /** While checking a submission; made anew on every run. */
        CHECK,
        /** While checking across submissions; made anew on every run. */
        ACROSS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A finding to be recorded.
     *
     * @param sha256 digest of the file it is about, if it is about one
     * @param submission number of the submission it is about, if it is about one
     * @param unit code of the unit; empty if it is not known
     * @param form code of the return; empty if it is not known
     * @param finding what was found
     * @param explanation what the sender wrote to explain it; empty if nothing
     */
    public record Entry(
            Optional<String> sha256,
            Optional<Long> submission,
            String unit,
            String form,
            Finding finding,
            String explanation) {
        /** What was found about the folder of returns, or about the archive, and no submission. */
        public static Entry ofFolder(Finding finding) {
            return new Entry(Optional.empty(), Optional.empty(), "", "", finding, "");
        }
    }

    /** Removes what a phase found for a period. */
    public void clear(Period period, Phase phase) {
        db.sql("DELETE FROM finding WHERE period = :period AND phase = :phase")
                .param("period", period.code())
                .param("phase", phase.code())
                .update();
    }

    /** Records findings. */
    public void add(Period period, Phase phase, List<Entry> entries) {
        template.batchUpdate("""
                INSERT INTO finding (period, phase, sha256, submission, unit, form, rule, severity, outcome, file, sheet,
                    cell, arguments, explanation, record)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries, BATCH, (statement, entry) -> {
            Finding finding = entry.finding();
            statement.setString(1, period.code());
            statement.setString(2, phase.code());
            statement.setString(3, entry.sha256().orElse(null));
            statement.setObject(4, entry.submission().orElse(null), Types.BIGINT);
            statement.setString(5, entry.unit());
            statement.setString(6, entry.form());
            statement.setString(7, finding.rule());
            statement.setString(8, finding.severity().code());
            statement.setString(9, finding.outcome().code());
            statement.setString(10, finding.where().file());
            statement.setString(11, finding.where().sheet());
            statement.setString(12, finding.where().cell());
            statement.setString(13, FindingJson.write(finding));
            statement.setString(14, entry.explanation());
            statement.setString(15, finding.record());
        });
    }

    /** Returns what looking at the folder and at the archive of a period found, in the order in which it was found. */
    public List<Finding> ofFolder(Period period) {
        Same same = new Same();
        return db.sql(SELECT + FROM + " WHERE n.period = :period AND n.phase = 'folder' ORDER BY n.id")
                .param("period", period.code())
                .query((row, n) -> stored(row, same).finding())
                .list();
    }

    /**
     * A finding on record that decides what becomes of its submission.
     *
     * @param id its number
     * @param finding what was found
     * @param explanation what the sender wrote to explain it, as far as it is on record
     */
    public record Recorded(long id, Finding finding, String explanation) {}

    /** What reading found about submissions for that period and decides what becomes of them, by their number. */
    public Map<Long, List<Recorded>> decidingOfReading(Period period) {
        Same same = new Same();
        Map<Long, List<Recorded>> findings = new HashMap<>();
        db.sql(SELECT + ", n.id" + FROM + """
                        WHERE n.period = :period AND n.phase = 'read' AND n.submission IS NOT NULL
                            AND n.severity <> 'notice'
                        ORDER BY n.id""").param("period", period.code()).query((RowCallbackHandler) row ->
                findings.computeIfAbsent(row.getLong("submission"), id -> new ArrayList<>())
                        .add(new Recorded(
                                row.getLong("id"), stored(row, same).finding(), row.getString("explanation"))));
        return findings;
    }

    /** Puts on record how findings are explained. */
    public void explain(List<Recorded> findings) {
        template.batchUpdate(
                "UPDATE finding SET arguments = ?, explanation = ? WHERE id = ?",
                findings,
                BATCH,
                (statement, recorded) -> {
                    statement.setString(1, FindingJson.write(recorded.finding()));
                    statement.setString(2, recorded.explanation());
                    statement.setLong(3, recorded.id());
                });
    }

    /**
     * Every finding of these periods that still matters, by period, unit, return, severity and place: not those about a
     * revision that a later one has replaced or that only repeats another, nor about a record that a later period has
     * again, nor about a rejected one that was sent again and rejected again, nor about a refused file that no longer
     * lies in the folder.
     */
    public List<StoredFinding> within(List<Period> periods) {
        Same same = new Same();
        return db.sql(SELECT + FROM + MATTERS + OF_NEWEST + ORDER)
                .param("periods", periods.stream().map(Period::code).toList())
                .query((row, n) -> stored(row, same))
                .list();
    }

    /**
     * The queries by some rules in exactly each of these periods that still matter there, whether or not a later period asks
     * again, in the same order.
     */
    public List<StoredFinding> asked(Collection<Period> periods, Collection<String> rules) {
        if (periods.isEmpty() || rules.isEmpty()) {
            return List.of();
        }
        Same same = new Same();
        return db.sql(SELECT
                        + FROM
                        + MATTERS
                        + " AND n.rule IN (:rules) AND n.severity = 'query' AND n.outcome = 'failed'"
                        + ORDER)
                .param("periods", periods.stream().map(Period::code).toList())
                .param("rules", rules)
                .query((row, n) -> stored(row, same))
                .list();
    }

    /**
     * Says what reading found by that rule in the files that lie in the folders of these periods, in the same order.
     */
    public List<StoredFinding> ofReading(String rule, Collection<Period> periods) {
        if (periods.isEmpty()) {
            return List.of();
        }
        Same same = new Same();
        return db.sql(SELECT + FROM + """
                        WHERE n.period IN (:periods) AND n.phase = 'read' AND n.rule = :rule AND f.present""" + ORDER)
                .param("periods", periods.stream().map(Period::code).toList())
                .param("rule", rule)
                .query((row, n) -> stored(row, same))
                .list();
    }

    /**
     * A finding about one file.
     *
     * @param sha256 digest of the file
     * @param stored the finding
     */
    public record OfFile(String sha256, StoredFinding stored) {}

    /** Hands over the findings about files of exactly this period that still matter, in the same order. */
    public void ofFiles(Period period, Consumer<OfFile> reader) {
        Same same = new Same();
        db.sql(SELECT + ", n.sha256" + FROM + MATTERS + OF_NEWEST + " AND n.sha256 IS NOT NULL" + ORDER)
                .param("periods", List.of(period.code()))
                .query((RowCallbackHandler)
                        row -> reader.accept(new OfFile(same.of(row.getString("sha256")), stored(row, same))));
    }

    private static final String SELECT = """
            SELECT n.period, n.unit, n.form, n.rule, n.severity, n.outcome, COALESCE(f.name, n.file) AS file, n.sheet,
                n.cell, n.arguments, n.explanation, n.submission""";

    private static final String FROM = """

            FROM finding n LEFT JOIN file f ON f.period = n.period AND f.sha256 = n.sha256 AND n.phase <> 'folder'
            LEFT JOIN submission s ON s.id = n.submission
            """;

    private static final String MATTERS = """
            WHERE n.period IN (:periods)
                AND NOT (n.phase = 'read' AND n.submission IS NULL AND f.sha256 IS NOT NULL AND NOT f.present)
                AND (s.id IS NULL OR (NOT s.withdrawn AND s.disposition NOT IN ('superseded', 'repeated') AND NOT EXISTS (
                    SELECT 1 FROM submission c
                    WHERE c.unit = s.unit AND c.form = s.form AND c.period = s.period
                        AND c.revision > s.revision
                        AND (c.disposition IN ('accepted', 'queried')
                            OR (c.disposition = 'rejected' AND s.disposition = 'rejected')))))""";

    private static final String OF_NEWEST = """

                AND (n.record = '' OR NOT EXISTS (
                    SELECT 1 FROM submission l JOIN observation o ON o.submission = l.id AND o.record = n.record
                    WHERE l.unit = n.unit AND l.form = n.form AND l.period IN (:periods)
                        AND l.last_month > s.last_month AND l.disposition IN ('accepted', 'queried')))""";

    private static final String ORDER = """

            ORDER BY n.period, n.unit, n.form,
                CASE n.severity WHEN 'error' THEN 0 WHEN 'query' THEN 1 ELSE 2 END,
                COALESCE(f.name, n.file), n.sheet, n.cell, n.rule, n.id""";

    private static StoredFinding stored(ResultSet row, Same same) throws SQLException {
        Finding finding = FindingReader.read(
                Finding.failed(
                        same.of(row.getString("rule")),
                        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                        new CellRef(
                                same.of(row.getString("file")),
                                same.of(row.getString("sheet")),
                                same.of(row.getString("cell")))),
                row.getString("arguments"),
                same);
        return new StoredFinding(
                same.of(Period.parse(row.getString("period"))),
                same.of(row.getString("unit")),
                same.of(row.getString("form")),
                same.of(Optional.ofNullable(row.getObject("submission", Long.class))),
                finding,
                same.of(row.getString("explanation")));
    }
}
