package org.huizong.publish.workbook;

import java.util.Map;
import java.util.TreeMap;
import org.huizong.aggregation.FormFigures;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.Beneath;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Standings;
import org.huizong.publish.narrative.Terms;

/**
 * Makes a consolidated form a return for the level above, in hidden columns: whose it is, how many of those who owed it
 * are in it, and who is not.
 */
final class ForAbove {
    private final Book book;
    private final Terms terms;
    private final Page page;
    private final FormFigures figures;
    private final String sheet;

    ForAbove(Book book, Page page, FormFigures figures) {
        this.book = book;
        this.terms = book.terms();
        this.page = page;
        this.figures = figures;
        this.sheet = SheetKey.of(figures.form());
    }

    /**
     * Writes it into a column and the one beside it, both of which it hides.
     *
     * @param unit where the page says whose figures they are
     */
    void write(CellAddress unit, int column) {
        Standings standings = terms.states().ofForm(figures.form().code());
        texts(
                column,
                Map.of(
                        Field.RETURN, figures.form().code(),
                        Field.VERSION, figures.form().version(),
                        Field.PERIOD, terms.period().code()));
        texts(
                column + 1,
                Map.of(
                        Field.BELOW_OWED, String.valueOf(standings.owed()),
                        Field.BELOW_COUNTED, String.valueOf(standings.counted()),
                        Field.BELOW_MISSING, new Beneath(terms).without(standings.all())));
        book.define(sheet, Field.UNIT.definedName(), unit);
        page.sheet().setColumnHidden(column, true);
        page.sheet().setColumnHidden(column + 1, true);
    }

    private void texts(int column, Map<Field, String> texts) {
        int row = FormLayout.TITLE_ROW;
        for (Map.Entry<Field, String> text : new TreeMap<>(texts).entrySet()) {
            CellAddress cell = new CellAddress(row++, column);
            page.text(cell.row(), cell.column(), text.getValue(), Look.PLAIN);
            book.define(sheet, text.getKey().definedName(), cell);
        }
    }
}
