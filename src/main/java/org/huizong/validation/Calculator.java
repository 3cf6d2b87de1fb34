package org.huizong.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.huizong.catalogue.Catalogue;
import org.huizong.formula.Decision;
import org.huizong.formula.Evaluator;
import org.huizong.formula.Formula;
import org.huizong.formula.MissingPolicy;
import org.huizong.formula.OperandState;
import org.huizong.formula.Workdays;
import org.huizong.model.Value;

/** Evaluates the catalogue's formulas over values. Not for use by two threads at once. */
public final class Calculator {
    private final Catalogue catalogue;
    private final Evaluator evaluator;

    /** A calculator that knows the catalogue's holidays. */
    public Calculator(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.evaluator =
                new Evaluator(catalogue.calendar().off(), catalogue.calendar().worked());
    }

    /** The names in a formula. */
    public Collection<String> operands(String formula) {
        return formula(formula).operands();
    }

    /** What a formula comes to with these values; a missing one is an empty cell. */
    Value answer(Formula formula, Function<String, Value> values) {
        return evaluator.evaluate(formula, name -> worded(name, values.apply(name)));
    }

    /** The same, a number without the noise of double precision. */
    Value clean(Formula formula, Function<String, Value> values) {
        Value answer = answer(formula, values);
        return answer instanceof Value.Quantity n ? Value.of(clean(n.number())) : answer;
    }

    /** A choice as formulas compare it: by its Chinese label. */
    private Value worded(String name, Value value) {
        return value instanceof Value.Text
                ? catalogue
                        .item(name)
                        .map(i -> Choices.inFormula(catalogue, i, value))
                        .orElse(value)
                : value;
    }

    /**
     * The number that a formula comes to, TRUE being 1, to ten decimals; empty if it comes to none, such as a division by
     * zero.
     */
    public Optional<BigDecimal> number(String formula, Function<String, Value> values) {
        return number(formula(formula), values);
    }

    /** The number that a formula comes to, in the same way. */
    Optional<BigDecimal> number(Formula formula, Function<String, Value> values) {
        Value answer = answer(formula, values);
        if (answer instanceof Value.Quantity n) {
            return Optional.of(clean(n.number()));
        }
        return answer instanceof Value.Logical v
                ? Optional.of(v.isTrue() ? BigDecimal.ONE : BigDecimal.ZERO)
                : Optional.empty();
    }

    /** The number that a formula comes to if none of its operands is missing. */
    public Optional<BigDecimal> numberIfKnown(String formula, Function<String, Value> values) {
        Formula parsed = formula(formula);
        Decision decision = MissingPolicy.SKIP.decide(parsed, name -> state(name, values));
        return decision instanceof Decision.Evaluated ? number(parsed, values) : Optional.empty();
    }

    /** How much is known of a name; the list of weekdays off is no value and never missing. */
    static OperandState state(String name, Function<String, Value> values) {
        boolean known = name.equals(Workdays.HOLIDAYS) || !values.apply(name).isMissing();
        return known ? OperandState.KNOWN : OperandState.NOT_REPORTED;
    }

    /** A result of the engine without the noise of double precision: ten decimals, no trailing zeros. */
    static BigDecimal clean(BigDecimal number) {
        BigDecimal rounded = number.setScale(10, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** The years between the days of a formula's {@link Workdays} of which holidays.csv says nothing, in order. */
    SortedSet<Integer> unlistedYears(String formula, Function<String, Value> values) {
        SortedSet<Integer> years = new TreeSet<>();
        for (List<Formula> days : formula(formula).arguments(Workdays.FUNCTION)) {
            Optional<Integer> from = year(days.get(0), values);
            Optional<Integer> until = year(days.get(1), values);
            if (from.isPresent() && until.isPresent()) {
                years.addAll(catalogue.calendar().unlisted(from.get(), until.get()));
            }
        }
        return years;
    }

    private Optional<Integer> year(Formula day, Function<String, Value> values) {
        return number("YEAR(" + day.text() + ")", values).map(BigDecimal::intValue);
    }

    /** A formula of the catalogue. */
    public Formula formula(String text) {
        return catalogue.formula(text);
    }
}
