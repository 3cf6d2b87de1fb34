package org.huizong.validation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.ItemType;
import org.huizong.formula.Answer;
import org.huizong.formula.Evaluator;
import org.huizong.formula.Formula;
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
    Answer answer(Formula formula, Function<String, Value> values) {
        return evaluator.evaluate(formula, name -> Operands.of(worded(name, values.apply(name))));
    }

    /** A choice as formulas compare it: by its Chinese label. */
    private Value worded(String name, Value value) {
        return value instanceof Value.Text text
                ? catalogue
                        .item(name)
                        .filter(i -> i.type() == ItemType.CHOICE)
                        .flatMap(i -> catalogue.choice(i.choices(), text.text()))
                        .<Value>map(c -> Value.of(c.label()))
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
        Answer answer = answer(formula, values);
        if (answer instanceof Answer.Numeric n) {
            return Optional.of(Operands.clean(n.number()));
        }
        return answer instanceof Answer.Verdict v
                ? Optional.of(v.holds() ? BigDecimal.ONE : BigDecimal.ZERO)
                : Optional.empty();
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
