package org.huizong.sound;

import java.time.YearMonth;
import java.util.List;

/** What one unit does to make the law known, and to learn it itself. */
final class PublicityWork {
    private static final List<String> ANSWERS = List.of(
            "publicity.study_plan",
            "publicity.study_content",
            "publicity.study_time",
            "publicity.study_people",
            "publicity.study_effect");
    /** 3.15, the month of work safety, and 12.4. */
    private static final double[] SEASON = {1, 0.6, 2, 1, 1, 2.2, 0.7, 0.7, 1.2, 1, 1, 2.5};

    private final Chance chance;
    private final boolean isVillage;
    private double eager;
    private int bundle;

    PublicityWork(long seed, String unit, boolean isVillage) {
        this.chance = new Chance(seed, "publicity " + unit);
        this.isVillage = isVillage;
        this.eager = chance.number(0.5, 1.6);
        this.bundle = chance.pick(List.of(1, 10, 50));
    }

    /** Lives through a month and counts it. */
    Tally month(YearMonth month) {
        if (chance.happens(0.02)) {
            eager = chance.number(0.4, 1.8);
            bundle = chance.pick(List.of(1, 10, 50));
        }
        double season = SEASON[month.getMonthValue() - 1];
        boolean isQuiet = chance.happens(isVillage ? 0.08 : 0.03);
        double pace = isQuiet ? 0 : eager * season;
        Tally tally = new Tally();
        int leaflets = (int) ((isVillage ? 40 : 70) * pace * chance.number(0.4, 1.7));
        tally.add("publicity.materials", (leaflets + bundle / 2) / bundle * bundle)
                .add("publicity.consultations", chance.count(4 * pace))
                .add("publicity.slogans", chance.count(1.3 * pace))
                .add("publicity.boards", chance.happens(0.07) ? 1 : 0)
                .add("publicity.broadcasts", isVillage ? chance.count(5 * pace) : 0)
                .add("publicity.household_visits", isVillage ? chance.count(12 * pace) : chance.count(2 * pace))
                .add("publicity.market_days", chance.happens(0.15 * Math.min(3, pace)) ? 1 : 0)
                .add("publicity.new_media", isVillage ? 0 : chance.count(3 * pace));
        if (chance.happens(0.04)) {
            tally.add("publicity.training_courses").add("publicity.training_attendance", chance.whole(18, 70));
        }
        tally.add("publicity.study_sessions", chance.happens(0.7) ? 1 : 0);
        // now and then one of the five was not done, and the return says so
        boolean isLacking = chance.happens(0.01);
        String lacking = chance.pick(ANSWERS);
        ANSWERS.forEach(a -> tally.say(a, isLacking && a.equals(lacking) ? "否" : "是"));
        if (chance.happens(0.08)) {
            int takers = chance.whole(4, 25);
            int passed = takers - chance.count(0.4);
            tally.add("publicity.exam_takers", takers).add("publicity.exam_passed", Math.max(0, passed));
        }
        return tally;
    }
}
