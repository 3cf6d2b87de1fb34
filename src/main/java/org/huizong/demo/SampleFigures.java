package org.huizong.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleTables.Cell;
import org.huizong.demo.SampleTables.Course;
import org.huizong.demo.SampleTables.Stage;
import org.huizong.demo.SampleTables.Stock;
import org.huizong.text.Folding;

/**
 * What truly happened in each unit and month of the sample year, as whole numbers; the same at every call.
 *
 * <p>Items are made in the order in which they depend on each other, whatever the order of the tables.
 */
final class SampleFigures {
    static final int YEAR = 2025;
    static final int MONTHS = 12;

    private static final Pattern WHOLE = Pattern.compile("(\\d+)\\D*");

    private final Catalogue catalogue;
    private final List<Course> courses;
    private final List<Stock> stocks;
    private final Map<FigureKey, Integer> figures = new HashMap<>();
    private final Map<FigureKey, Integer> fixed = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> made = new HashSet<>();

    SampleFigures(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.courses = SampleTables.courses(catalogue);
        this.stocks = SampleTables.stocks(catalogue);
        SampleTables.cells().forEach(this::fix);
        catalogue.items().stream()
                .filter(i -> i.type().isNumeric() && !i.isComputed() && !catalogue.isRegister(i.form()))
                .forEach(i -> make(i.code()));
    }

    /** The figure of a filled item; 0 where it is not owed. */
    int figure(String unit, int month, String item) {
        return figures.getOrDefault(new FigureKey(unit, month, item), 0);
    }

    /** The units that owe an item and are named by a row. */
    List<Unit> units(String item, Set<String> named) {
        String form = item.substring(0, item.indexOf('.'));
        return catalogue.units().stream()
                .filter(u -> u.returns().contains(form))
                .filter(u -> SampleTables.names(named, u))
                .toList();
    }

    /** What a cell set by hand says of a figure. */
    Optional<Integer> fixed(FigureKey key) {
        return Optional.ofNullable(fixed.get(key));
    }

    /** Makes an item that another depends on, unless it is there. */
    void make(String item) {
        if (made.contains(item)) {
            return;
        }
        if (!begun.add(item)) {
            throw new IllegalStateException(item + " depends on itself in the tables of the sample year");
        }
        List<Stock> stock = stocks.stream().filter(s -> s.makes(item)).toList();
        List<Course> course =
                courses.stream().filter(c -> c.item().equals(item)).toList();
        if (stock.isEmpty() == course.isEmpty()) {
            throw new IllegalStateException(
                    "the sample year needs a row for " + item + " in figures.csv, or else in stocks.csv");
        }
        figures.putAll(stock.isEmpty() ? new Courses(this).make(course) : new Stocks(this).make(stock));
        made.add(item);
        stock.forEach(s -> made.addAll(List.of(s.item(), s.solved())));
    }

    private void fix(Cell cell) {
        Matcher number = WHOLE.matcher(Folding.halfWidth(cell.value()));
        boolean figure = catalogue
                .item(cell.item())
                .map(Item::type)
                .filter(t -> t.isNumeric())
                .isPresent();
        if (figure && cell.stage() == Stage.BOTH && number.matches()) {
            fixed.put(
                    new FigureKey(cell.unit(), cell.month().getMonthValue(), cell.item()),
                    Integer.valueOf(number.group(1)));
        }
    }
}
