package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** 交管站: turns on the road, vehicles that are stopped, drivers who are set right, places in the road that are mended. */
final class TrafficOffice {
    private static final List<String> KINDS = List.of("cars", "motorcycles", "farm", "coaches");
    private static final double[] SHARES = {35, 50, 10, 5};
    private static final double[] SEASON = {1.6, 1.4, 1, 1, 1, 1, 0.8, 0.8, 1.2, 1.2, 1, 1.1};

    /** There is a plan of so many a month. */
    private static final int FEWEST_TURNS = 3;

    private final Chance chance;
    private final double busyness;
    private final List<LocalDate> repairs = new ArrayList<>();
    private int wardens;

    TrafficOffice(long seed) {
        this.chance = new Chance(seed, "traffic");
        this.busyness = chance.number(0.75, 1.3);
        this.wardens = chance.whole(14, 30);
    }

    /** Lives through a month and counts it. */
    Tally month(YearMonth month) {
        Tally tally = new Tally();
        int turns = Math.max(FEWEST_TURNS, chance.count(5.5 * busyness * SEASON[month.getMonthValue() - 1]));
        for (int i = 0; i < turns; i++) {
            turn(tally);
        }
        int places = chance.count(2);
        for (int i = 0; i < places; i++) {
            tally.add("traffic.hazards_found");
            repairs.add(chance.day(month).plusDays(chance.whole(1, 50)));
        }
        LocalDate end = month.atEndOfMonth();
        tally.add(
                "traffic.hazards_fixed",
                repairs.stream().filter(d -> !d.isAfter(end)).count());
        repairs.removeIf(d -> !d.isAfter(end));
        int accidents = chance.count(0.8);
        for (int i = 0; i < accidents; i++) {
            tally.add("traffic.accidents")
                    .add("traffic.injured", chance.pick(List.of(0, 1, 2, 3), 30, 50, 15, 5))
                    .add("traffic.deaths", chance.happens(0.04) ? 1 : 0);
        }
        if (chance.happens(0.1)) {
            wardens += chance.pick(List.of(1, -1));
        }
        tally.add("traffic.wardens", wardens);
        return tally;
    }

    private void turn(Tally tally) {
        tally.add("traffic.inspections").add("traffic.officers_out", chance.pick(List.of(2, 3, 4, 5), 40, 35, 15, 10));
        int vehicles = chance.whole(15, 60);
        for (int i = 0; i < vehicles; i++) {
            String kind = chance.pick(KINDS, SHARES);
            tally.add("traffic.vehicles_checked_" + kind);
            if (chance.happens(0.1)) {
                violation(kind, tally);
            }
        }
    }

    private void violation(String kind, Tally tally) {
        tally.add("traffic.violations_corrected_" + kind);
        double what = chance.number(0, 1);
        if (kind.equals("motorcycles") && what < 0.5) {
            tally.add("traffic.no_helmet_motorcycles");
        } else if (what < 0.65) {
            tally.add("traffic.unlicensed_" + kind);
        } else if (what < 0.8) {
            tally.add("traffic.overloaded_" + kind);
        }
        if (chance.happens(0.02)) {
            tally.add("traffic.handed_over_" + kind);
        }
    }
}
