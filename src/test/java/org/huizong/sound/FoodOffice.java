package org.huizong.sound;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 食药监所: inspections of shops and kitchens, quick tests whose result is there the same day, banquets that are filed. */
final class FoodOffice {
    private static final List<String> KINDS = List.of("workshops", "catering", "canteens", "vendors", "clinics");
    private static final int[] SIZES = {8, 30, 6, 60, 14};
    private static final double[] VISITS = {2, 4, 1, 4, 2};
    private static final double[] SEASON = {1.5, 0.6, 1.3, 1, 1, 1, 0.9, 0.9, 1.4, 1, 1, 1.1};

    /** There is a plan of so many a month. */
    private static final int FEWEST_VISITS = 3;

    private final Chance chance;
    private final double busyness;
    private final Map<String, Integer> licensed = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private record Problem(String kind, LocalDate corrected) {}

    FoodOffice(long seed) {
        this.chance = new Chance(seed, "food");
        this.busyness = chance.number(0.7, 1.4);
        for (int i = 0; i < KINDS.size(); i++) {
            licensed.put(KINDS.get(i), Math.max(2, (int) (SIZES[i] * chance.number(0.6, 1.4))));
        }
    }

    /**
     * Lives through a month and counts it.
     *
     * @param banquets how many were filed with the office
     */
    Tally month(YearMonth month, int banquets) {
        Tally tally = new Tally().add("food.banquets", banquets);
        int inspections = Math.max(FEWEST_VISITS, chance.count(6 * busyness * SEASON[month.getMonthValue() - 1]));
        for (int i = 0; i < inspections; i++) {
            inspect(chance.pick(KINDS, VISITS), chance.day(month), tally);
        }
        LocalDate end = month.atEndOfMonth();
        problems.stream()
                .filter(p -> !p.corrected().isAfter(end))
                .forEach(p -> tally.add("food.problems_corrected_" + p.kind()));
        problems.removeIf(p -> !p.corrected().isAfter(end));
        if (chance.happens(0.6)) {
            samples(tally);
        }
        for (String kind : KINDS) {
            if (chance.happens(0.2)) {
                licensed.merge(kind, chance.pick(List.of(1, -1)), (a, b) -> Math.max(1, a + b));
            }
            tally.add("food.licensed_" + kind, licensed.get(kind));
        }
        tally.add("food.clinics_closed", chance.happens(0.04) ? 1 : 0)
                .add("food.shops_closed", chance.happens(0.03) ? 1 : 0)
                .add("food.complaints", chance.count(1.5));
        if (chance.happens(0.004)) {
            tally.add("food.accidents").add("food.accident_victims", chance.whole(2, 12));
        }
        return tally;
    }

    private void inspect(String kind, LocalDate day, Tally tally) {
        tally.add("food.inspections_" + kind);
        int found = chance.count(1.1);
        for (int i = 0; i < found; i++) {
            tally.add("food.problems_found_" + kind);
            problems.add(new Problem(kind, chance.happens(0.6) ? day : day.plusDays(chance.whole(1, 20))));
        }
        if (found > 0 && chance.happens(0.25)) {
            tally.add("food.violations_corrected_" + kind);
        }
        if (found > 0 && chance.happens(0.15)) {
            tally.add("food.seized_" + kind, BigDecimal.valueOf(chance.whole(3, 250), 1));
        }
    }

    private void samples(Tally tally) {
        int samples = chance.whole(2, 14);
        for (int i = 0; i < samples; i++) {
            String kind = chance.pick(KINDS, VISITS);
            tally.add("food.samples_" + kind).add("food.samples_failed_" + kind, chance.happens(0.05) ? 1 : 0);
        }
    }
}
