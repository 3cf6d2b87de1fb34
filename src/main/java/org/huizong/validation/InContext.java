package org.huizong.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huizong.model.Period;
import org.huizong.model.Value;

/** Values together with the days that a rule may speak of. */
final class InContext implements Values {
    private final Values values;
    private final Map<String, Value> days;

    InContext(Values values, Period period, LocalDate asOf) {
        this.values = values;
        this.days = Map.of(
                "period_start", Value.of(period.start()),
                "period_end", Value.of(period.end()),
                "as_of", Value.of(asOf));
    }

    @Override
    public Value value(String operand) {
        Value day = days.get(operand);
        return day == null ? values.value(operand) : day;
    }

    @Override
    public List<String> lacking(String operand) {
        return values.lacking(operand);
    }

    @Override
    public boolean isBaseline(String operand) {
        return values.isBaseline(operand);
    }
}
