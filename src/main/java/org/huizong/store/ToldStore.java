package org.huizong.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What senders told the office to explain what is asked about their returns. It goes with the sending that it is about: a
 * later one has to explain itself.
 */
public final class ToldStore {
    private final JdbcClient db;

    ToldStore(DataSource source) {
        this.db = JdbcClient.create(source);
    }

    /** Puts an explanation on record beside what a submission says itself; it replaces what was told in the same place. */
    public void put(StoredSubmission submission, Observation explanation) {
        db.sql("DELETE FROM told WHERE submission = :submission AND item = :item AND record = :record")
                .param("submission", submission.id())
                .param("item", explanation.item())
                .param("record", explanation.record())
                .update();
        db.sql("""
                        INSERT INTO told (submission, item, record, cell, explanation)
                        VALUES (:submission, :item, :record, :cell, :explanation)""")
                .param("submission", submission.id())
                .param("item", explanation.item())
                .param("record", explanation.record())
                .param("cell", Rows.cell(explanation.where(), submission.sheet()))
                .param("explanation", explanation.value().show())
                .update();
    }

    /** What was told about each submission for exactly this period, by its number. */
    public Map<Long, List<Observation>> of(Period period) {
        Map<Long, List<Observation>> told = new HashMap<>();
        db.sql("""
                        SELECT t.submission, t.item, t.record, t.cell, 'T' AS kind, NULL AS number_is, NULL AS day_is,
                            t.explanation AS text_is, f.name AS file, s.sheet
                        FROM told t JOIN submission s ON s.id = t.submission
                        JOIN file f ON f.period = s.period AND f.sha256 = s.sha256
                        WHERE s.period = :period ORDER BY t.submission, t.item, t.record""").param("period", period.code()).query((RowCallbackHandler)
                row -> told.computeIfAbsent(row.getLong("submission"), id -> new ArrayList<>())
                        .add(Rows.observation(row, row.getString("file"), row.getString("sheet"))));
        return told;
    }
}
