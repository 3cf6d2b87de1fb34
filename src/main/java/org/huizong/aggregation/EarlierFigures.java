package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Portion;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.Store;
import org.huizong.validation.Calculator;
import org.huizong.validation.Values;

/**
 * The figures of each unit before a period, as rules and issued templates ask for them.
 *
 * <p>A figure is there only if every submission it needs is counted: a year to date with a month missing is missing.
 * Where nothing was collected, a baseline stands in. Returns of several units may be checked at once, and their workbooks
 * issued: their figures are worked out one after the other.
 */
public final class EarlierFigures {
    private final Catalogue catalogue;
    private final Period period;
    private final Calculator calculator;
    private final Optional<PeriodAggregator> before;
    private final PeriodAggregator prior;
    private final PeriodAggregator yearAgo;

    /** What is on record before the period. */
    public EarlierFigures(Catalogue catalogue, Store store, Period period) {
        this.catalogue = catalogue;
        this.period = period;
        this.calculator = new Calculator(catalogue);
        Schedule all = Schedule.allDue(catalogue);
        Months earlier = Months.of(period.prior());
        Months ago = Months.of(period.yearAgo());
        YearMonth january = YearMonth.of(period.last().getYear(), 1);
        Optional<Months> begun = Optional.of(january)
                .filter(period.first()::isAfter)
                .map(first -> new Months(first, period.first().minusMonths(1)));
        Facts facts = new Facts(
                catalogue,
                store,
                Stream.concat(Stream.of(earlier, ago), begun.stream()).toList());
        this.prior = PeriodAggregator.compared(catalogue, calculator, facts, all, earlier);
        this.before = begun.map(months -> PeriodAggregator.compared(catalogue, calculator, facts, all, months));
        this.yearAgo = PeriodAggregator.compared(catalogue, calculator, facts, all, ago);
    }

    /** The period before. */
    public synchronized Optional<BigDecimal> prior(String unit, String item) {
        return figure(prior, unit, item);
    }

    /**
     * A closing stock of the period before as the unit reported it; empty if it did not, or if another unit has been merged
     * into it since.
     */
    public synchronized Optional<BigDecimal> closing(String unit, String item) {
        boolean grew = catalogue.units().stream()
                .filter(u -> u.mergedInto().filter(unit::equals).isPresent())
                .anyMatch(u -> u.validity()
                        .until()
                        .filter(period.prior().last()::equals)
                        .isPresent());
        return grew ? Optional.empty() : figure(prior, unit, item, f -> !f.isBaseline());
    }

    /** The same period a year ago. */
    public synchronized Optional<BigDecimal> yearAgo(String unit, String item) {
        return figure(yearAgo, unit, item);
    }

    /** January to the period before; of what is added up 0 where nothing was owed yet this year, as in January. */
    public Optional<BigDecimal> yearToDateBefore(String unit, String code) {
        return monthsBefore(unit, code)
                .flatMap(months -> item(code)
                        .filter(i -> !months.isEmpty() || !catalogue.isRecalculated(i))
                        .flatMap(i -> i.time().of(months)));
    }

    /** What January to the period before is made of: none if nothing was owed yet this year; empty if one is lacking. */
    public synchronized Optional<List<Portion>> monthsBefore(String unit, String code) {
        return item(code)
                .flatMap(i -> before.map(b -> b.portions(unit, i, catalogue.askedBefore(unit, i, period)))
                        .orElse(Optional.of(List.of())));
    }

    /** What prefixed names stand for in a rule over one unit, given its values of this period. */
    public Values values(String unit, Function<String, Value> now) {
        return new Values() {
            @Override
            public Value value(String operand) {
                Name name = Name.of(operand);
                return switch (name.span()) {
                    case NOW -> now.apply(name.item());
                    case PRIOR -> EarlierFigures.value(prior(unit, name.item()));
                    case YEAR_AGO -> EarlierFigures.value(yearAgo(unit, name.item()));
                    case YTD -> EarlierFigures.value(yearToDate(unit, name.item(), now));
                };
            }

            @Override
            public boolean isBaseline(String operand) {
                return isBaselineOf(unit, Name.of(operand));
            }
        };
    }

    private synchronized boolean isBaselineOf(String unit, Name name) {
        return span(name)
                .flatMap(s -> item(name.item()).map(i -> s.unit(unit, i)))
                .map(Figure::isBaseline)
                .orElse(false);
    }

    /** The months before the period that a name speaks of; of a closing stock the year to date is this period's. */
    private Optional<PeriodAggregator> span(Name name) {
        return switch (name.span()) {
            case NOW -> Optional.empty();
            case PRIOR -> Optional.of(prior);
            case YEAR_AGO -> Optional.of(yearAgo);
            case YTD ->
                before.filter(b -> item(name.item())
                        .filter(i -> i.time().stands() != Item.Time.Stands.LAST)
                        .isPresent());
        };
    }

    private synchronized Optional<BigDecimal> yearToDate(String unit, String code, Function<String, Value> now) {
        Optional<Item> item = item(code);
        if (item.filter(catalogue::isRecalculated).isPresent()) {
            String formula = item.get().formula();
            Map<String, Optional<BigDecimal>> operands = calculator.operands(formula).stream()
                    .collect(Collectors.toMap(Function.identity(), o -> yearToDate(unit, o, now)));
            boolean known = operands.values().stream().allMatch(Optional::isPresent);
            return known
                    ? calculator.number(formula, o -> value(operands.getOrDefault(o, Optional.empty())))
                    : Optional.empty();
        }
        Optional<BigDecimal> current = now.apply(code).asNumber();
        return before.isEmpty() ? current : item.flatMap(i -> i.time().yearToDate(monthsBefore(unit, code), current));
    }

    private Optional<BigDecimal> figure(PeriodAggregator span, String unit, String item) {
        return figure(span, unit, item, f -> true);
    }

    private Optional<BigDecimal> figure(PeriodAggregator span, String unit, String item, Predicate<Figure> which) {
        return item(item)
                .map(i -> span.unit(unit, i))
                .filter(Figure::isComplete)
                .filter(which)
                .flatMap(Figure::value);
    }

    private Optional<Item> item(String code) {
        return catalogue.item(code, period.last());
    }

    private static Value value(Optional<BigDecimal> number) {
        return number.<Value>map(Value::of).orElse(Value.Gap.BLANK);
    }
}
