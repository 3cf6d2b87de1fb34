package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 社会事务办: applications that wait to be accepted and decided, households on allowance, relief in need. */
final class SocialOffice {
    private final Chance chance;
    private final Map<String, List<Application>> open = new LinkedHashMap<>();
    private int ruralHouseholds;
    private int ruralPersons;
    private int residentHouseholds;
    private int residentPersons;
    private int destitute;
    private int disabled;
    private int elderly;

    /** An application; one that is never accepted was made without its papers. */
    private record Application(LocalDate made, LocalDate accepted, LocalDate decided, boolean isGranted) {}

    SocialOffice(long seed) {
        this.chance = new Chance(seed, "social");
        this.ruralHouseholds = chance.whole(220, 520);
        this.ruralPersons = (int) (ruralHouseholds * chance.number(1.5, 2.1));
        this.residentHouseholds = chance.whole(15, 60);
        this.residentPersons = (int) (residentHouseholds * chance.number(1.4, 2));
        this.destitute = chance.whole(60, 160);
        this.disabled = chance.whole(300, 700);
        this.elderly = chance.whole(500, 1100);
    }

    /**
     * Lives through a month and counts it.
     *
     * @param pensions the days on which villagers asked for the rural pension
     * @param insurances the days on which they took the micro-insurance out
     * @param allowances the days on which villages handed applications on
     */
    Tally month(YearMonth month, List<LocalDate> pensions, List<LocalDate> insurances, List<LocalDate> allowances) {
        Tally tally = new Tally();
        work("resident_pensions", month, days(month, chance.whole(20, 70)), 5, 20, 0.02, tally);
        work("rural_pensions", month, pensions, 5, 20, 0.01, tally);
        work("micro_insurance", month, insurances, 3, 10, 0.002, tally);
        List<LocalDate> rural = new ArrayList<>(allowances);
        rural.addAll(days(month, chance.count(2)));
        int more = work("rural_allowances", month, rural, 8, 30, 0.12, tally);
        int town = work("resident_allowances", month, days(month, chance.count(0.8)), 8, 30, 0.12, tally);
        int left = chance.count(month.getMonthValue() == 6 ? ruralHouseholds * 0.05 : 3);
        int gone = Math.min(left, ruralHouseholds / 10);
        ruralHouseholds += more - gone;
        ruralPersons = Math.max(ruralHouseholds, ruralPersons + (int) (1.8 * (more - gone)));
        residentHouseholds += town;
        residentPersons += 2 * town;
        destitute = Math.max(0, destitute + chance.whole(-1, 1));
        disabled += chance.whole(-2, 3);
        elderly += chance.whole(-4, 5);
        tally.add("social.rural_households", ruralHouseholds)
                .add("social.rural_persons", ruralPersons)
                .add("social.resident_households", residentHouseholds)
                .add("social.resident_persons", residentPersons)
                .add("social.destitute", destitute)
                .add("social.disabled", disabled)
                .add("social.elderly", elderly)
                .add("social.withdrawn", gone);
        int relief = chance.count(4);
        for (int i = 0; i < relief; i++) {
            tally.add("social.relief_cases").add("social.relief_paid", chance.whole(3, 50) * 100L);
        }
        return tally;
    }

    private List<LocalDate> days(YearMonth month, int count) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(chance.day(month));
        }
        return days;
    }

    /** Takes in what is asked for, and counts what became of all that is open; gives how many were granted. */
    private int work(
            String kind, YearMonth month, List<LocalDate> made, int wait, int take, double refused, Tally tally) {
        List<Application> all = open.computeIfAbsent(kind, k -> new ArrayList<>());
        for (LocalDate day : made) {
            LocalDate accepted = chance.happens(0.6) ? day : day.plusDays(chance.whole(1, wait));
            if (chance.happens(0.01)) {
                accepted = LocalDate.MAX;
            }
            LocalDate decided =
                    accepted.equals(LocalDate.MAX) ? accepted : accepted.plusDays(chance.whole(take / 4, take));
            all.add(new Application(day, accepted, decided, !chance.happens(refused)));
        }
        LocalDate start = month.atDay(1);
        LocalDate end = month.atEndOfMonth();
        String item = "social." + kind;
        int granted = 0;
        for (Application a : all) {
            tally.add(
                            item + "_opening",
                            a.accepted().isBefore(start) && !a.decided().isBefore(start) ? 1 : 0)
                    .add(item + "_applied", isIn(a.made(), start, end))
                    .add(item + "_accepted", isIn(a.accepted(), start, end));
            long decided = isIn(a.decided(), start, end);
            tally.add(item + (a.isGranted() ? "_approved" : "_refused"), decided);
            granted += a.isGranted() ? (int) decided : 0;
        }
        all.removeIf(a -> !a.decided().isAfter(end));
        return granted;
    }

    private static long isIn(LocalDate day, LocalDate start, LocalDate end) {
        return day.isBefore(start) || day.isAfter(end) ? 0 : 1;
    }
}
