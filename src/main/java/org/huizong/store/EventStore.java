package org.huizong.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizong.model.Period;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what, when and why. Append-only. */
public final class EventStore {
    private final JdbcClient db;

    EventStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Something a person did.
     *
     * @param happened when
     * @param who the account it was done under
     * @param what {@code close}, {@code reopen}, {@code withdraw}, {@code restore}, {@code received}, {@code explain},
     *     {@code assess} or {@code unassess}
     * @param period what it was done to
     * @param subject the submission's file and sheet; empty if it was the whole period
     * @param reason why
     */
    public record Event(Instant happened, String who, String what, Period period, String subject, String reason) {}

    /** Puts an event on record. */
    public void add(Event event) {
        db.sql("""
                        INSERT INTO event (happened, who, what, period, subject, reason)
                        VALUES (:happened, :who, :what, :period, :subject, :reason)""")
                .param("happened", event.happened().atOffset(ZoneOffset.UTC))
                .param("who", event.who())
                .param("what", event.what())
                .param("period", event.period().code())
                .param("subject", event.subject())
                .param("reason", event.reason())
                .update();
    }

    /** The events of one period, or of all, oldest first. */
    public List<Event> list(Optional<Period> period) {
        return db.sql("""
                        SELECT happened, who, what, period, subject, reason FROM event
                        WHERE :period = '' OR period = :period ORDER BY id""")
                .param("period", period.map(Period::code).orElse(""))
                .query((row, n) -> new Event(
                        row.getObject("happened", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("what"),
                        Period.parse(row.getString("period")),
                        row.getString("subject"),
                        row.getString("reason")))
                .list();
    }

    /** Whether the period is closed: by itself, or by a later period of its year. */
    public boolean isClosed(Period period) {
        boolean closed = false;
        for (Turn turn : db.sql("""
                        SELECT what, period FROM event
                        WHERE what IN ('close', 'reopen') AND period LIKE :ofYear ORDER BY id""")
                .param("ofYear", period.last().getYear() + "%")
                .query(Turn.class)
                .list()) {
            Period of = Period.parse(turn.period());
            if (turn.what().equals("close") && !of.last().isBefore(period.last())) {
                closed = true;
            } else if (turn.what().equals("reopen") && of.equals(period)) {
                closed = false;
            }
        }
        return closed;
    }

    private record Turn(String what, String period) {}

    /** Returns the number of the last event, which is larger than that of every event before; 0 if there is none. */
    public long last() {
        return db.sql("SELECT COALESCE(MAX(id), 0) FROM event")
                .query(Long.class)
                .single();
    }
}
