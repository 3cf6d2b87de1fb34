package org.huizong.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.StoredFinding;

/**
 * What a register shows of procedure, a breach that somebody should look into: a query about a record by a rule that names
 * its legal basis. It is no verdict.
 *
 * @param key by which it is known from one month to the next: rule, unit and record
 * @param basis the article that it is about
 * @param found when it was found, as the register says or else the first period that showed it; empty if neither is known
 * @param finding the query as it was asked first; empty of one that the register alone knows
 * @param handling what became of it, as the office's register says
 */
public record Lead(
        String key, String basis, Optional<Period> found, Optional<StoredFinding> finding, Handling handling) {
    /**
     * What became of a lead.
     *
     * @param foundOn the day on which the register says that it was found; empty if it is not in the register
     * @param responsible the unit concerned, as the register calls it
     * @param subject the case or matter
     * @param matter what was found, in words
     * @param handedOn the day on which it was handed on
     * @param handedTo to whom
     * @param result what came of it
     * @param closedOn the day on which it was closed
     */
    public record Handling(
            Optional<LocalDate> foundOn,
            String responsible,
            String subject,
            String matter,
            Optional<LocalDate> handedOn,
            String handedTo,
            String result,
            Optional<LocalDate> closedOn) {
        /** It is not in the register. */
        public static final Handling NONE =
                new Handling(Optional.empty(), "", "", "", Optional.empty(), "", "", Optional.empty());

        static Handling of(SentRecord sent) {
            return new Handling(
                    day(sent.value(LeadRegister.FOUND_ON)),
                    sent.value(LeadRegister.RESPONSIBLE).show(),
                    sent.value(LeadRegister.SUBJECT).show(),
                    sent.value(LeadRegister.MATTER).show(),
                    day(sent.value(LeadRegister.HANDED_ON)),
                    sent.value(LeadRegister.HANDED_TO).show(),
                    sent.value(LeadRegister.RESULT).show(),
                    day(sent.value(LeadRegister.CLOSED_ON)));
        }

        private static Optional<LocalDate> day(Value value) {
            return value instanceof Value.Date day ? Optional.of(day.date()) : Optional.empty();
        }

        /** Tells whether the register has it. */
        public boolean isRegistered() {
            return foundOn.isPresent();
        }
    }

    /** The key of the lead that a query is. */
    public static String key(StoredFinding query) {
        return query.finding().rule()
                + '-'
                + query.unit()
                + '-'
                + query.finding().record();
    }

    /** Tells whether it was closed by that day. */
    public boolean isClosed(LocalDate day) {
        return handling.closedOn().filter(closed -> !closed.isAfter(day)).isPresent();
    }

    /** The same lead with what became of it: it was found when the register says that it was. */
    Lead handled(Handling by) {
        Optional<Period> said = by.foundOn()
                .map(YearMonth::from)
                .filter(month -> found.filter(p -> p.last().equals(month)).isEmpty())
                .map(Period::month);
        return new Lead(key, basis, said.or(() -> found), finding, by);
    }
}
