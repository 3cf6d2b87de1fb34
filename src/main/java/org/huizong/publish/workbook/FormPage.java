package org.huizong.publish.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Item;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.model.Frequency;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.spreadsheet.write.TextWidth;

/**
 * A return in its form's shape with the township's totals, and beneath it each unit's figures, which the totals add up.
 *
 * <p>Carries the names of a return, so that it is one for the county.
 */
final class FormPage {
    /** What stands in a cell that the form does not ask. */
    static final String NOT_ASKED = "×";

    /** Places of a column of figures, unless its widest figure needs more. */
    static final double ITEM_WIDTH = 11;
    /** Places of a column of heads that stand beside several lines. */
    private static final double GROUP_WIDTH = 10;
    /** Places that print on upright paper without shrinking much. */
    private static final double PORTRAIT = 100;

    private final Book book;
    private final Terms terms;
    private final FormFigures figures;
    private final FormLayout layout;
    private final String key;
    private final Page page;
    private final FormFrame frame;
    private final Block block;
    private final List<YearColumn> comparisons;
    private final int last;
    private final int hidden;
    private final Map<String, CellAddress> totals = new HashMap<>();

    FormPage(Book book, FormFigures figures) {
        this.book = book;
        this.terms = book.terms();
        this.figures = figures;
        this.layout =
                FormLayout.of(terms.catalogue(), figures.form(), terms.period().months());
        this.key = SheetKey.of(figures.form());
        this.page = Page.live(book, key);
        this.frame = new FormFrame(terms, page, layout);
        int below = layout.afterTable() + 1;
        this.block = figures.units().size() <= ShapeBlock.MOST_UNITS
                ? new ShapeBlock(book, page, figures, layout, frame, below)
                : new UnitBlock(book, page, figures, layout, below);
        this.comparisons = comparisons();
        this.last = layout.earlierColumn() + comparisons.size() - 1;
        this.hidden = Math.max(layout.hiddenColumn(), block.lastColumn() + 2);
    }

    /** A column to the right of the form's own, beside the first figure of each line. */
    private record YearColumn(String head, Map<String, Figure> figures) {}

    /** Of a year, the year to date would say the same twice. */
    private List<YearColumn> comparisons() {
        if (layout.lines().stream().allMatch(l -> yearly(l).isEmpty())) {
            return List.of();
        }
        String of = yearlyColumns();
        YearColumn yearToDate = new YearColumn(terms.text("report.head.yeartodate") + of, toDate());
        YearColumn yearAgo = new YearColumn(terms.textOfPeriod("report.head.yearago") + of, figures.yearAgo());
        return terms.period().frequency() == Frequency.YEAR ? List.of(yearAgo) : List.of(yearToDate, yearAgo);
    }

    /** From January; what was open at the start of the year is nothing that adds up in it. */
    private Map<String, Figure> toDate() {
        Map<String, Figure> toDate = new HashMap<>(figures.yearToDate());
        layout.items().stream().filter(i -> i.time() == Item.Time.FIRST).forEach(i -> toDate.remove(i.code()));
        return toDate;
    }

    /**
     * The item of a line that is compared: its only one or its total; where a form asks of several columns, none of them
     * a total, the one that is an indicator.
     */
    private Optional<Item> yearly(Line line) {
        List<Item> items = line.items();
        if (line.isHeading() || layout.showsYear()) {
            return line.cells().stream().limit(1).flatMap(Optional::stream).findFirst();
        }
        return items.size() == 1
                ? items.stream().findFirst()
                : items.stream()
                        .filter(i -> terms.catalogue().indicators().stream()
                                .anyMatch(of -> of.formula().strip().equals(i.code())))
                        .findFirst();
    }

    /** Which columns the comparisons are of, if that is not said by the form itself. */
    private String yearlyColumns() {
        if (layout.showsYear()) {
            return "";
        }
        List<String> columns = layout.columns().stream()
                .filter(c -> layout.lines().stream()
                        .flatMap(l -> yearly(l).stream())
                        .anyMatch(i -> i.column().equals(c.code())))
                .map(c -> terms.ofPeriod(terms.wording().label(c)))
                .toList();
        return "\n" + terms.text("report.head.of", String.join(terms.text("list.separator"), columns));
    }

    void write() {
        widths();
        new FormTop(book, page, figures, layout, frame)
                .write(comparisons.stream().map(YearColumn::head).toList());
        Paper paper = paper();
        paper.newPage(layout.afterTable() + 1);
        block.write(paper);
        layout.items().forEach(this::place);
        layout.items().forEach(this::name);
        layout.lines().forEach(this::line);
        frame.groups(layout.firstLineRow());
        note();
        new ForAbove(book, page, figures).write(layout.cell(Field.UNIT), hidden);
        book.put(
                figures.form().code(),
                new FormCells(book.name(key).orElseThrow(), blank(), Map.copyOf(totals), figures, block::cell));
        page.print(paper);
        book.workbook()
                .setPrintArea(
                        book.index(key),
                        0,
                        lastPrinted(),
                        0,
                        isOnes() ? layout.afterTable() : page.sheet().getLastRowNum());
        page.done();
    }

    /** Whether one unit alone reports it: its figures below say what the form says, and are not printed twice. */
    private boolean isOnes() {
        return figures.units().size() == 1;
    }

    private int lastPrinted() {
        return isOnes() ? last : Math.max(last, block.lastColumn());
    }

    private Paper paper() {
        double places = page.places(0, lastPrinted());
        return new Paper(page.sheet(), places > PORTRAIT, places);
    }

    private void widths() {
        double[] widths = new double[Math.max(last, block.lastColumn()) + 1];
        Arrays.fill(widths, Math.max(ITEM_WIDTH, widest()));
        Arrays.fill(widths, 0, layout.labelColumn(), GROUP_WIDTH);
        widths[layout.labelColumn()] = 28;
        // holds how a unit reports in the block below
        widths[layout.measureColumn()] = 14;
        widths[layout.codeColumn()] = 9;
        page.widths(widths);
    }

    /** Places that the widest figure of the form takes in bold. */
    private double widest() {
        return Stream.of(figures.totals(), figures.yearToDate(), figures.yearAgo())
                .flatMap(of -> of.entrySet().stream())
                .mapToDouble(e -> e.getValue()
                        .value()
                        .map(v -> TextWidth.ofNumber(v, decimals(e.getKey())))
                        .orElse(0.0))
                .max()
                .orElse(0);
    }

    private int decimals(String item) {
        return terms.catalogue().item(item).map(i -> i.type().decimals()).orElse(0);
    }

    /** An item without a figure gets no cell of its own: its name leads to a cell that stays empty. */
    private void place(Item item) {
        if (figures.total(item.code()).value().isPresent()) {
            totals.put(item.code(), layout.cell(item.code()).orElseThrow());
        }
    }

    private void name(Item item) {
        book.define(key, item.code(), totals.getOrDefault(item.code(), blank()));
    }

    private CellAddress blank() {
        return new CellAddress(FormLayout.BANNER_ROW, hidden);
    }

    private void line(Line line) {
        frame.line(line.row(), line);
        if (line.isHeading()) {
            for (int column = layout.measureColumn(); column <= last; column++) {
                page.blank(line.row(), column, Look.CELL);
            }
            return;
        }
        if (line.text().isPresent()) {
            frame.text(line.row(), last);
            return;
        }
        for (int i = 0; i < line.cells().size(); i++) {
            int column = layout.firstValueColumn() + i;
            line.cells()
                    .get(i)
                    .ifPresentOrElse(
                            item -> total(item, line.row(), column),
                            () -> page.text(line.row(), column, NOT_ASKED, Look.CENTRE));
        }
        for (int i = 0; i < comparisons.size(); i++) {
            year(line, layout.earlierColumn() + i, comparisons.get(i).figures());
        }
    }

    private void total(Item item, int row, int column) {
        page.formula(
                row,
                column,
                formula(item),
                item.type().decimals(),
                Look.TOTAL,
                item.code(),
                figures.total(item.code()));
    }

    /** The catalogue's own formula over the names of this sheet; else how the units make the township. */
    private String formula(Item item) {
        return terms.catalogue().isRecalculated(item)
                ? item.formula()
                : block.across(item.code())
                        .of(item, figures.total(item.code()), unit -> figures.figure(unit, item.code()));
    }

    private void year(Line line, int column, Map<String, Figure> of) {
        Optional<Item> item = yearly(line);
        if (item.isEmpty()) {
            page.text(line.row(), column, NOT_ASKED, Look.CENTRE);
            return;
        }
        page.figure(
                line.row(),
                column,
                of.getOrDefault(item.get().code(), Figure.NOT_OWED),
                item.get().type().decimals(),
                Look.NUMBER);
    }

    private void note() {
        Stream<Figure> totals = layout.items().stream().map(i -> figures.total(i.code()));
        Stream<Figure> compared = layout.lines().stream()
                .flatMap(line -> yearly(line).stream())
                .flatMap(item -> comparisons.stream()
                        .flatMap(c -> Optional.ofNullable(c.figures().get(item.code())).stream()));
        new Marks(terms)
                .note(Stream.concat(totals, compared))
                .ifPresent(note -> page.wide(layout.afterTable(), 0, last, note, Look.NOTE));
    }
}
