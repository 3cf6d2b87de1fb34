package org.huizong.aggregation;

import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Name.Span;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.Store;
import org.huizong.validation.Calculator;
import org.huizong.validation.Values;

/** What names stand for in rules over a unit's or the township's figures of a period; missing if a submission is. */
public final class OperandFigures {
    private final Catalogue catalogue;
    private final YearMonth month;
    private final Map<Span, PeriodAggregator> figures = new EnumMap<>(Span.class);

    /** The values that these names stand for in a period. */
    public OperandFigures(Catalogue catalogue, Store store, Period period, Collection<String> operands) {
        this.catalogue = catalogue;
        this.month = period.last();
        Set<Span> named = EnumSet.of(Span.NOW);
        operands.forEach(operand -> named.add(Name.of(operand).span()));
        Map<Span, Months> spans = new EnumMap<>(Span.class);
        named.forEach(span -> spans.put(span, months(span, period)));
        Set<String> needed =
                Operands.of(catalogue, operands.stream().map(o -> Name.of(o).item()));
        Facts facts = new Facts(catalogue, store, Optional.empty(), List.of(), spans.values(), needed::contains);
        Calculator calculator = new Calculator(catalogue);
        Schedule all = Schedule.allDue(catalogue);
        spans.forEach((span, months) -> figures.put(
                span,
                span == Span.NOW
                        ? PeriodAggregator.collected(catalogue, calculator, facts, all, months)
                        : PeriodAggregator.compared(catalogue, calculator, facts, all, months)));
    }

    static Months months(Span span, Period period) {
        return switch (span) {
            case NOW -> Months.of(period);
            case PRIOR -> Months.of(period.prior());
            case YTD -> Months.toDate(period);
            case YEAR_AGO -> Months.of(period.yearAgo());
        };
    }

    /** The values of a period whose figures are at hand. */
    OperandFigures(
            Catalogue catalogue,
            Period period,
            PeriodAggregator now,
            PeriodAggregator prior,
            PeriodAggregator yearAgo,
            PeriodAggregator toDate) {
        this.catalogue = catalogue;
        this.month = period.last();
        figures.put(Span.NOW, now);
        figures.put(Span.PRIOR, prior);
        figures.put(Span.YEAR_AGO, yearAgo);
        figures.put(Span.YTD, toDate);
    }

    /** The township's; missing if any unit that owes it is. */
    public Values township() {
        return new Figures(PeriodAggregator::total, true);
    }

    /** One unit's. */
    public Values unit(String unit) {
        return new Figures((months, item) -> months.unit(unit, item), false);
    }

    /** One unit's figure of what a name stands for: an item, or an indicator that is made of items. */
    Figure figure(String unit, String operand) {
        Name name = Name.of(operand);
        PeriodAggregator months = months(operand);
        return catalogue
                .item(name.item(), month)
                .map(item -> months.unit(unit, item))
                .or(() -> catalogue.indicator(name.item()).map(i -> months.unit(unit, i.formula())))
                .orElse(Figure.NOT_OWED);
    }

    private PeriodAggregator months(String operand) {
        return Optional.ofNullable(figures.get(Name.of(operand).span()))
                .orElseThrow(() -> new IllegalArgumentException("nobody asked for the figures of " + operand));
    }

    /** The figures that names stand for; there are units to be named where they are totals. */
    private final class Figures implements Values {
        private final BiFunction<PeriodAggregator, Item, Figure> ofWhom;
        private final boolean totals;

        Figures(BiFunction<PeriodAggregator, Item, Figure> ofWhom, boolean totals) {
            this.ofWhom = ofWhom;
            this.totals = totals;
        }

        @Override
        public Value value(String operand) {
            return figure(operand)
                    .filter(Figure::isComplete)
                    .flatMap(Figure::value)
                    .<Value>map(Value::of)
                    .orElse(Value.Gap.BLANK);
        }

        @Override
        public List<String> lacking(String operand) {
            return totals ? figure(operand).map(Figure::missing).orElse(List.of()) : List.of();
        }

        @Override
        public boolean isBaseline(String operand) {
            return figure(operand).map(Figure::isBaseline).orElse(false);
        }

        private Optional<Figure> figure(String operand) {
            Name name = Name.of(operand);
            PeriodAggregator months = months(operand);
            return catalogue.item(name.item(), month).map(item -> ofWhom.apply(months, item));
        }
    }
}
