package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.Standings;
import org.huizong.publish.narrative.States;
import org.huizong.publish.narrative.Terms;

/** Each unit's figures of a return, a row a unit; the cells of a line of the form stay together if they can. */
final class UnitBlock implements Block, Bands.Writer<Item> {
    private static final int BAND = 8;

    private final Terms terms;
    private final Page page;
    private final FormFigures figures;
    private final FormLayout layout;
    private final int top;
    private final List<List<Item>> bands;
    /** In which row of each band a unit stands. */
    private final Map<String, int[]> rows = new HashMap<>();

    UnitBlock(Book book, Page page, FormFigures figures, FormLayout layout, int top) {
        this.terms = book.terms();
        this.page = page;
        this.figures = figures;
        this.layout = layout;
        this.top = top;
        this.bands = bands();
    }

    private List<List<Item>> bands() {
        List<List<Item>> all = new ArrayList<>();
        List<Item> band = new ArrayList<>();
        for (Line line : layout.lines()) {
            List<Item> items =
                    line.items().stream().filter(i -> i.type().isNumeric()).toList();
            for (List<Item> part : Bands.cut(items, BAND)) {
                if (band.size() + part.size() > BAND) {
                    all.add(List.copyOf(band));
                    band.clear();
                }
                band.addAll(part);
            }
        }
        if (!band.isEmpty()) {
            all.add(band);
        }
        return all;
    }

    @Override
    public int lastColumn() {
        return layout.firstValueColumn()
                + bands.stream().mapToInt(List::size).max().orElse(1)
                - 1;
    }

    @Override
    public AcrossFormula across(String item) {
        Map<String, CellAddress> cells = new LinkedHashMap<>();
        figures.units().forEach(u -> cell(u.code(), item).ifPresent(cell -> cells.put(u.code(), cell)));
        return AcrossFormula.ofColumn(cells);
    }

    @Override
    public void write(Paper paper) {
        figures.units().forEach(u -> rows.put(u.code(), new int[bands.size()]));
        new Bands<>(bands, figures.units(), paper, this).write(top);
    }

    @Override
    public Optional<CellAddress> cell(String unit, String item) {
        for (int band = 0; band < bands.size(); band++) {
            List<Item> items = bands.get(band);
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).code().equals(item)) {
                    return Optional.of(new CellAddress(row(unit)[band], layout.firstValueColumn() + i));
                }
            }
        }
        return Optional.empty();
    }

    private int[] row(String unit) {
        return Objects.requireNonNull(rows.get(unit));
    }

    @Override
    public int heads(int row, List<Item> band, int number, int all) {
        page.text(
                row,
                0,
                all == 1 ? terms.text("report.block") : terms.text("report.block.part", number + 1, all),
                Look.SECTION);
        String[] lines = new String[layout.firstValueColumn() + band.size()];
        String[] codes = new String[lines.length];
        Arrays.fill(lines, "");
        Arrays.fill(codes, "");
        lines[0] = terms.text("report.head.unit");
        lines[layout.measureColumn()] = terms.text("report.head.state");
        lines[layout.codeColumn()] = terms.text("report.head.countedofowed");
        codes[0] = terms.text("report.head.code");
        for (int i = 0; i < band.size(); i++) {
            Item item = band.get(i);
            boolean several = isOneOfSeveral(item);
            lines[layout.firstValueColumn() + i] =
                    several ? label(item) : terms.ofPeriod(terms.wording().label(item));
            codes[layout.firstValueColumn() + i] = several
                    ? item.row() + ' ' + terms.wording().choice(item.form() + ".columns", item.column())
                    : item.row();
        }
        page.line(row + 1, Look.HEAD, lines);
        page.line(row + 2, Look.CENTRE, codes);
        page.merge(row + 1, 0, layout.labelColumn());
        page.merge(row + 2, 0, layout.labelColumn());
        merge(row + 1, band);
        return 3;
    }

    /** Whether its line has other cells too. */
    private boolean isOneOfSeveral(Item item) {
        return layout.lines().stream()
                .anyMatch(l -> l.items().size() > 1 && l.items().contains(item));
    }

    private String label(Item item) {
        return layout.lines().stream()
                .filter(l -> l.items().contains(item))
                .findFirst()
                .map(terms::label)
                .orElse("");
    }

    /** One head over the cells of a line. */
    private void merge(int row, List<Item> band) {
        for (int from = 0; from < band.size(); ) {
            int to = from;
            while (to + 1 < band.size()
                    && band.get(to + 1).row().equals(band.get(from).row())) {
                to++;
            }
            page.merge(row, layout.firstValueColumn() + from, layout.firstValueColumn() + to);
            from = to + 1;
        }
    }

    @Override
    public void unit(int row, Unit unit, List<Item> band) {
        States states = terms.states();
        Standings standings = states.of(unit.code(), figures.form().code());
        page.area(
                new CellRangeAddress(row, row, 0, layout.labelColumn()),
                terms.wording().label(unit),
                Look.CELL);
        if (figures.units().size() <= MonthlyTrend.MOST_UNITS) {
            page.source(row, 0, unit.code(), figures.form().code());
        }
        page.text(row, layout.measureColumn(), states.text(standings), Look.of(states.tone(standings)));
        page.text(row, layout.codeColumn(), standings.counted() + "/" + standings.owed(), Look.CENTRE);
        row(unit.code())[bands.indexOf(band)] = row;
        for (int i = 0; i < band.size(); i++) {
            Item item = band.get(i);
            int column = layout.firstValueColumn() + i;
            Figure figure = figures.figure(unit.code(), item.code());
            if (figure.isOwed()) {
                page.figure(row, column, figure, item.type().decimals(), Look.NUMBER);
            } else {
                page.blank(row, column, Look.NUMBER);
            }
        }
        page.height(row, height(unit));
    }

    @Override
    public double height(Unit unit) {
        Standings standings = terms.states().of(unit.code(), figures.form().code());
        String[] texts = new String[layout.codeColumn()];
        Arrays.fill(texts, "");
        texts[layout.labelColumn()] = terms.wording().label(unit);
        texts[layout.measureColumn()] = terms.states().text(standings);
        return page.heightOf(texts);
    }

    @Override
    public int foot(int row, List<Item> band, int first, int last) {
        return 0;
    }
}
