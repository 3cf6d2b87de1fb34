package org.huizong.aggregation;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.Store;
import org.huizong.validation.Calculator;
import org.huizong.validation.Name;
import org.huizong.validation.Values;

/** What names stand for in rules over a unit's or the township's figures of a period; missing if a submission is. */
public final class OperandFigures {
    private final Catalogue catalogue;
    private final YearMonth month;
    private final PeriodAggregator now;
    private final PeriodAggregator prior;
    private final PeriodAggregator yearAgo;
    private final PeriodAggregator toDate;

    /** The values of a period and those its rules compare them with. */
    public OperandFigures(Catalogue catalogue, Store store, Period period) {
        this.catalogue = catalogue;
        this.month = period.last();
        Calculator calculator = new Calculator(catalogue);
        Schedule all = Schedule.allDue(catalogue);
        Months these = Months.of(period);
        Months before = Months.of(period.prior());
        Months ago = Months.of(period.yearAgo());
        Months year = Months.toDate(period);
        Facts facts = new Facts(catalogue, store, List.of(these, before, ago, year));
        this.now = PeriodAggregator.collected(catalogue, calculator, facts, all, these);
        this.prior = PeriodAggregator.compared(catalogue, calculator, facts, all, before);
        this.yearAgo = PeriodAggregator.compared(catalogue, calculator, facts, all, ago);
        this.toDate = PeriodAggregator.compared(catalogue, calculator, facts, all, year);
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
        this.now = now;
        this.prior = prior;
        this.yearAgo = yearAgo;
        this.toDate = toDate;
    }

    /** The township's; missing if any unit that owes it is. */
    public Values township() {
        return new Figures(PeriodAggregator::total, true);
    }

    /** One unit's. */
    public Values unit(String unit) {
        return new Figures((months, item) -> months.unit(unit, item), false);
    }

    /** The figures that names stand for; there are units to be named where they are totals. */
    private final class Figures implements Values {
        private final BiFunction<PeriodAggregator, Item, Figure> figures;
        private final boolean totals;

        Figures(BiFunction<PeriodAggregator, Item, Figure> figures, boolean totals) {
            this.figures = figures;
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
            PeriodAggregator months = switch (name.span()) {
                case NOW -> now;
                case PRIOR -> prior;
                case YTD -> toDate;
                case YEAR_AGO -> yearAgo;
            };
            return catalogue.item(name.item(), month).map(item -> figures.apply(months, item));
        }
    }
}
