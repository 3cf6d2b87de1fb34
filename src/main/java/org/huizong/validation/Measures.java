package org.huizong.validation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;

/**
 * Holds what a record adds to the measures of its register: their formulas, TRUE being 1. A formula that comes to no
 * number adds nothing. Not for use by two threads at once.
 */
public final class Measures {
    private static final String START = "period_start";
    private static final String END = "period_end";

    private final Catalogue catalogue;
    private final Calculator calculator;
    private final Map<String, Set<String>> confined = new HashMap<>();

    /** For the registers of that catalogue. */
    public Measures(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.calculator = new Calculator(catalogue);
    }

    /**
     * Holds what a record adds.
     *
     * @param isUnknown whether nobody can say, because holidays.csv does not know the days of a year
     */
    public record Addend(BigDecimal amount, boolean isUnknown) {
        private static final Addend NOTHING = new Addend(BigDecimal.ZERO, false);

        /** Tells whether it adds anything. */
        public boolean isSomething() {
            return amount.signum() != 0;
        }
    }

    /** Says what a record adds to a measure in a period. */
    public Addend of(Item measure, Period period, Map<String, Observation> record) {
        if (isOutside(measure, period, record)) {
            return Addend.NOTHING;
        }
        Map<String, Value> values = values(record);
        values.put(START, Value.of(period.start()));
        values.put(END, Value.of(period.end()));
        Optional<BigDecimal> number =
                calculator.number(measure.formula(), name -> values.getOrDefault(name, Value.Gap.BLANK));
        return number.map(n -> new Addend(n, false))
                .orElseGet(() -> new Addend(
                        BigDecimal.ZERO,
                        !calculator
                                .unlistedYears(measure.formula(), name -> values.getOrDefault(name, Value.Gap.BLANK))
                                .isEmpty()));
    }

    /**
     * Tells whether a day that must lie within the period for the measure to count does not; then nothing need be
     * worked out.
     */
    private boolean isOutside(Item measure, Period period, Map<String, Observation> record) {
        return confined(measure.formula()).stream()
                .map(record::get)
                .anyMatch(o -> o == null
                        || o.value().isMissing()
                        || (o.value() instanceof Value.Date day
                                && !period.months().contains(YearMonth.from(day.date()))));
    }

    /** The days one of which must lie within the period for a measure to count a record; none if it may count any. */
    public Set<String> confined(Item measure) {
        return confined(measure.formula());
    }

    /** The names in a measure's formula. */
    public Collection<String> operands(Item measure) {
        return operands(measure.formula());
    }

    /** The names in a formula. */
    public Collection<String> operands(String formula) {
        return calculator.operands(formula);
    }

    private Set<String> confined(String formula) {
        return confined.computeIfAbsent(
                formula,
                f -> calculator.formula(f).confined(START, END).stream()
                        .filter(code -> catalogue
                                .item(code)
                                .filter(i -> i.type() == ItemType.DATE)
                                .isPresent())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Tells whether a measure counts what happened within the period, and not how its own register stands. */
    public boolean isByDay(Item measure) {
        Collection<String> operands = operands(measure);
        return operands.contains(START) || operands.contains(END);
    }

    /** Tells whether a record is open, by the register's own word for it. */
    public boolean isOpen(String formula, Map<String, Observation> record) {
        Map<String, Value> values = values(record);
        return calculator
                .number(formula, name -> values.getOrDefault(name, Value.Gap.BLANK))
                .filter(n -> n.signum() != 0)
                .isPresent();
    }

    private Map<String, Value> values(Map<String, Observation> record) {
        Map<String, Value> values = new HashMap<>();
        record.forEach((code, observation) -> catalogue
                .item(code)
                .ifPresent(i -> values.put(code, Choices.inFormula(catalogue, i, observation.value()))));
        return values;
    }
}
