package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** 计生办: permits, births that it hears of, levies that are paid at once or in parts. */
final class FamilyOffice {
    private final Chance chance;
    private final List<LocalDate> heard = new ArrayList<>();
    private int reward;
    private int special;
    private int in;
    private int out;
    private long casesOpen;
    private long feesOpen;

    FamilyOffice(long seed) {
        this.chance = new Chance(seed, "family");
        this.reward = chance.whole(150, 400);
        this.special = chance.whole(5, 40);
        this.in = chance.whole(120, 900);
        this.out = chance.whole(2500, 6000);
    }

    /**
     * Lives through a month and counts it.
     *
     * @param births the days on which children were born
     * @param levies the unit's cases
     */
    Tally month(YearMonth month, List<LocalDate> births, CaseBook levies) {
        // a birth is heard of in time for the return, but for one at times
        births.forEach(day -> heard.add(chance.happens(0.005) ? day.plusMonths(1) : day));
        LocalDate end = month.atEndOfMonth();
        long born = heard.stream().filter(d -> !d.isAfter(end)).count();
        heard.removeIf(d -> !d.isAfter(end));
        long filed = levies.filed(month);
        List<CaseBook.Decision> decided = levies.decisions(month);
        long levied = decided.stream().mapToLong(CaseBook.Decision::amount).sum();
        long paid = levies.payments(month).stream()
                .mapToLong(CaseBook.Payment::amount)
                .sum();
        Tally tally = new Tally()
                .add("family.first_child_permits", chance.count(8))
                .add("family.second_child_permits", chance.count(0.3))
                .add("family.cases_opening", casesOpen)
                .add("family.cases_filed", filed)
                .add("family.fee_decisions", decided.size())
                .add("family.fees_opening", feesOpen)
                .add("family.fees_levied", levied)
                .add("family.fees_received", paid)
                .add("family.births", born)
                .add("family.prechecks", chance.count(7));
        casesOpen += filed - decided.size();
        feesOpen += levied - paid;
        reward += month.getMonthValue() == 1 ? chance.whole(2, 20) : chance.whole(-1, 1);
        special += chance.happens(0.05) ? 1 : 0;
        in = Math.max(20, in + chance.whole(-6, 6) + (chance.happens(0.02) ? chance.whole(30, 120) : 0));
        out = Math.max(200, out + chance.whole(-30, 30));
        return tally.add("family.reward_families", reward)
                .add("family.special_families", special)
                .add("family.migrants_in", in)
                .add("family.migrants_out", out);
    }
}
