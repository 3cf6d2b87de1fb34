package org.huizong.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.layout.Address;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.UnitNames;

/**
 * What makes a consolidated form a return for the level above, in hidden columns: whose it is, how many of those who owed
 * it are in it, and of the items of which a total says too little each unit's figure.
 */
final class ForAbove {
    /** No township has more; an office with thousands hands up its totals alone, and saves their room. */
    private static final int MOST_UNITS = 500;

    private final Book book;
    private final Page page;
    private final FormFigures figures;
    private final String sheet;

    ForAbove(Book book, Page page, FormFigures figures) {
        this.book = book;
        this.page = page;
        this.figures = figures;
        this.sheet = Book.key(figures.form());
    }

    /** Writes it into a column and some to the right of it, all of which it hides. */
    void write(int column) {
        Standings standings = book.states().ofForm(figures.form().code());
        texts(
                column,
                Map.of(
                        Field.RETURN, figures.form().code(),
                        Field.VERSION, figures.form().version(),
                        Field.PERIOD, book.period().code()));
        texts(
                column + 1,
                Map.of(
                        Field.BELOW_OWED, String.valueOf(standings.owed()),
                        Field.BELOW_COUNTED, String.valueOf(standings.counted()),
                        Field.BELOW_MISSING, new Beneath(book).without(standings.all())));
        book.define(sheet, Field.UNIT.definedName(), new Address(FormLayout.IDENTITY_ROW, 1));
        int last = figures.form().frequency() == book.period().frequency() ? units(column + 2) : column + 1;
        for (int i = column; i <= last; i++) {
            page.sheet().setColumnHidden(i, true);
        }
    }

    private void texts(int column, Map<Field, String> texts) {
        int row = FormLayout.TITLE_ROW;
        for (Map.Entry<Field, String> text : new TreeMap<>(texts).entrySet()) {
            Address cell = new Address(row++, column);
            page.text(cell.row(), cell.column(), text.getValue(), Look.PLAIN);
            book.define(sheet, text.getKey().definedName(), cell);
        }
    }

    /** A column of the units' codes and one beside it for each item that needs them; the last that it took. */
    private int units(int column) {
        List<Item> items =
                figures.items().stream().filter(book.catalogue()::needsUnits).toList();
        List<Unit> units = figures.units();
        if (units.size() > MOST_UNITS) {
            return column - 1;
        }
        int first = FormLayout.TITLE_ROW;
        int last = first + units.size() - 1;
        for (int i = 0; i < units.size(); i++) {
            page.text(first + i, column, units.get(i).code(), Look.PLAIN);
            for (int j = 0; j < items.size(); j++) {
                int at = column + 1 + j;
                int row = first + i;
                Item item = items.get(j);
                Figure figure = figures.figure(units.get(i).code(), item.code());
                figure.value()
                        .ifPresent(v -> page.number(row, at, v, item.type().decimals(), Look.NUMBER));
                if (!figure.isOwed()) {
                    page.text(row, at, FormPage.NOT_ASKED, Look.CENTRE);
                }
            }
        }
        book.define(sheet, UnitNames.UNITS, new Address(first, column), new Address(last, column));
        for (int j = 0; j < items.size(); j++) {
            int at = column + 1 + j;
            book.define(sheet, UnitNames.figures(items.get(j).code()), new Address(first, at), new Address(last, at));
        }
        return column + items.size();
    }
}
