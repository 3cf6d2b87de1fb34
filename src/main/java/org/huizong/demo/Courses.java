package org.huizong.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleTables.Course;
import org.huizong.demo.SampleTables.How;

/** Works out the months of one item from its rows in figures.csv. */
final class Courses {
    private static final double SMALLEST = 0.7;
    private static final double LARGEST = 1.3;
    private static final double CALM = 0.85;
    private static final double BUSY = 1.15;

    private final SampleFigures figures;
    private final Map<FigureKey, Integer> made = new HashMap<>();

    Courses(SampleFigures figures) {
        this.figures = figures;
    }

    /** Every figure of the item; the first row that names a unit holds for it. */
    Map<FigureKey, Integer> make(List<Course> rows) {
        Set<String> taken = new HashSet<>();
        for (Course row : rows) {
            row.of().forEach(figures::make);
            Set<String> named = row.how() == How.SUM ? Set.of("all") : row.units();
            List<Unit> units = figures.units(row.item(), named).stream()
                    .filter(u -> taken.add(u.code()))
                    .toList();
            make(row, units);
        }
        return made;
    }

    private void make(Course row, List<Unit> units) {
        switch (row.how()) {
            case YEAR -> year(row, units);
            case NONE -> months(units, row, (key, dice) -> 0);
            case MONTH -> months(units, row, (key, dice) -> month(row, key, dice));
            case LEVEL -> months(units, row, (key, dice) -> level(row, key, dice));
            case SUM -> months(units, row, (key, dice) -> sum(row, key));
            case OWN -> units.forEach(u -> own(row, u));
        }
    }

    private interface Month {
        int figure(FigureKey key, Dice dice);
    }

    private void months(List<Unit> units, Course row, Month month) {
        for (Unit unit : units) {
            Dice dice = new Dice(row.item(), unit.code());
            for (int m = 1; m <= SampleFigures.MONTHS; m++) {
                FigureKey key = new FigureKey(unit.code(), m, row.item());
                int figure = month.figure(key, dice);
                made.put(key, figures.fixed(key).orElse(figure));
            }
        }
    }

    private int month(Course row, FigureKey key, Dice dice) {
        double peak = row.peaks().getOrDefault(key.month(), 1.0);
        if (row.of().isEmpty()) {
            return (int) Math.floor(dice.whole((int) row.low(), (int) row.high()) * peak);
        }
        double steps = of(row, key) * dice.number(row.low(), row.high()) * peak / row.step();
        return dice.round(steps) * row.step();
    }

    private int level(Course row, FigureKey key, Dice dice) {
        Integer before = made.get(new FigureKey(key.unit(), key.month() - 1, key.item()));
        return before == null
                ? dice.whole((int) row.low(), (int) row.high())
                : before + dice.whole(-row.step(), row.step());
    }

    private int sum(Course row, FigureKey key) {
        return row.of().stream()
                .mapToInt(item -> figures.units(item, row.units()).stream()
                        .mapToInt(u -> figures.figure(u.code(), key.month(), item))
                        .sum())
                .sum();
    }

    /** What an item depends on, of the same unit and month. */
    private int of(Course row, FigureKey key) {
        return row.of().stream()
                .mapToInt(item -> figures.figure(key.unit(), key.month(), item))
                .sum();
    }

    private void year(Course row, List<Unit> units) {
        Map<FigureKey, Double> weights = new LinkedHashMap<>();
        Map<FigureKey, Integer> limits = new HashMap<>();
        int open = row.year();
        for (Unit unit : units) {
            Dice dice = new Dice(row.item(), unit.code());
            double size = dice.number(SMALLEST, LARGEST);
            for (int month = 1; month <= SampleFigures.MONTHS; month++) {
                FigureKey key = new FigureKey(unit.code(), month, row.item());
                double weight = size * row.peaks().getOrDefault(month, 1.0) * dice.number(CALM, BUSY);
                if (figures.fixed(key).isPresent()) {
                    made.put(key, figures.fixed(key).get());
                    open -= figures.fixed(key).get();
                } else if (row.of().isEmpty()) {
                    weights.put(key, weight);
                } else {
                    weights.put(key, weight * of(row, key));
                    limits.put(key, of(row, key));
                }
            }
        }
        made.putAll(Allotment.of(open, weights, limits));
    }

    /** Evenly over the year, from a month of the unit's own on. */
    private void own(Course row, Unit unit) {
        Dice dice = new Dice(row.item(), unit.code());
        int total = dice.whole((int) row.low(), (int) row.high());
        int start = dice.whole(0, SampleFigures.MONTHS - 1);
        int before = start;
        for (int month = 1; month <= SampleFigures.MONTHS; month++) {
            int now = start + month * total;
            made.put(
                    new FigureKey(unit.code(), month, row.item()),
                    now / SampleFigures.MONTHS - before / SampleFigures.MONTHS);
            before = now;
        }
    }
}
