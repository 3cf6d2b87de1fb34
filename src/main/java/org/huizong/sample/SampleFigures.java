package org.huizong.sample;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Unit;
import org.huizong.sample.SampleTables.Cell;
import org.huizong.sample.SampleTables.Course;
import org.huizong.sample.SampleTables.Stage;

/** What truly happened in each unit and month of the sample year, as whole numbers; the same at every call. */
final class SampleFigures {
    static final int YEAR = 2025;

    private static final long SEED = 20250101;
    private static final double PEAK = 1.4;

    private record Key(String unit, int month, String item) {}

    private final Random random = new Random(SEED);
    private final Map<Key, Integer> figures = new HashMap<>();

    SampleFigures(Catalogue catalogue) {
        for (Cell cell : SampleTables.cells()) {
            String digits =
                    Normalizer.normalize(cell.value(), Normalizer.Form.NFKC).replaceAll("\\D", "");
            if (cell.stage() == Stage.BOTH && !cell.item().startsWith("explain.")) {
                figures.put(new Key(cell.unit(), cell.month().getMonthValue(), cell.item()), Integer.valueOf(digits));
            }
        }
        Map<String, Set<String>> taken = new HashMap<>();
        for (Course course : SampleTables.courses()) {
            List<Unit> units = catalogue.units().stream()
                    .filter(u -> owes(u, course.item()))
                    .filter(course::covers)
                    .filter(u -> taken.computeIfAbsent(course.item(), i -> new TreeSet<>())
                            .add(u.code()))
                    .toList();
            course.year().ifPresentOrElse(total -> spread(course, units, total), () -> draw(course, units));
        }
        catalogue.units().stream()
                .filter(u -> owes(u, "publicity.study_sessions"))
                .forEach(this::study);
        catalogue.units().stream().filter(u -> owes(u, "village.residents")).forEach(this::village);
    }

    /** The figure of a filled item; 0 where the tables say nothing. */
    int figure(String unit, int month, String item) {
        return figures.getOrDefault(new Key(unit, month, item), 0);
    }

    private static boolean owes(Unit unit, String item) {
        return unit.returns().contains(item.substring(0, item.indexOf('.')));
    }

    private void draw(Course course, List<Unit> units) {
        for (Unit unit : units) {
            for (int month = 1; month <= 12; month++) {
                int value = course.low() + random.nextInt(course.high() - course.low() + 1);
                double factor = course.peaks().contains(month) ? PEAK : 1;
                figures.putIfAbsent(new Key(unit.code(), month, course.item()), (int) Math.floor(value * factor));
            }
        }
    }

    /** Spreads the year's total over units and months by weight; the largest remainders get the units left over. */
    private void spread(Course course, List<Unit> units, int total) {
        Map<Key, Double> weights = new LinkedHashMap<>();
        int fixed = 0;
        for (Unit unit : units) {
            double size = 0.7 + 0.6 * random.nextDouble();
            for (int month = 1; month <= 12; month++) {
                double weight = size * (course.peaks().contains(month) ? PEAK : 1) * (0.85 + 0.3 * random.nextDouble());
                Key key = new Key(unit.code(), month, course.item());
                if (figures.containsKey(key)) {
                    fixed += figures.get(key);
                } else {
                    weights.put(key, weight);
                }
            }
        }
        int open = total - fixed;
        double sum = weights.values().stream().mapToDouble(w -> w).sum();
        Map<Key, Double> remainders = new HashMap<>();
        int placed = 0;
        for (Map.Entry<Key, Double> entry : weights.entrySet()) {
            double share = open * entry.getValue() / sum;
            figures.put(entry.getKey(), (int) Math.floor(share));
            placed += (int) Math.floor(share);
            remainders.put(entry.getKey(), share - Math.floor(share));
        }
        List<Key> order = new ArrayList<>(remainders.keySet());
        order.sort(Comparator.comparing((Key k) -> -remainders.getOrDefault(k, 0.0))
                .thenComparing(Key::unit)
                .thenComparing(Key::month));
        order.stream().limit(open - placed).forEach(k -> figures.merge(k, 1, Integer::sum));
    }

    /** Six study sessions in most units, up to eight in some. */
    private void study(Unit unit) {
        int sessions = 6 + random.nextInt(3);
        List<Integer> months =
                new ArrayList<>(IntStream.rangeClosed(1, 12).boxed().toList());
        Collections.shuffle(months, random);
        months.stream()
                .limit(sessions)
                .forEach(m -> figures.put(new Key(unit.code(), m, "publicity.study_sessions"), 1));
    }

    /** Stocks that close: people by births and deaths, disputes by what was accepted and settled. */
    private void village(Unit unit) {
        int male = 900 + random.nextInt(300);
        int female = 880 + random.nextInt(300);
        int away = 120 + random.nextInt(80);
        int open = 1 + random.nextInt(3);
        for (int month = 1; month <= 12; month++) {
            String code = unit.code();
            male += figure(code, month, "village.births_male") - figure(code, month, "village.deaths_male");
            female += figure(code, month, "village.births_female") - figure(code, month, "village.deaths_female");
            figures.putIfAbsent(new Key(code, month, "village.registered_male"), male);
            figures.putIfAbsent(new Key(code, month, "village.registered_female"), female);
            figures.putIfAbsent(new Key(code, month, "village.residents_male"), male - away);
            figures.putIfAbsent(new Key(code, month, "village.residents_female"), female - away);
            int accepted = figure(code, month, "village.disputes_accepted");
            int settled = Math.max(0, open + accepted - figure(code, month, "village.disputes_settled"));
            figures.put(new Key(code, month, "village.disputes_opening"), open);
            figures.put(new Key(code, month, "village.disputes_settled"), settled);
            open += accepted - settled;
        }
    }
}
