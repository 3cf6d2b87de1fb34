package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.model.Value;

/** The officers of the township with their certificates, which are renewed before they run out. */
final class Roster {
    private static final int YEARS = 5;

    private final Chance chance;
    private final People people;
    private final OfficeDays days;
    private final List<Officer> officers = new ArrayList<>();
    private int numbers;

    /** An officer; one who left stays on the list of the month. */
    private static final class Officer {
        final Map<String, Value> record = new LinkedHashMap<>();
        final String certificate;
        final String unit;
        LocalDate until;
        LocalDate renewal;
        LocalDate left = LocalDate.MAX;
        /** Hours of training in a year. */
        int hours;

        Officer(String certificate, String unit, LocalDate until, LocalDate renewal) {
            this.certificate = certificate;
            this.unit = unit;
            this.until = until;
            this.renewal = renewal;
        }
    }

    /** Officers of these units, by code and name, from that day on. */
    Roster(long seed, OfficeDays days, Map<String, String> units, LocalDate from) {
        this.chance = new Chance(seed, "officers");
        this.people = new People(chance);
        this.days = days;
        units.forEach((unit, name) -> {
            int count = chance.whole(3, 6);
            for (int i = 0; i < count; i++) {
                join(unit, name, days.from(from.minusDays(chance.whole(30, YEARS * 365 - 200))));
            }
        });
    }

    private void join(String unit, String name, LocalDate issued) {
        LocalDate until = issued.plusYears(YEARS).minusDays(1);
        Officer officer = new Officer(
                "ZF51" + String.format(java.util.Locale.ROOT, "%06d", ++numbers), unit, until, renewal(until));
        officer.record.put("officers.certificate", Value.of(officer.certificate));
        officer.record.put("officers.name", Value.of(people.name()));
        officer.record.put("officers.citizen_id", Value.of(people.citizen()));
        officer.record.put("officers.office", Value.of(name));
        officer.record.put("officers.employment", Value.of(chance.pick(List.of("行政", "参公", "事业"))));
        officer.record.put("officers.issued_on", Value.of(issued));
        officer.record.put("officers.valid_until", Value.of(until));
        officer.record.put("officers.examined_on", Value.of(issued.minusDays(chance.whole(5, 60))));
        officer.hours = chance.whole(40, 70);
        officer.record.put("officers.status", Value.of("在岗"));
        officers.add(officer);
    }

    private LocalDate renewal(LocalDate until) {
        return days.from(until.minusDays(chance.whole(15, 80)));
    }

    /** Lives through a month: somebody may leave, and what runs out is renewed. */
    List<Map<String, Value>> month(YearMonth month) {
        LocalDate start = month.atDay(1);
        LocalDate end = month.atEndOfMonth();
        officers.removeIf(o -> o.left.isBefore(start));
        for (Officer officer : List.copyOf(officers)) {
            officer.record.put("officers.hours", Value.of((long) officer.hours * month.getMonthValue() / 12));
            if (!officer.renewal.isAfter(end)) {
                officer.until = officer.until.plusYears(YEARS);
                officer.renewal = renewal(officer.until);
                officer.record.put("officers.valid_until", Value.of(officer.until));
            }
            long there = officers.stream()
                    .filter(o -> o.unit.equals(officer.unit) && o.left.isAfter(end))
                    .count();
            if (there > 3 && chance.happens(0.005)) {
                officer.left = chance.day(month);
                officer.record.put("officers.status", Value.of(chance.pick(List.of("调离", "退休"))));
            }
        }
        return officers.stream().map(o -> Map.copyOf(o.record)).toList();
    }

    /** Two officers of a unit whose certificates hold for a good while. */
    List<String> pair(String unit, LocalDate day) {
        List<Officer> free = new ArrayList<>(officers.stream()
                .filter(o -> o.unit.equals(unit) && o.left.equals(LocalDate.MAX))
                .toList());
        if (free.size() < 2) {
            throw new IllegalStateException("two officers are needed in " + unit + " on " + day);
        }
        Officer one = chance.pick(free);
        free.remove(one);
        return List.of(one.certificate, chance.pick(free).certificate);
    }
}
