package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.aggregation.Figure;
import org.huizong.catalogue.Item;
import org.huizong.model.CellAddress;

/** How the cells of units make the township's, as a formula; a unit that the figure leaves out is not in it. */
final class AcrossFormula {
    private final Map<String, CellAddress> cells;
    private final boolean column;

    private AcrossFormula(Map<String, CellAddress> cells, boolean column) {
        this.cells = cells;
        this.column = column;
    }

    /** Over cells of one column with nothing but texts between them, by unit, from top to bottom. */
    static AcrossFormula ofColumn(Map<String, CellAddress> cells) {
        return new AcrossFormula(cells, true);
    }

    /** Over cells with other figures between them, by unit. */
    static AcrossFormula ofCells(Map<String, CellAddress> cells) {
        return new AcrossFormula(cells, false);
    }

    /**
     * The formula.
     *
     * @param total the township's figure
     * @param figures the units' figures by code
     */
    String of(Item item, Figure total, Function<String, Figure> figures) {
        boolean mean = item.across() == Item.Across.MEAN;
        if (mean && cells.keySet().stream().anyMatch(u -> figures.apply(u).units() > 1)) {
            return weighted(total, figures);
        }
        List<List<CellAddress>> runs = runs(
                u -> total.leftOut().contains(u) && figures.apply(u).value().isPresent());
        String ranges = runs.stream().map(AcrossFormula::range).collect(Collectors.joining(","));
        return (mean ? "AVERAGE" : item.across().name()) + '(' + ranges + ')';
    }

    /** A mean over the units below units: each cell counts as many times as it has units. */
    private String weighted(Figure total, Function<String, Figure> figures) {
        String parts = cells.entrySet().stream()
                .filter(e -> figures.apply(e.getKey()).value().isPresent())
                .map(e ->
                        e.getValue().pinned() + '*' + figures.apply(e.getKey()).units())
                .collect(Collectors.joining("+"));
        return '(' + parts + ")/" + total.units();
    }

    private List<List<CellAddress>> runs(Predicate<String> leftOut) {
        List<List<CellAddress>> runs = new ArrayList<>();
        boolean open = false;
        for (Map.Entry<String, CellAddress> cell : cells.entrySet()) {
            boolean counted = !leftOut.test(cell.getKey());
            if (counted && !(open && column)) {
                runs.add(new ArrayList<>());
            }
            if (counted) {
                runs.get(runs.size() - 1).add(cell.getValue());
            }
            open = counted;
        }
        return runs;
    }

    private static String range(List<CellAddress> run) {
        String first = run.get(0).pinned();
        return run.size() == 1 ? first : first + ':' + run.get(run.size() - 1).pinned();
    }
}
