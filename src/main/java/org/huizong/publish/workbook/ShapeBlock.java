package org.huizong.publish.workbook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.Standings;
import org.huizong.publish.narrative.Terms;

/** Few units' figures of a return, each unit's in the shape of the form. */
final class ShapeBlock implements Block {
    /** So many units are easier to read as forms than as rows. */
    static final int MOST_UNITS = 3;

    private final Terms terms;
    private final Page page;
    private final FormFigures figures;
    private final FormLayout layout;
    private final FormFrame frame;
    private final int top;
    private final Map<String, Map<String, CellAddress>> cells = new HashMap<>();

    ShapeBlock(Book book, Page page, FormFigures figures, FormLayout layout, FormFrame frame, int top) {
        this.terms = book.terms();
        this.page = page;
        this.figures = figures;
        this.layout = layout;
        this.frame = frame;
        this.top = top;
    }

    @Override
    public int lastColumn() {
        return layout.firstValueColumn() + layout.width() - 1;
    }

    @Override
    public void write(Paper paper) {
        int row = top;
        for (Unit unit : figures.units()) {
            int first = row;
            heads(row, unit);
            row += 1 + layout.headLevels();
            frame.groups(row);
            for (Line line : layout.lines()) {
                line(row++, unit, line);
            }
            paper.together(first, row++);
        }
    }

    @Override
    public Optional<CellAddress> cell(String unit, String item) {
        return Optional.ofNullable(cells.getOrDefault(item, Map.of()).get(unit));
    }

    private void heads(int row, Unit unit) {
        Standings standings = terms.states().of(unit.code(), figures.form().code());
        page.text(
                row,
                0,
                terms.text(
                        "report.block.unit",
                        terms.wording().label(unit),
                        terms.states().text(standings)),
                Look.SECTION);
        page.source(row, 0, unit.code(), figures.form().code());
        frame.heads(row + 1, terms.text("report.head.value"), List.of());
    }

    private void line(int row, Unit unit, Line line) {
        frame.line(row, line);
        if (line.text().isPresent()) {
            frame.text(row, lastColumn());
            return;
        }
        if (line.isHeading()) {
            page.blank(row, layout.measureColumn(), Look.CENTRE);
            page.blank(row, layout.codeColumn(), Look.CENTRE);
        }
        for (int i = 0; i < layout.width(); i++) {
            int column = layout.firstValueColumn() + i;
            Optional<Item> item = i < line.cells().size() ? line.cells().get(i) : Optional.empty();
            if (item.isPresent()) {
                value(new CellAddress(row, column), unit, item.get());
            } else if (line.isHeading()) {
                page.blank(row, column, Look.CELL);
            } else {
                page.text(row, column, FormPage.NOT_ASKED, Look.CENTRE);
            }
        }
    }

    private void value(CellAddress cell, Unit unit, Item item) {
        cells.computeIfAbsent(item.code(), i -> new LinkedHashMap<>()).put(unit.code(), cell);
        Figure figure = figures.figure(unit.code(), item.code());
        if (figure.isOwed()) {
            page.figure(cell.row(), cell.column(), figure, item.type().decimals(), Look.NUMBER);
        } else {
            page.blank(cell.row(), cell.column(), Look.NUMBER);
        }
    }

    @Override
    public AcrossFormula across(String item) {
        return AcrossFormula.ofCells(cells.getOrDefault(item, Map.of()));
    }
}
