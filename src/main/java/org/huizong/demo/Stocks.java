package org.huizong.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleTables.Stock;

/** Works out stocks that close: what is there at the end is what was there, and what came, without what went. */
final class Stocks {
    private final SampleFigures figures;
    private final Map<FigureKey, Integer> made = new HashMap<>();

    Stocks(SampleFigures figures) {
        this.figures = figures;
    }

    /** Every figure of the stock, and of what is worked out so that it closes; the first row that names a unit holds. */
    Map<FigureKey, Integer> make(List<Stock> rows) {
        Set<String> taken = new HashSet<>();
        for (Stock row : rows) {
            Stream.concat(row.in().stream(), row.out().stream())
                    .filter(i -> !i.equals(row.solved()))
                    .forEach(figures::make);
            figures.units(row.item(), row.units()).stream()
                    .filter(u -> taken.add(u.code()))
                    .forEach(u -> make(row, u));
        }
        return made;
    }

    private void make(Stock row, Unit unit) {
        Dice dice = new Dice(row.item(), unit.code());
        int start = dice.whole(row.startLow(), row.startHigh());
        for (int month = 1; month <= SampleFigures.MONTHS; month++) {
            int left = start + sum(row.in(), unit, month) - sum(row.out(), unit, month);
            int wanted = dice.whole(row.low(), row.high());
            if (month == SampleFigures.MONTHS) {
                wanted = row.last().orElse(wanted);
            }
            int end = left;
            if (row.in().contains(row.solved())) {
                end = Math.max(wanted, left);
                made.put(new FigureKey(unit.code(), month, row.solved()), end - left);
            } else if (row.out().contains(row.solved())) {
                end = Math.min(wanted, left);
                made.put(new FigureKey(unit.code(), month, row.solved()), left - end);
            }
            if (end < 0) {
                throw new IllegalStateException("more goes than there is: " + row + " in month " + month);
            }
            made.put(new FigureKey(unit.code(), month, row.item()), row.atStart() ? start : end);
            start = end;
        }
    }

    /** Of these items, what is not worked out here. */
    private int sum(List<String> items, Unit unit, int month) {
        return items.stream()
                .mapToInt(item -> figures.figure(unit.code(), month, item))
                .sum();
    }
}
