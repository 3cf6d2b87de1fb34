package org.huizong.publish.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;

/** 台账统计: what is counted from each register, by unit and for the township. */
final class MeasurePage {
    private static final int LEAST_COLUMNS = 6;

    private final Book book;
    private final Terms terms;
    private final Page page;
    private int row;

    MeasurePage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.live(book, SheetKey.MEASURES);
    }

    void write() {
        int last = Math.max(
                LEAST_COLUMNS,
                terms.consolidation().registers().stream()
                        .mapToInt(r -> r.items().size())
                        .max()
                        .orElse(0));
        double[] widths = new double[last + 1];
        Arrays.fill(widths, 13);
        page.widths(widths);
        page.title(row++, last, terms.text("report.measures.title"));
        page.wide(
                row++,
                0,
                last,
                terms.text("report.measures.note", terms.wording().period(terms.period())),
                Look.NOTE);
        Paper paper = new Paper(page.sheet(), true, page.places(0, last));
        paper.together(0, row - 1);
        terms.consolidation().registers().stream()
                .filter(r -> !r.items().isEmpty())
                .forEach(r -> {
                    int first = row;
                    register(r);
                    paper.together(first, row - 1);
                });
        page.sheet().createFreezePane(1, 0);
        page.print(paper);
        page.done();
    }

    private void register(FormFigures figures) {
        row++;
        page.text(row++, 0, terms.wording().label(figures.form()), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                Stream.concat(
                                Stream.of(terms.text("report.head.unit")),
                                figures.items().stream()
                                        .map(i -> terms.text(
                                                "report.head.withmeasure",
                                                terms.wording().label(i),
                                                terms.wording().measure(i.measure()))))
                        .toArray(String[]::new));
        int first = row;
        Map<String, Integer> rows = new HashMap<>();
        for (Unit unit : figures.units()) {
            rows.put(unit.code(), row);
            unit(figures, unit);
        }
        page.text(row, 0, terms.whole(), Look.TOTAL_LABEL);
        Map<String, CellAddress> totals = new HashMap<>();
        for (int i = 0; i < figures.items().size(); i++) {
            total(figures, figures.items().get(i), i + 1, first).ifPresent(cell -> totals.put(cell.code(), cell.at()));
        }
        CellAddress blank = new CellAddress(row, figures.items().size() + 1);
        row++;
        List<String> codes = figures.items().stream().map(Item::code).toList();
        book.put(
                figures.form().code(),
                new FormCells(
                        page.sheet().getSheetName(),
                        blank,
                        totals,
                        figures,
                        (unit, item) -> Optional.ofNullable(rows.get(unit))
                                .map(r -> new CellAddress(r, 1 + codes.indexOf(item)))));
    }

    private void unit(FormFigures figures, Unit unit) {
        page.text(row, 0, terms.wording().label(unit), Look.CELL);
        for (int i = 0; i < figures.items().size(); i++) {
            Item item = figures.items().get(i);
            Figure figure = figures.figure(unit.code(), item.code());
            page.figure(row, i + 1, figure, item.type().decimals(), Look.NUMBER);
        }
        page.fit(row, terms.wording().label(unit));
        row++;
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
