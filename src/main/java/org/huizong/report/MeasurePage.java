package org.huizong.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.model.CellAddress;

/** 台账统计: what is counted from each register, by unit and for the township. */
final class MeasurePage {
    private static final int LEAST_COLUMNS = 6;

    private final Book book;
    private final Page page;
    private int row;

    MeasurePage(Book book) {
        this.book = book;
        this.page = Page.live(book, Book.MEASURES);
    }

    void write() {
        int last = Math.max(
                LEAST_COLUMNS,
                book.consolidation().registers().stream()
                        .mapToInt(r -> r.items().size())
                        .max()
                        .orElse(0));
        double[] widths = new double[last + 1];
        Arrays.fill(widths, 13);
        page.widths(widths);
        page.wide(row++, 0, last, book.text("report.measures.title"), Look.TITLE);
        page.wide(
                row++, 0, last, book.text("report.measures.note", book.wording().period(book.period())), Look.NOTE);
        book.consolidation().registers().stream()
                .filter(r -> !r.items().isEmpty())
                .forEach(this::register);
        page.sheet().createFreezePane(1, 0);
        page.print(true, -1);
        page.done();
    }

    private void register(FormFigures figures) {
        row++;
        page.text(row++, 0, book.wording().label(figures.form()), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                Stream.concat(
                                Stream.of(book.text("report.head.unit")),
                                figures.items().stream()
                                        .map(i -> book.text(
                                                "report.head.withmeasure",
                                                book.wording().label(i),
                                                book.wording().measure(i.measure()))))
                        .toArray(String[]::new));
        int first = row;
        Map<String, Map<String, CellAddress>> units = new HashMap<>();
        for (Unit unit : figures.units()) {
            units.put(unit.code(), unit(figures, unit));
        }
        page.text(row, 0, book.whole(), Look.TOTAL_LABEL);
        Map<String, CellAddress> totals = new HashMap<>();
        for (int i = 0; i < figures.items().size(); i++) {
            total(figures, figures.items().get(i), i + 1, first).ifPresent(cell -> totals.put(cell.code(), cell.at()));
        }
        CellAddress blank = new CellAddress(row, figures.items().size() + 1);
        row++;
        book.put(figures.form().code(), new FormCells(page.sheet().getSheetName(), blank, totals, units));
    }

    private Map<String, CellAddress> unit(FormFigures figures, Unit unit) {
        Map<String, CellAddress> cells = new HashMap<>();
        page.text(row, 0, book.wording().label(unit), Look.CELL);
        for (int i = 0; i < figures.items().size(); i++) {
            Item item = figures.items().get(i);
            Figure figure = figures.figure(unit.code(), item.code());
            page.figure(row, i + 1, figure, item.type().decimals(), Look.NUMBER);
            if (figure.value().isPresent()) {
                cells.put(item.code(), new CellAddress(row, i + 1));
            }
        }
        page.fit(row, book.wording().label(unit));
        row++;
        return cells;
    }

    private record Cell(String code, CellAddress at) {}

    private Optional<Cell> total(FormFigures figures, Item item, int column, int first) {
        Figure total = figures.total(item.code());
        Map<String, CellAddress> cells = new LinkedHashMap<>();
        for (int i = 0; i < figures.units().size(); i++) {
            cells.put(figures.units().get(i).code(), new CellAddress(first + i, column));
        }
        String formula = AcrossFormula.ofColumn(cells).of(item, total, unit -> figures.figure(unit, item.code()));
        page.formula(row, column, formula, item.type().decimals(), Look.TOTAL, item.code(), total);
        return total.value().map(v -> new Cell(item.code(), new CellAddress(row, column)));
    }
}
