package org.huizong.report;

import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.aggregation.CrossCheck;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.WorkCalendar;
import org.huizong.formula.Workdays;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellValues;
import org.huizong.spreadsheet.write.Styles;

/** A hidden sheet with the days off, the weekend days worked and their years, for formulas that count working days. */
final class CalendarSheet {
    private final Book book;

    CalendarSheet(Book book) {
        this.book = book;
    }

    /** Writes it if any formula of the workbook needs it; before those formulas, because POI asks for their names. */
    void write() {
        boolean needed = Stream.concat(
                        book.consolidation().indicators().stream()
                                .map(IndicatorFigures::indicator)
                                .map(i -> i.formula()),
                        book.consolidation().crossChecks().stream()
                                .map(CrossCheck::rule)
                                .map(r -> r.formula()))
                .anyMatch(f -> book.catalogue().formula(f).calls(Workdays.FUNCTION));
        if (!needed) {
            return;
        }
        XSSFSheet sheet = book.workbook().createSheet(Workdays.HOLIDAYS);
        book.workbook().setSheetHidden(book.workbook().getSheetIndex(sheet), true);
        WorkCalendar calendar = book.catalogue().calendar();
        list(sheet, 0, Workdays.HOLIDAYS, calendar.off().stream().map(Value::of));
        list(sheet, 1, Workdays.WORKED, calendar.worked().stream().map(Value::of));
        list(sheet, 2, Workdays.YEARS, calendar.years().stream().map(Value::of));
    }

    private void list(XSSFSheet sheet, int column, String text, Stream<Value> values) {
        int row = 0;
        for (Value value : values.toList()) {
            CellValues.put(Styles.cell(sheet, row++, column), value);
        }
        XSSFName name = book.workbook().createName();
        name.setNameName(text);
        name.setRefersToFormula(Book.reference(sheet.getSheetName(), new CellAddress(0, column)) + ":"
                + new CellAddress(Math.max(0, row - 1), column).pinned());
    }
}
