package org.huizong.aggregation;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * <p>What is owed is every period of every return's own length that lies wholly inside. Most units stand alike, so those
 * that do share what is known of them.
 */
final class ReportingObligations {
    private final YearMonth first;
    private final YearMonth last;
    private final Map<String, Integer> order = new HashMap<>();
    /** By return and unit. */
    private final Map<String, Map<String, Tally>> byUnit = new LinkedHashMap<>();

    private final Map<String, Basis> byForm = new HashMap<>();
    private final Map<String, Set<Period>> periods = new HashMap<>();
    private final List<Long> notOwed;

    private ReportingObligations(
            Catalogue catalogue,
            Schedule schedule,
            YearMonth first,
            YearMonth last,
            List<FactStore.Counted> submissions,
            Set<Long> lacking) {
        this.first = first;
        this.last = last;
        catalogue.units().forEach(u -> order.putIfAbsent(u.code(), order.size()));
        Set<Obligation> counted = new HashSet<>();
        Set<Obligation> lacks = new HashSet<>();
        for (FactStore.Counted submission : submissions) {
            Obligation what = new Obligation(submission.unit(), submission.form(), submission.period());
            counted.add(what);
            if (lacking.contains(submission.submission())) {
                lacks.add(what);
            }
        }
        Map<Tally, Tally> same = new HashMap<>();
        for (Obligation owed : owed(catalogue, first, last)) {
            boolean isCounted = counted.contains(owed);
            Optional<MissingFiling.Why> gap = isCounted
                    ? Optional.of(MissingFiling.Why.BELOW).filter(why -> lacks.contains(owed))
                    : Optional.of(schedule.why(owed));
            byUnit.computeIfAbsent(owed.form(), f -> new LinkedHashMap<>())
                    .merge(
                            owed.unit(),
                            same.computeIfAbsent(Tally.NONE.with(owed.period(), isCounted, gap), Function.identity()),
                            (before, one) -> same.computeIfAbsent(
                                    before.with(owed.period(), isCounted, gap), Function.identity()));
            periods.computeIfAbsent(owed.form(), f -> new HashSet<>()).add(owed.period());
        }
        byUnit.forEach((form, tallies) -> byForm.put(form, basis(form, tallies)));
        this.notOwed = submissions.stream()
                .filter(s -> !owes(s.unit(), s.form(), s.period()))
                .map(FactStore.Counted::submission)
                .toList();
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

    private Basis basis(String form, Map<String, Tally> tallies) {
        int counted = tallies.values().stream().mapToInt(Tally::counted).sum();
        List<MissingFiling> gaps = tallies.entrySet().stream()
                .flatMap(t -> gaps(t.getKey(), form, t.getValue()))
                .sorted()
                .toList();
        return new Basis(counted, gaps);
    }

    private Stream<MissingFiling> gaps(String unit, String form, Tally tally) {
        return tally.dues().stream().flatMap(due -> due.gap().stream().map(why -> gap(unit, form, due.period(), why)));
    }

    private MissingFiling gap(String unit, String form, Period period, MissingFiling.Why why) {
        int place = (int) ChronoUnit.MONTHS.between(first, period.last()) + 1;
        return new MissingFiling(
                new Obligation(unit, form, period), place, order.getOrDefault(unit, order.size()), why);
    }

    /** The returns that anybody owes. */
    List<String> forms() {
        return List.copyOf(byUnit.keySet());
    }

    /** The units that owe a return. */
    List<String> units(String form) {
        return List.copyOf(byUnit.getOrDefault(form, Map.of()).keySet());
    }

    /** Whether a return is owed for more than one period. */
    boolean areSeveral(String form) {
        return periods(form).size() > 1;
    }

    /** What stands behind a unit's figures of a return; empty if it does not owe it. */
    Optional<Basis> basis(String unit, String form) {
        return tally(unit, form)
                .map(tally -> new Basis(tally.counted(), gaps(unit, form, tally).toList()));
    }

    /** What stands behind all units' figures of a return. */
    Basis basis(String form) {
        return byForm.getOrDefault(form, Basis.NONE);
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
        return tally(unit, form).filter(tally -> tally.owes(period)).isPresent();
    }

    /** Tells whether a unit owes a return for every period for which anybody does; of one that nobody owes that holds. */
    boolean owesAlways(String unit, String form) {
        return tally(unit, form).orElse(Tally.NONE).dues().size()
                == periods(form).size();
    }

    /** How many returns of a unit are counted. */
    int counted(String unit, String form) {
        return tally(unit, form).map(Tally::counted).orElse(0);
    }

    private Optional<Tally> tally(String unit, String form) {
        return Optional.ofNullable(byUnit.getOrDefault(form, Map.of()).get(unit));
    }

    /** Gaps for those counted returns of a unit whose period is as is asked. */
    List<MissingFiling> blanks(String unit, String form, Predicate<Period> isBlank) {
        return tally(unit, form).orElse(Tally.NONE).dues().stream()
                .filter(due -> due.counted() && isBlank.test(due.period()))
                .map(due -> gap(unit, form, due.period(), MissingFiling.Why.BLANK))
                .toList();
    }

    /** Numbers of the counted submissions that nobody owes, which are in no figure. */
    List<Long> notOwed() {
        return notOwed;
    }

    /** A return owed for a period, whether it is counted, and why it is a gap, if it is one. */
    private record Due(Period period, boolean counted, Optional<MissingFiling.Why> gap) {}

    /** What a unit owes of one return, by period, and how much of it is counted. */
    private record Tally(List<Due> dues, int counted) {
        static final Tally NONE = new Tally(List.of(), 0);

        Tally with(Period period, boolean isCounted, Optional<MissingFiling.Why> gap) {
            Due due = new Due(period, isCounted, gap);
            return new Tally(Stream.concat(dues.stream(), Stream.of(due)).toList(), counted + (isCounted ? 1 : 0));
        }

        boolean owes(Period period) {
            return dues.stream().anyMatch(due -> due.period().equals(period));
        }
    }
}
