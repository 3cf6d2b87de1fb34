package org.huizong.sound;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 安监办: officers in pairs inspect premises, find hazards, order them put right, and come again to look. */
final class SafetyOffice {
    private static final List<String> FIELDS = List.of("mines", "hazmat", "building", "fire", "other");
    private static final int[] SIZES = {12, 6, 10, 70, 20};
    private static final double[] VISITS = {3, 2, 3, 5, 1};
    private static final double[] SEASON = {1.3, 0.6, 1, 1, 1.1, 1.8, 1.2, 1, 1.3, 1, 0.9, 1.1};

    /** There is a plan of so many a month. */
    private static final int FEWEST_VISITS = 4;

    private final Chance chance;
    private final double busyness;
    private final Map<String, Integer> premises = new LinkedHashMap<>();
    private final List<Hazard> hazards = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();

    private record Hazard(String field, LocalDate found, LocalDate corrected, boolean isMajor) {}

    private record Visit(String field, int premises, LocalDate day) {}

    SafetyOffice(long seed) {
        this.chance = new Chance(seed, "safety");
        this.busyness = chance.number(0.7, 1.4);
        for (int i = 0; i < FIELDS.size(); i++) {
            premises.put(FIELDS.get(i), Math.max(2, (int) (SIZES[i] * chance.number(0.6, 1.3))));
        }
    }

    /** Lives through a month and counts it. */
    Tally month(YearMonth month) {
        Tally tally = new Tally();
        Map<String, Set<Integer>> seen = new LinkedHashMap<>();
        int planned = Math.max(FEWEST_VISITS, chance.count(9 * busyness * SEASON[month.getMonthValue() - 1]));
        for (int i = 0; i < planned; i++) {
            String field = chance.pick(FIELDS, VISITS);
            inspect(new Visit(field, chance.whole(1, premises.get(field)), chance.day(month)), tally, seen, true);
        }
        LocalDate end = month.atEndOfMonth();
        for (Optional<Visit> due = due(end); due.isPresent(); due = due(end)) {
            visits.remove(due.get());
            inspect(due.get(), tally, seen, false);
        }
        seen.forEach((field, all) -> tally.add("safety.premises_checked_" + field, all.size()));
        count(month, tally);
        return tally;
    }

    private Optional<Visit> due(LocalDate end) {
        return visits.stream().filter(v -> !v.day().isAfter(end)).findFirst();
    }

    private void inspect(Visit visit, Tally tally, Map<String, Set<Integer>> seen, boolean isFirst) {
        String end = "_" + visit.field();
        tally.add("safety.inspections" + end)
                .add("safety.officers_out" + end, chance.pick(List.of(2, 3, 4), 70, 25, 5));
        seen.computeIfAbsent(visit.field(), f -> new HashSet<>()).add(visit.premises());
        int found = isFirst ? chance.count(1.6) : chance.count(0.1);
        boolean isOpen = false;
        for (int i = 0; i < found; i++) {
            LocalDate corrected =
                    chance.happens(0.4) ? visit.day() : visit.day().plusDays(chance.whole(2, 40));
            isOpen |= corrected.isAfter(visit.day());
            hazards.add(new Hazard(visit.field(), visit.day(), corrected, chance.happens(0.01)));
        }
        if (found > 0 && chance.happens(0.2)) {
            tally.add("safety.violations_corrected" + end);
        }
        if (isOpen && chance.happens(0.45)) {
            tally.add("safety.orders" + end);
            visits.add(new Visit(visit.field(), visit.premises(), visit.day().plusDays(chance.whole(15, 45))));
        }
    }

    private void count(YearMonth month, Tally tally) {
        LocalDate start = month.atDay(1);
        LocalDate end = month.atEndOfMonth();
        for (Hazard hazard : hazards) {
            String item = "_" + hazard.field();
            if (hazard.found().isBefore(start) && !hazard.corrected().isBefore(start)) {
                tally.add("safety.hazards_opening" + item);
            }
            if (!hazard.found().isBefore(start)) {
                tally.add("safety.hazards_found" + item).add("safety.hazards_major" + item, hazard.isMajor() ? 1 : 0);
            }
            if (!hazard.corrected().isBefore(start) && !hazard.corrected().isAfter(end)) {
                tally.add("safety.hazards_corrected" + item);
            }
        }
        hazards.removeIf(h -> !h.corrected().isAfter(end));
        for (String field : FIELDS) {
            if (chance.happens(0.15)) {
                premises.merge(field, chance.pick(List.of(1, -1)), (a, b) -> Math.max(2, a + b));
            }
            tally.add("safety.regulated_" + field, premises.get(field));
        }
        if (chance.happens(0.02)) {
            String field = chance.pick(FIELDS);
            tally.add("safety.accidents_" + field)
                    .add("safety.deaths_" + field, chance.happens(0.15) ? 1 : 0)
                    .add("safety.losses_" + field, BigDecimal.valueOf(chance.whole(2, 300), 1));
        }
        if (chance.happens(month.getMonthValue() == 6 ? 1 : 0.35)) {
            tally.add("safety.trained_" + chance.pick(FIELDS), chance.whole(12, 80));
        }
    }
}
