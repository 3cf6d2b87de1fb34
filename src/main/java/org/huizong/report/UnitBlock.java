package org.huizong.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.consolidation.Figure;
import org.huizong.consolidation.FormFigures;
import org.huizong.layout.Address;

/** Each unit's figures of a return, a row a unit; in several bands below each other, so that it can be printed. */
final class UnitBlock {
    private static final int FIRST_ITEM_COLUMN = 3;
    private static final int BAND = 10;
    /** Rows that a printed page takes. */
    private static final int PAGE = 32;

    private final Book book;
    private final Page page;
    private final FormFigures figures;
    private final int top;

    UnitBlock(Book book, Page page, FormFigures figures, int top) {
        this.book = book;
        this.page = page;
        this.figures = figures;
        this.top = top;
    }

    int lastColumn() {
        return FIRST_ITEM_COLUMN + Math.min(BAND, items().size()) - 1;
    }

    private List<Item> items() {
        return figures.items();
    }

    private List<Unit> units() {
        return figures.units();
    }

    /** A band is a heading, labels, codes, a row for each unit, and an empty row. */
    private int firstUnitRow(int band) {
        return top + band * (units().size() + 4) + 3;
    }

    /** The cells of an item over all units. */
    String range(String item) {
        int place = items().stream().map(Item::code).toList().indexOf(item);
        int first = firstUnitRow(place / BAND);
        int column = FIRST_ITEM_COLUMN + place % BAND;
        return new Address(first, column).pinned() + ':' + new Address(first + units().size() - 1, column).pinned();
    }

    /** Writes it; the cells that hold a figure by unit and item. */
    Map<String, Map<String, Address>> write() {
        Map<String, Map<String, Address>> cells = new HashMap<>();
        units().forEach(u -> cells.put(u.code(), new HashMap<>()));
        int bands = (items().size() + BAND - 1) / BAND;
        int onPage = top;
        for (int band = 0; band < bands; band++) {
            int rows = units().size() + 4;
            if (band == 0 || onPage + rows > PAGE) {
                page.sheet().setRowBreak(firstUnitRow(band) - 4);
                onPage = 0;
            }
            onPage += rows;
            List<Item> part = items().subList(band * BAND, Math.min(items().size(), (band + 1) * BAND));
            heads(band, bands, part);
            for (int i = 0; i < units().size(); i++) {
                Unit unit = units().get(i);
                write(firstUnitRow(band) + i, unit, part, cells.getOrDefault(unit.code(), new HashMap<>()));
            }
        }
        return cells;
    }

    private void heads(int band, int bands, List<Item> part) {
        int row = firstUnitRow(band) - 3;
        page.text(
                row,
                0,
                bands == 1 ? book.text("report.block") : book.text("report.block.part", band + 1, bands),
                Look.SECTION);
        String[] labels = new String[FIRST_ITEM_COLUMN + part.size()];
        labels[0] = book.text("report.head.unit");
        labels[1] = book.text("report.head.state");
        labels[2] = book.text("report.head.countedofowed");
        page.texts(row + 2, 0, Look.CENTRE, book.text("report.head.code"), "", "");
        for (int i = 0; i < part.size(); i++) {
            Item item = part.get(i);
            labels[FIRST_ITEM_COLUMN + i] = book.wording().label(item).strip();
            page.text(row + 2, FIRST_ITEM_COLUMN + i, code(item), Look.CENTRE);
        }
        page.line(row + 1, Look.HEAD, labels);
    }

    /** Line of the form, and the column if the line has several. */
    private String code(Item item) {
        boolean several = items().stream()
                .anyMatch(i -> !i.code().equals(item.code()) && i.row().equals(item.row()));
        return several ? item.row() + ' ' + book.wording().choice(item.form() + ".columns", item.column()) : item.row();
    }

    private void write(int row, Unit unit, List<Item> part, Map<String, Address> cells) {
        States states = book.states();
        Standings standings = states.of(unit.code(), figures.form().code());
        page.text(row, 0, book.wording().label(unit), Look.CELL);
        page.text(row, 1, states.text(standings), states.look(standings));
        page.text(row, 2, standings.counted() + "/" + standings.owed(), Look.CENTRE);
        for (int i = 0; i < part.size(); i++) {
            Item item = part.get(i);
            int column = FIRST_ITEM_COLUMN + i;
            Figure figure = figures.figure(unit.code(), item.code());
            if (figure.value().isPresent()) {
                page.number(row, column, figure.value().get(), item.type().decimals(), Look.NUMBER);
                cells.put(item.code(), new Address(row, column));
            } else {
                page.blank(row, column, Look.NUMBER);
            }
        }
        page.fit(row, book.wording().label(unit), states.text(standings));
    }
}
