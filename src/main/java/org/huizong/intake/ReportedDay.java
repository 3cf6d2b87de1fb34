package org.huizong.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huizong.catalogue.Return;
import org.huizong.intake.locate.FieldFinder;
import org.huizong.layout.Field;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Severity;

/**
 * Asks about the day that a return bears in its foot: before the last day of its period the figures were not final, and
 * a day after it was due contradicts a file that was saved in time.
 *
 * <p>A file saved after the due day is late, or a correction; that is told by the day it came. A file that does not say
 * when it was saved contradicts nothing. A blank or unreadable day says nothing.
 */
final class ReportedDay {
    private final Return form;
    private final Period period;
    private final Optional<Instant> saved;

    /** For a return of that period in a file that was last saved then. */
    ReportedDay(Return form, Period period, Optional<Instant> saved) {
        this.form = form;
        this.period = period;
        this.saved = saved;
    }

    /** What is to be asked about the day in the foot of that sheet. */
    Optional<Finding> check(FieldFinder fields, boolean from1904, CellRef place) {
        Optional<FieldFinder.Found> found = fields.find(Field.DATE);
        CellRef where = found.map(f -> place.at(f.address())).orElse(place.whole());
        return found.flatMap(FieldFinder.Found::cell)
                .flatMap(cell -> SheetReading.day(cell, from1904))
                .flatMap(day -> ask(day, where));
    }

    private Optional<Finding> ask(LocalDate day, CellRef where) {
        LocalDate due = form.due(period);
        if (day.isBefore(period.end())) {
            return Optional.of(query("reported.early", where, day).with("end", Argument.of(period.end())));
        }
        boolean inTime = saved.map(OfficeTime::day).filter(s -> !s.isAfter(due)).isPresent();
        return day.isAfter(due) && inTime
                ? Optional.of(query("reported.late", where, day).with("due", Argument.of(due)))
                : Optional.empty();
    }

    private Finding query(String rule, CellRef where, LocalDate day) {
        return Finding.failed(rule, Severity.QUERY, where).ofForm(form.code()).with("value", Argument.of(day));
    }
}
