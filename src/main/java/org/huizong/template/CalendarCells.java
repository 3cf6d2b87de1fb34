package org.huizong.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.huizong.catalogue.WorkCalendar;
import org.huizong.formula.Formula;
import org.huizong.formula.Workdays;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.Styles;

/** The hidden columns that list the days off, the weekend days worked, and the years of which these are known. */
final class CalendarCells {
    /** How many columns they are. */
    static final int WIDTH = 3;

    private static final String NETWORKDAYS = "NETWORKDAYS";

    private final WorkCalendar calendar;
    private final Styles styles;
    private final CellWriter pen;

    CalendarCells(WorkCalendar calendar, Styles styles, CellWriter pen) {
        this.calendar = calendar;
        this.styles = styles;
        this.pen = pen;
    }

    /** Tells whether any of these formulas counts working days. */
    static boolean areNeeded(Collection<Formula> formulas) {
        return formulas.stream().anyMatch(f -> f.calls(Workdays.FUNCTION) || f.calls(NETWORKDAYS));
    }

    /** Tells whether that name is one of theirs that a rule may write itself. */
    static boolean isName(String operand) {
        return operand.equals(Workdays.HOLIDAYS);
    }

    /** Writes them from that column on. */
    void write(int column) {
        days(Workdays.HOLIDAYS, column, List.copyOf(calendar.off()));
        days(Workdays.WORKED, column + 1, List.copyOf(calendar.worked()));
        List<Integer> years = List.copyOf(calendar.years());
        for (int i = 0; i < years.size(); i++) {
            pen.number(new CellAddress(i, column + 2), BigDecimal.valueOf(years.get(i)));
        }
        name(Workdays.YEARS, column + 2, years.size());
    }

    private void days(String name, int column, List<LocalDate> days) {
        for (int i = 0; i < days.size(); i++) {
            CellAddress at = new CellAddress(i, column);
            pen.style(at, styles.hiddenDate()).date(at, days.get(i));
        }
        name(name, column, days.size());
    }

    private void name(String name, int column, int cells) {
        pen.name(new CellAddress(0, column), new CellAddress(Math.max(0, cells - 1), column), name);
    }
}
