package org.huizong.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.model.Period;
import org.huizong.store.EventStore.Event;

/**
 * Points that the office gave a unit by hand, on record as an event.
 *
 * @param unit code of the unit
 * @param criterion code of the criterion
 * @param period of the criterion's length
 * @param points the score; empty where an earlier mark is taken back
 * @param reason why
 * @param who the account it was done under
 * @param when when it was done
 */
public record Mark(
        String unit,
        String criterion,
        Period period,
        Optional<BigDecimal> points,
        String reason,
        String who,
        Instant when) {
    /** What the event of a mark is called. */
    public static final String GIVEN = "assess";

    /** What the event is called by which a mark is taken back. */
    public static final String TAKEN_BACK = "unassess";

    private static final int PARTS = 3;

    private record Key(String unit, String criterion, Period period) {}

    /** The mark as an event. */
    public Event event() {
        String subject = unit
                + ' '
                + criterion
                + points.map(p -> " " + p.toPlainString()).orElse("");
        return new Event(when, who, points.isPresent() ? GIVEN : TAKEN_BACK, period, subject, reason);
    }

    /** The mark that an event is; empty if it is another event. */
    public static Optional<Mark> of(Event event) {
        String[] parts = event.subject().split(" ", PARTS);
        boolean isGiven = event.what().equals(GIVEN) && parts.length == PARTS;
        if (!isGiven && !event.what().equals(TAKEN_BACK)) {
            return Optional.empty();
        }
        return Optional.of(new Mark(
                parts[0],
                parts[1],
                event.period(),
                isGiven ? Optional.of(new BigDecimal(parts[2])) : Optional.empty(),
                event.reason(),
                event.who(),
                event.happened()));
    }

    /** The marks that stand after all these events: of each unit, criterion and period the last, unless it was taken back. */
    public static List<Mark> standing(List<Event> events) {
        Map<Key, Mark> last = new LinkedHashMap<>();
        events.stream().flatMap(e -> of(e).stream()).forEach(m -> last.put(m.key(), m));
        return last.values().stream().filter(m -> m.points().isPresent()).toList();
    }

    private Key key() {
        return new Key(unit, criterion, period);
    }
}
