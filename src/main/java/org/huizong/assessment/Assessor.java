package org.huizong.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.assessment.Operand.Known;
import org.huizong.assessment.Operand.NotOwed;
import org.huizong.assessment.Operand.Unknown;
import org.huizong.assessment.Operand.Why;
import org.huizong.assessment.Score.Deduction;
import org.huizong.assessment.Score.Missing;
import org.huizong.assessment.Score.State;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.EventStore.Event;
import org.huizong.validation.Calculator;

/**
 * Scores units by the criteria of the catalogue: first in the periods for which a criterion is scored, then longer ones
 * from these.
 */
public final class Assessor {
    /** Decimals of a score. */
    private static final int DECIMALS = 2;

    private final Catalogue catalogue;
    private final Facts facts;
    private final Calculator calculator;
    private final Map<List<Object>, Mark> marks;

    /**
     * An assessor of these facts.
     *
     * @param events what the office did, oldest first; marks are among it
     */
    public Assessor(Catalogue catalogue, Facts facts, List<Event> events) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.calculator = new Calculator(catalogue);
        this.marks = Mark.standing(events).stream()
                .collect(Collectors.toMap(m -> List.of(m.unit(), m.criterion(), m.period()), Function.identity()));
    }

    /** How all units score in a period. */
    public Assessment assess(Period period) {
        return new Assessment(
                period,
                catalogue.units().stream()
                        .map(unit -> new Assessment.OfUnit(unit, scores(unit, period)))
                        .filter(of -> !of.scores().isEmpty())
                        .toList());
    }

    private List<Score> scores(Unit unit, Period period) {
        return catalogue.criteria().stream()
                .flatMap(criterion -> score(unit, criterion, period).stream())
                .toList();
    }

    /** The score of a unit; empty if it is not assessed by the criterion in any part of the period. */
    private Optional<Score> score(Unit unit, Criterion criterion, Period period) {
        List<Score> parts = period.months().stream()
                .map(month -> Period.holding(month, criterion.frequency()))
                .distinct()
                .filter(p -> !p.first().isBefore(period.first()) && !p.last().isAfter(period.last()))
                .filter(p -> criterion.isUsed(unit, p))
                .map(p -> own(unit.code(), criterion, p))
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                criterion.frequency() == period.frequency()
                        ? parts.get(0)
                        : together(unit.code(), criterion, period, parts));
    }

    /** The score of a period of the criterion's own length. */
    private Score own(String unit, Criterion criterion, Period period) {
        Score computed = computed(unit, criterion, period);
        Optional<Mark> mark = Optional.ofNullable(marks.get(List.of(unit, criterion.code(), period)));
        return mark.map(m -> new Score(
                        unit,
                        criterion,
                        period,
                        State.ASSESSED,
                        criterion.full(),
                        criterion.full().subtract(m.points().orElseThrow()).max(BigDecimal.ZERO),
                        computed.deductions(),
                        List.of(),
                        mark,
                        List.of()))
                .orElse(computed);
    }

    private Score computed(String unit, Criterion criterion, Period period) {
        if (criterion.isManual()) {
            return open(unit, criterion, period, List.of(new Missing(period, "", Why.NO_MARK)));
        }
        Map<String, Operand> operands = new LinkedHashMap<>();
        calculator.operands(criterion.formula()).stream()
                .filter(name -> !isDay(name))
                .forEach(name -> operands.put(name, facts.operand(criterion, unit, period, name)));
        if (operands.values().stream().allMatch(NotOwed.class::isInstance)) {
            return without(unit, criterion, period, State.NOT_APPLICABLE, List.of());
        }
        List<Missing> unknown = new ArrayList<>();
        operands.forEach((name, operand) -> {
            if (operand instanceof Unknown u) {
                unknown.add(new Missing(period, name, u.why()));
            }
        });
        if (!unknown.isEmpty()) {
            return open(unit, criterion, period, unknown);
        }
        Optional<BigDecimal> points = points(criterion, period, values(operands));
        if (points.isEmpty()) {
            return open(unit, criterion, period, List.of(new Missing(period, "", Why.UNDEFINED)));
        }
        BigDecimal taken = taken(criterion, points.get());
        List<Deduction> deductions =
                taken.signum() == 0 ? List.of() : deductions(criterion, period, operands, points.get());
        return new Score(
                unit,
                criterion,
                period,
                State.ASSESSED,
                criterion.full(),
                taken,
                deductions,
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** What is taken off for so many points: no more than the cap, and never less than nothing. */
    private static BigDecimal taken(Criterion criterion, BigDecimal points) {
        return points.max(BigDecimal.ZERO).min(criterion.most()).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static boolean isDay(String name) {
        return Name.CONTEXT.contains(name);
    }

    private static Map<String, BigDecimal> values(Map<String, Operand> operands) {
        Map<String, BigDecimal> values = new HashMap<>();
        operands.forEach(
                (name, operand) -> values.put(name, operand instanceof Known known ? known.value() : BigDecimal.ZERO));
        return values;
    }

    private Optional<BigDecimal> points(Criterion criterion, Period period, Map<String, BigDecimal> values) {
        return calculator.number(criterion.formula(), name -> switch (name) {
            case "period_start" -> Value.of(period.start());
            case "period_end" -> Value.of(period.end());
            default -> Value.of(values.getOrDefault(name, BigDecimal.ZERO));
        });
    }

    /**
     * What a deduction comes from: each fact that adds points, with how many fewer would be taken off without it, if any;
     * all of them where no single one adds any.
     */
    private List<Deduction> deductions(
            Criterion criterion, Period period, Map<String, Operand> operands, BigDecimal points) {
        Set<Fact> all = new LinkedHashSet<>();
        operands.values().stream()
                .flatMap(o -> o instanceof Known known ? known.facts().stream() : Stream.empty())
                .forEach(all::add);
        List<Deduction> deductions = new ArrayList<>();
        for (Fact fact : all) {
            if (fact.counts().isEmpty()) {
                deductions.add(new Deduction(fact.evidence(), Optional.empty()));
                continue;
            }
            Map<String, BigDecimal> without = values(operands);
            without.replaceAll((name, value) -> value.subtract(fact.of(name)));
            points(criterion, period, without)
                    .filter(fewer -> fewer.compareTo(points) < 0)
                    .map(fewer -> taken(criterion, points).subtract(taken(criterion, fewer)))
                    .ifPresent(less -> deductions.add(
                            new Deduction(fact.evidence(), Optional.of(less).filter(l -> l.signum() > 0))));
        }
        return deductions.isEmpty()
                ? all.stream()
                        .map(f -> new Deduction(f.evidence(), Optional.empty()))
                        .toList()
                : deductions;
    }

    /** The score of a longer period from those of the shorter ones in it. */
    private static Score together(String unit, Criterion criterion, Period period, List<Score> parts) {
        List<Score> assessed = parts.stream().filter(Score::isAssessed).toList();
        List<Missing> unknown =
                parts.stream().flatMap(p -> p.unknown().stream()).toList();
        if (assessed.isEmpty()) {
            return parts.stream().anyMatch(Score::isOpen)
                    ? open(unit, criterion, period, unknown)
                    : without(unit, criterion, period, State.NOT_APPLICABLE, List.of());
        }
        List<Score> made =
                criterion.time().isStock() ? assessed.subList(assessed.size() - 1, assessed.size()) : assessed;
        BigDecimal count = BigDecimal.valueOf(made.size());
        BigDecimal taken = made.stream().map(Score::taken).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isSum = criterion.time() == Item.Time.SUM;
        return new Score(
                unit,
                criterion,
                period,
                State.ASSESSED,
                isSum ? criterion.full().multiply(count) : criterion.full(),
                isSum ? taken : taken.divide(count, DECIMALS, RoundingMode.HALF_UP),
                made.stream().flatMap(p -> p.deductions().stream()).toList(),
                unknown,
                Optional.empty(),
                parts);
    }

    private static Score open(String unit, Criterion criterion, Period period, List<Missing> unknown) {
        return without(unit, criterion, period, State.OPEN, unknown);
    }

    private static Score without(String unit, Criterion criterion, Period period, State state, List<Missing> unknown) {
        return new Score(
                unit,
                criterion,
                period,
                state,
                criterion.full(),
                BigDecimal.ZERO,
                List.of(),
                unknown,
                Optional.empty(),
                List.of());
    }
}
