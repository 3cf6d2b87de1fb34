package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.validation.Calculator;

/**
 * Works out what a period comes to: its own figures from the counted submissions alone, those they are compared with also
 * from a baseline.
 */
public final class Consolidator {
    private final Catalogue catalogue;
    private final Store store;
    private final Map<Figure, Figure> figures = new HashMap<>();

    /** Over that store, in the terms of that catalogue. */
    public Consolidator(Catalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** What the period comes to as of a day. */
    public Consolidation consolidate(Period period, LocalDate asOf) {
        Spans spans = new Spans(period, asOf);
        List<FormFigures> forms = figures(period, spans, Return.Kind.FORM);
        List<FormFigures> registers = figures(period, spans, Return.Kind.REGISTER);
        List<IndicatorFigures> indicators = catalogue.indicators(period).stream()
                .map(i -> indicator(i, spans))
                .toList();
        Coverage coverage = new CoverageCalculator(catalogue, store).coverage(period, asOf, spans.notOwed());
        return new Consolidation(
                period, asOf, coverage, forms, registers, indicators, spans.crossChecks(asOf), course(spans));
    }

    private MonthlyTrend course(Spans spans) {
        if (catalogue.units().size() > MonthlyTrend.MOST_UNITS) {
            return MonthlyTrend.UNTOLD;
        }
        YearMonth last = spans.period.last();
        YearMonth january = YearMonth.of(last.getYear(), 1);
        Map<YearMonth, MonthlyTrend.Part> months = new LinkedHashMap<>();
        for (YearMonth month = january; !month.isAfter(last); month = month.plusMonths(1)) {
            months.put(month, part(new Months(month, month), spans));
        }
        return new MonthlyTrend(months, part(new Months(january, last), spans));
    }

    private MonthlyTrend.Part part(Months months, Spans spans) {
        YearMonth last = months.last();
        PeriodAggregator span = Months.of(spans.period).equals(months) ? spans.now : spans.collected(months);
        Map<String, Figure> totals = new LinkedHashMap<>();
        Map<String, Map<String, Figure>> byUnit = new LinkedHashMap<>();
        for (Indicator indicator : catalogue.indicators(List.of(last))) {
            totals.put(indicator.code(), span.total(indicator.formula()));
            byUnit.put(indicator.code(), byUnit(indicator, span));
        }
        return new MonthlyTrend.Part(totals, byUnit);
    }

    private Map<String, Figure> byUnit(Indicator indicator, PeriodAggregator span) {
        Map<String, Figure> byUnit = new LinkedHashMap<>();
        for (Unit unit : catalogue.units()) {
            Figure figure = span.unit(unit.code(), indicator.formula());
            if (figure.isOwed()) {
                byUnit.put(unit.code(), same(figure));
            }
        }
        return byUnit;
    }

    /** The one that is kept of all equal figures: there is one for each item of each unit, and most are small counts. */
    private Figure same(Figure figure) {
        return figures.computeIfAbsent(figure, Function.identity());
    }

    private List<FormFigures> figures(Period period, Spans spans, Return.Kind kind) {
        return spans.now.forms().stream()
                .flatMap(code -> catalogue.form(code, period.months()).stream())
                .filter(f -> f.kind() == kind)
                .sorted(Comparator.comparing(catalogue.returns()::indexOf))
                .map(form -> form(form, spans))
                .toList();
    }

    /** Of a form every number, of a register what is counted from its records. */
    private FormFigures form(Return form, Spans spans) {
        List<Item> items = catalogue.items(form.code(), spans.period.months()).stream()
                .filter(i -> form.kind() == Return.Kind.FORM ? i.type().isNumeric() : i.isComputed())
                .toList();
        List<Unit> units = spans.now.units(form.code()).stream()
                .map(u -> catalogue.unit(u).orElseThrow())
                .toList();
        Map<String, Map<String, Figure>> byUnit = new LinkedHashMap<>();
        for (Unit unit : units) {
            Map<String, Figure> figures = new HashMap<>();
            items.forEach(i -> figures.put(i.code(), same(spans.now.unit(unit.code(), i))));
            byUnit.put(unit.code(), Map.copyOf(figures));
        }
        return new FormFigures(
                form,
                items,
                units,
                byUnit,
                totals(items, spans.now::total),
                totals(items, spans.prior::total),
                totals(items, spans.toDate::total),
                totals(items, spans.ago::total));
    }

    private static Map<String, Figure> totals(List<Item> items, Function<Item, Figure> total) {
        Map<String, Figure> totals = new LinkedHashMap<>();
        items.forEach(i -> totals.put(i.code(), total.apply(i)));
        return totals;
    }

    private IndicatorFigures indicator(Indicator indicator, Spans spans) {
        Figure now = spans.now.total(indicator.formula());
        Figure prior = spans.prior.total(indicator);
        Figure ago = spans.ago.total(indicator);
        Figure toDate = spans.toDate.total(indicator);
        Figure toDateAgo = spans.toDateAgo.total(indicator);
        return new IndicatorFigures(
                indicator,
                now,
                prior,
                ago,
                toDate,
                toDateAgo,
                spans.againstPrior.compare(indicator, now, prior),
                spans.againstYearAgo.compare(indicator, now, ago),
                spans.yearAgainstYearAgo.compare(indicator, toDate, toDateAgo),
                byUnit(indicator, spans.now),
                catalogue.target(indicator, spans.period.last().getYear()),
                unitTargets(indicator, spans));
    }

    /** Of the units that have a target of this year or the next. */
    private Map<String, TargetProgress> unitTargets(Indicator indicator, Spans spans) {
        int year = spans.period.last().getYear();
        Map<String, TargetProgress> targets = new LinkedHashMap<>();
        for (Unit unit : catalogue.units()) {
            Optional<BigDecimal> target = catalogue.target(indicator, unit.code(), year);
            boolean isTold = target.or(() -> catalogue.target(indicator, unit.code(), year + 1))
                    .isPresent();
            if (unit.parent().isPresent() && isTold) {
                Figure toDate = same(spans.toDate.unit(unit.code(), indicator.formula()));
                targets.put(unit.code(), new TargetProgress(indicator, target, toDate));
            }
        }
        return targets;
    }

    /** The runs of months that one period is shown with. */
    private final class Spans {
        private final Period period;
        private final Schedule schedule;
        private final Calculator calculator;
        private final Facts facts;
        private final PeriodAggregator now;
        private final PeriodAggregator prior;
        private final PeriodAggregator ago;
        private final PeriodAggregator toDate;
        private final PeriodAggregator toDateAgo;
        private final LikeForLike againstPrior;
        private final LikeForLike againstYearAgo;
        private final LikeForLike yearAgainstYearAgo;

        Spans(Period period, LocalDate asOf) {
            this.period = period;
            this.schedule = Schedule.of(catalogue, store, period, asOf);
            this.calculator = new Calculator(catalogue);
            Months these = Months.of(period);
            Months before = Months.of(period.prior());
            Months yearAgo = Months.of(period.yearAgo());
            Months year = Months.toDate(period);
            List<Months> whole = List.of(these, before, yearAgo, year, year.yearAgo());
            this.facts = new Facts(catalogue, store, Optional.of(these), whole, courseOf(year), ofIndicators(year));
            this.now = collected(these);
            this.prior = compared(before);
            this.ago = compared(yearAgo);
            this.toDate = compared(year);
            this.toDateAgo = year.equals(these) ? ago : compared(year.yearAgo());
            this.againstPrior = new LikeForLike(catalogue, now, prior);
            this.againstYearAgo = new LikeForLike(catalogue, now, ago);
            this.yearAgainstYearAgo = new LikeForLike(catalogue, toDate, toDateAgo);
        }

        /** Numbers of the counted submissions that none of them holds. */
        Set<Long> notOwed() {
            return Stream.concat(
                            now.notOwed().stream(),
                            Stream.of(prior, ago, toDate, toDateAgo).flatMap(s -> s.notOwed().stream()))
                    .collect(Collectors.toSet());
        }

        /** The rules over the township that hold two figures of the period against each other. */
        List<CrossCheck> crossChecks(LocalDate asOf) {
            OperandFigures values = new OperandFigures(catalogue, period, now, prior, ago, toDate);
            return new CrossChecks(catalogue, calculator, now, values.township()).of(period, asOf);
        }

        /** Where no baseline is, January to the period is the period itself in the first of a year. */
        private PeriodAggregator compared(Months months) {
            return months.equals(Months.of(period)) && !facts.of(months).hasBaselines()
                    ? now
                    : PeriodAggregator.compared(catalogue, calculator, facts, schedule, months);
        }

        private PeriodAggregator collected(Months months) {
            return PeriodAggregator.collected(catalogue, calculator, facts, schedule, months);
        }
    }

    /** The months of which the course of the year tells. */
    private List<Months> courseOf(Months year) {
        return catalogue.units().size() > MonthlyTrend.MOST_UNITS
                ? List.of()
                : year.all().stream().map(m -> new Months(m, m)).toList();
    }

    /** The codes of the items that indicators were made of in any month, and of those that these were computed from. */
    private Predicate<String> ofIndicators(Months year) {
        Set<String> codes = Operands.of(
                catalogue,
                year.all().stream()
                        .flatMap(month -> catalogue.indicators(List.of(month)).stream())
                        .flatMap(i -> catalogue.formula(i.formula()).operands().stream()));
        return codes::contains;
    }
}
