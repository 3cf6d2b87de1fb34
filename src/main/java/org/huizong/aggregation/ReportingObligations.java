package org.huizong.aggregation;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Frequency;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.store.FactStore;

/**
 * Who owes what within a run of months, and what of it is counted.
 *
 * <p>What is owed is every period of every return's own length that lies wholly inside.
 */
final class ReportingObligations {
    private final YearMonth first;
    private final Map<String, Integer> order = new HashMap<>();
    private final Schedule schedule;
    /** By return and unit. */
    private final Map<String, Map<String, Tally>> byUnit = new HashMap<>();

    private final Map<String, Tally> byForm = new LinkedHashMap<>();
    private final Map<String, Set<String>> units = new HashMap<>();
    private final Map<String, Set<Period>> periods = new HashMap<>();
    private final List<Long> notOwed = new ArrayList<>();
    private final Set<Obligation> all;
    private final Set<Obligation> counted = new HashSet<>();
    private final YearMonth last;

    private ReportingObligations(
            Catalogue catalogue,
            Schedule schedule,
            YearMonth first,
            YearMonth last,
            List<FactStore.Counted> submissions,
            Set<Long> lacking) {
        this.first = first;
        this.last = last;
        this.schedule = schedule;
        catalogue.units().forEach(u -> order.putIfAbsent(u.code(), order.size()));
        List<Obligation> owed = owed(catalogue, first, last);
        this.all = new HashSet<>(owed);
        Set<Obligation> lacks = new HashSet<>();
        for (FactStore.Counted submission : submissions) {
            Obligation what = new Obligation(submission.unit(), submission.form(), submission.period());
            if (all.contains(what)) {
                counted.add(what);
                if (lacking.contains(submission.submission())) {
                    lacks.add(what);
                }
            } else {
                notOwed.add(submission.submission());
            }
        }
        owed.forEach(o -> add(o, counted.contains(o), lacks.contains(o)));
    }

    /** Who owes what in these months, and what of it is on record. */
    static ReportingObligations of(Catalogue catalogue, Schedule schedule, Facts facts, Months months) {
        return new ReportingObligations(
                catalogue, schedule, months.first(), months.last(), facts.counted(months), facts.lackingBelow());
    }

    private static List<Obligation> owed(Catalogue catalogue, YearMonth first, YearMonth last) {
        return Stream.of(Frequency.values())
                .flatMap(f -> Stream.iterate(first, m -> !m.isAfter(last), m -> m.plusMonths(1))
                        .map(m -> Period.holding(m, f)))
                .distinct()
                .filter(p -> !p.first().isBefore(first) && !p.last().isAfter(last))
                .sorted()
                .flatMap(p -> catalogue.owed(p).stream())
                .toList();
    }

    private void add(Obligation owed, boolean counted, boolean lacks) {
        Optional<MissingFiling> gap = counted && !lacks
                ? Optional.empty()
                : Optional.of(gap(owed, counted ? MissingFiling.Why.BELOW : schedule.why(owed)));
        byUnit.computeIfAbsent(owed.form(), f -> new HashMap<>())
                .computeIfAbsent(owed.unit(), u -> new Tally())
                .add(counted, gap);
        byForm.computeIfAbsent(owed.form(), f -> new Tally()).add(counted, gap);
        units.computeIfAbsent(owed.form(), f -> new LinkedHashSet<>()).add(owed.unit());
        periods.computeIfAbsent(owed.form(), f -> new HashSet<>()).add(owed.period());
    }

    private MissingFiling gap(Obligation owed, MissingFiling.Why why) {
        int place = (int) ChronoUnit.MONTHS.between(first, owed.period().last()) + 1;
        return new MissingFiling(owed, place, order.getOrDefault(owed.unit(), order.size()), why);
    }

    /** The returns that anybody owes. */
    List<String> forms() {
        return List.copyOf(byForm.keySet());
    }

    /** The units that owe a return. */
    List<String> units(String form) {
        return List.copyOf(units.getOrDefault(form, Set.of()));
    }

    /** Whether a return is owed for more than one period. */
    boolean areSeveral(String form) {
        return periods(form).size() > 1;
    }

    /** What stands behind a unit's figures of a return; empty if it does not owe it. */
    Optional<Basis> basis(String unit, String form) {
        return tally(unit, form).map(Tally::basis);
    }

    /** What stands behind all units' figures of a return. */
    Basis basis(String form) {
        return Optional.ofNullable(byForm.get(form)).map(Tally::basis).orElse(Basis.NONE);
    }

    /** The periods for which anybody owes a return. */
    Set<Period> periods(String form) {
        return periods.getOrDefault(form, Set.of());
    }

    /** The first period of the return's length that lies wholly inside these months; empty if nobody owes it. */
    Optional<Period> earliest(String form) {
        return periods(form).stream()
                .findAny()
                .map(p -> Period.holding(first, p.frequency()))
                .map(p -> p.first().isBefore(first) ? next(p) : p);
    }

    private static Period next(Period period) {
        return Period.holding(period.last().plusMonths(1), period.frequency());
    }

    /** The last period of the return's length that lies wholly inside these months; empty if nobody owes it. */
    Optional<Period> latest(String form) {
        return periods(form).stream()
                .findAny()
                .map(p -> Period.holding(last, p.frequency()))
                .map(p -> p.last().isAfter(last) ? p.prior() : p);
    }

    /** Tells whether a unit owes a return for a period. */
    boolean owes(String unit, String form, Period period) {
        return all.contains(new Obligation(unit, form, period));
    }

    /** Tells whether a unit owes a return for every period for which anybody does; of one that nobody owes that holds. */
    boolean owesAlways(String unit, String form) {
        return periods(form).stream().allMatch(p -> owes(unit, form, p));
    }

    /** How many returns of a unit are counted. */
    int counted(String unit, String form) {
        return tally(unit, form).map(t -> t.counted).orElse(0);
    }

    private Optional<Tally> tally(String unit, String form) {
        return Optional.ofNullable(byUnit.getOrDefault(form, Map.of()).get(unit));
    }

    /** Gaps for those counted returns of a unit whose period is as is asked. */
    List<MissingFiling> blanks(String unit, String form, Predicate<Period> isBlank) {
        return periods(form).stream()
                .sorted()
                .map(p -> new Obligation(unit, form, p))
                .filter(counted::contains)
                .filter(o -> isBlank.test(o.period()))
                .map(o -> gap(o, MissingFiling.Why.BLANK))
                .toList();
    }

    /** Numbers of the counted submissions that nobody owes, which are in no figure. */
    List<Long> notOwed() {
        return notOwed;
    }

    /** What is counted of one return and what is not. */
    private static final class Tally {
        private final List<MissingFiling> gaps = new ArrayList<>();
        private int counted;
        private Optional<Basis> basis = Optional.empty();

        void add(boolean isCounted, Optional<MissingFiling> gap) {
            counted += isCounted ? 1 : 0;
            gap.ifPresent(gaps::add);
        }

        Basis basis() {
            if (basis.isEmpty()) {
                basis = Optional.of(new Basis(counted, gaps));
            }
            return basis.get();
        }
    }
}
