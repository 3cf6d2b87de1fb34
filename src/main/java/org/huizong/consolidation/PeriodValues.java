package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.BiFunction;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.period.Period;
import org.huizong.store.FactStore;
import org.huizong.submission.Value;
import org.huizong.validation.Calculator;
import org.huizong.validation.Name;
import org.huizong.validation.Values;

/** What names stand for in rules over a unit's or the township's figures of a period; missing if a submission is. */
public final class PeriodValues {
    private final Catalogue catalogue;
    private final YearMonth month;
    private final Span now;
    private final Span prior;
    private final Span yearAgo;
    private final Span toDate;

    /** The values of a period and those its rules compare them with. */
    public PeriodValues(Catalogue catalogue, FactStore facts, Period period) {
        this.catalogue = catalogue;
        this.month = period.last();
        Calculator calculator = new Calculator(catalogue);
        Schedule all = Schedule.allDue(catalogue);
        this.now = new Span(catalogue, calculator, facts, all, period.first(), period.last());
        this.prior = new Span(
                catalogue,
                calculator,
                facts,
                all,
                period.prior().first(),
                period.prior().last());
        this.yearAgo = new Span(
                catalogue,
                calculator,
                facts,
                all,
                period.yearAgo().first(),
                period.yearAgo().last());
        this.toDate = new Span(
                catalogue, calculator, facts, all, YearMonth.of(period.last().getYear(), 1), period.last());
    }

    /** The township's; missing if any unit that owes it is. */
    public Values township() {
        return operand -> value(operand, Span::total);
    }

    /** One unit's. */
    public Values unit(String unit) {
        return operand -> value(operand, (span, item) -> span.unit(unit, item));
    }

    private Value value(String operand, BiFunction<Span, Item, Figure> figure) {
        Name name = Name.of(operand);
        Span span = switch (name.span()) {
            case NOW -> now;
            case PRIOR -> prior;
            case YTD -> toDate;
            case YEAR_AGO -> yearAgo;
        };
        Optional<BigDecimal> value = catalogue
                .item(name.item(), month)
                .map(item -> figure.apply(span, item))
                .filter(Figure::isComplete)
                .flatMap(Figure::value);
        return value.<Value>map(Value::of).orElse(Value.Gap.BLANK);
    }
}
