package org.huizong.publish.workbook;

import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.huizong.aggregation.CrossCheck;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.WorkCalendar;
import org.huizong.formula.Workdays;
import org.huizong.model.Value;
import org.huizong.publish.narrative.Terms;

/** A hidden sheet with the days off, the weekend days worked and their years, for formulas that count working days. */
final class CalendarSheet {
    private final Book book;
    private final Terms terms;

    CalendarSheet(Book book) {
        this.book = book;
        this.terms = book.terms();
    }

    /** Writes it if any formula of the workbook needs it; before those formulas, because POI asks for their names. */
    void write() {
        boolean needed = Stream.concat(
                        terms.consolidation().indicators().stream()
                                .map(IndicatorFigures::indicator)
                                .map(i -> i.formula()),
                        terms.consolidation().crossChecks().stream()
                                .map(CrossCheck::rule)
                                .map(r -> r.formula()))
                .anyMatch(f -> terms.catalogue().formula(f).calls(Workdays.FUNCTION));
        if (!needed) {
            return;
        }
        Page page = Page.live(book, book.hidden(Workdays.HOLIDAYS));
        WorkCalendar calendar = terms.catalogue().calendar();
        list(page, 0, Workdays.HOLIDAYS, calendar.off().stream().map(Value::of));
        list(page, 1, Workdays.WORKED, calendar.worked().stream().map(Value::of));
        list(page, 2, Workdays.YEARS, calendar.years().stream().map(Value::of));
        page.done();
    }

    private void list(Page page, int column, String text, Stream<Value> values) {
        int row = 0;
        for (Value value : values.toList()) {
            page.plain(row++, column, value);
        }
        XSSFName name = book.workbook().createName();
        name.setNameName(text);
        name.setRefersToFormula(
                Book.quoted(page.sheet().getSheetName()) + '!' + Book.column(column, 0, Math.max(0, row - 1)));
    }
}
