package org.huizong.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.period.Period;
import org.huizong.store.FactStore;
import org.huizong.submission.Value;
import org.huizong.validation.Calculator;
import org.huizong.validation.Name;
import org.huizong.validation.Values;

/** What names stand for in a rule over the township; missing if any unit that owes it is. */
public final class TownshipValues implements Values {
    private final Catalogue catalogue;
    private final Span now;
    private final Span prior;
    private final Span yearAgo;
    private final Span toDate;

    /** The township's values of a period and those its rules compare them with. */
    public TownshipValues(Catalogue catalogue, FactStore facts, Period period) {
        this.catalogue = catalogue;
        Calculator calculator = new Calculator(catalogue);
        this.now = new Span(catalogue, calculator, facts, period.first(), period.last());
        this.prior = new Span(
                catalogue,
                calculator,
                facts,
                period.prior().first(),
                period.prior().last());
        this.yearAgo = new Span(
                catalogue,
                calculator,
                facts,
                period.yearAgo().first(),
                period.yearAgo().last());
        this.toDate = new Span(
                catalogue, calculator, facts, YearMonth.of(period.last().getYear(), 1), period.last());
    }

    @Override
    public Value value(String operand) {
        Name name = Name.of(operand);
        Span span = switch (name.span()) {
            case NOW -> now;
            case PRIOR -> prior;
            case YTD -> toDate;
            case YEAR_AGO -> yearAgo;
        };
        Optional<BigDecimal> value = catalogue
                .item(name.item())
                .map(span::total)
                .filter(Figure::isComplete)
                .flatMap(Figure::value);
        return value.<Value>map(Value::of).orElse(Value.Gap.BLANK);
    }
}
