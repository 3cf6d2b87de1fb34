package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A village or community: its people, its patrols, its quarrels, and what its people ask of the township. */
final class VillageOffice {
    private static final double[] FEASTS = {2.2, 1.5, 0.8, 0.8, 1.2, 0.7, 0.6, 0.8, 1, 1.8, 1.2, 1.6};
    private static final double[] PENSIONS = {1.2, 0.4, 0.5, 0.4, 0.4, 0.5, 0.4, 0.5, 2, 2.5, 3, 1.5};
    private static final double[] INSURANCES = {0.2, 0.1, 0.4, 2.5, 3, 0.6, 0.2, 0.2, 0.3, 0.6, 0.4, 0.2};

    private final Chance chance;
    private int men;
    private int women;
    private int residentMen;
    private int residentWomen;
    private double eager;
    private final List<Quarrel> quarrels = new ArrayList<>();
    private final List<LocalDate> repairs = new ArrayList<>();

    /** What others learn of a month of a village. */
    record Told(
            Tally tally,
            List<LocalDate> births,
            List<LocalDate> banquets,
            List<LocalDate> pensions,
            List<LocalDate> insurances,
            List<LocalDate> allowances) {}

    private record Quarrel(LocalDate ended, boolean isSettled) {}

    VillageOffice(long seed, String unit) {
        this.chance = new Chance(seed, unit);
        int people = chance.happens(0.1) ? chance.whole(180, 500) : chance.whole(900, 3200);
        this.men = (int) (people * chance.number(0.49, 0.54));
        this.women = people - men;
        double there = chance.number(0.55, 0.95);
        this.residentMen = (int) (men * there);
        this.residentWomen = (int) (women * there);
        this.eager = chance.number(0.6, 1.4);
    }

    /** Lives through a month and counts it. */
    Told month(YearMonth month) {
        if (chance.happens(0.02)) {
            // a new clerk does things in another way
            eager = chance.number(0.5, 1.5);
        }
        Tally tally = new Tally();
        work(month, tally);
        List<LocalDate> births = people(month, tally);
        int season = month.getMonthValue() - 1;
        List<LocalDate> banquets = days(month, (men + women) / 1400.0 * FEASTS[season]);
        List<LocalDate> pensions = days(month, (men + women) / 70.0 * PENSIONS[season]);
        List<LocalDate> insurances = days(month, (men + women) / 60.0 * INSURANCES[season]);
        List<LocalDate> allowances = days(month, (men + women) / 3000.0);
        int town = chance.count(0.03 * pensions.size());
        tally.add("village.banquets", banquets.size())
                .add("village.pension_payers_rural", pensions.size())
                .add("village.pension_payers_resident", town)
                .add("village.micro_insured", insurances.size())
                .add("village.allowance_applications", allowances.size());
        quarrels(month, tally);
        return new Told(tally, births, banquets, pensions, insurances, allowances);
    }

    private void work(YearMonth month, Tally tally) {
        int found = chance.count(1.2 * eager);
        for (int i = 0; i < found; i++) {
            repairs.add(
                    chance.happens(0.6)
                            ? chance.day(month)
                            : month.plusMonths(1).atDay(chance.whole(1, 28)));
        }
        LocalDate end = month.atEndOfMonth();
        tally.add("village.patrols", chance.whole(1, 6))
                .add("village.hazards_found", found)
                .add(
                        "village.hazards_fixed",
                        repairs.stream().filter(d -> !d.isAfter(end)).count())
                .add("village.stalls_checked", chance.count(4 * eager))
                .add("village.dissuasions", chance.count(40 * eager))
                .add("village.violations", chance.count(4 * eager));
        repairs.removeIf(d -> !d.isAfter(end));
    }

    private List<LocalDate> people(YearMonth month, Tally tally) {
        double people = men + women;
        List<LocalDate> births = days(month, people * 0.008 / 12);
        int boys = (int) births.stream().filter(d -> chance.happens(0.52)).count();
        int girls = births.size() - boys;
        int deadMen = Math.min(men, chance.count(people * 0.0045 / 12));
        int deadWomen = Math.min(women, chance.count(people * 0.0035 / 12));
        int in = chance.count(people * 0.006 / 12);
        int inMen = in - in / 2;
        int out = chance.count(people * 0.007 / 12);
        int outMen = out / 2;
        men += boys - deadMen + inMen - outMen;
        women += girls - deadWomen + in / 2 - (out - outMen);
        int families = chance.count(0.4) - chance.count(0.4);
        residentMen = Math.max(20, residentMen + boys - deadMen + inMen - outMen + families * chance.whole(1, 2));
        residentWomen = Math.max(20, residentWomen + girls - deadWomen + families * chance.whole(1, 2));
        tally.add("village.registered_male", men)
                .add("village.registered_female", women)
                .add("village.residents_male", residentMen)
                .add("village.residents_female", residentWomen)
                .add("village.births_male", boys)
                .add("village.births_female", girls)
                .add("village.deaths_male", deadMen)
                .add("village.deaths_female", deadWomen)
                .add("village.moved_in", in)
                .add("village.moved_out", out);
        return births;
    }

    private void quarrels(YearMonth month, Tally tally) {
        tally.add("village.disputes_opening", quarrels.size());
        int accepted = chance.count(1.3);
        tally.add("village.disputes_accepted", accepted);
        for (int i = 0; i < accepted; i++) {
            quarrels.add(new Quarrel(chance.day(month).plusDays(chance.whole(1, 45)), chance.happens(0.85)));
        }
        LocalDate end = month.atEndOfMonth();
        quarrels.stream()
                .filter(q -> !q.ended().isAfter(end))
                .forEach(q -> tally.add(q.isSettled() ? "village.disputes_settled" : "village.disputes_referred"));
        quarrels.removeIf(q -> !q.ended().isAfter(end));
    }

    private List<LocalDate> days(YearMonth month, double mean) {
        List<LocalDate> days = new ArrayList<>();
        int count = chance.count(mean);
        for (int i = 0; i < count; i++) {
            days.add(chance.day(month));
        }
        return days;
    }
}
