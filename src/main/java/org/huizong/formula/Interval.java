package org.huizong.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.formula.ptg.GreaterEqualPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.LessEqualPtg;

/**
 * The names that must lie between two others, ends included, for a formula to come to anything but FALSE or 0: in
 * {@code AND(a>=low,a<=high,b=1)} and {@code IF(AND(a>=low,a<=high),b,0)} that is a.
 */
final class Interval {
    private final Formula formula;
    private final String low;
    private final String high;

    Interval(Formula formula, String low, String high) {
        this.formula = formula;
        this.low = low;
        this.high = high;
    }

    Set<String> names() {
        List<Term> conditions = conditions(formula.whole());
        Set<String> names = new LinkedHashSet<>();
        conditions.forEach(c -> above(c).ifPresent(names::add));
        names.removeIf(name -> conditions.stream().noneMatch(c -> below(c).equals(Optional.of(name))));
        return names;
    }

    /** Gives what must hold for it to come to anything. */
    private List<Term> conditions(Term term) {
        if (calls(term, "AND")) {
            return formula.arguments(term).stream()
                    .flatMap(t -> calls(t, "AND") ? conditions(t).stream() : Stream.of(t))
                    .toList();
        }
        if (calls(term, "IF")) {
            List<Term> arguments = formula.arguments(term);
            boolean orNothing = arguments.size() == 2
                    || (arguments.get(2).token() instanceof IntPtg number && number.getValue() == 0);
            return orNothing ? conditions(arguments.get(0)) : List.of();
        }
        return List.of(term);
    }

    private boolean calls(Term term, String function) {
        return Formula.isCall(term) && formula.function(term).equalsIgnoreCase(function);
    }

    /** The name that a condition holds to be at least the lower end. */
    private Optional<String> above(Term condition) {
        return compared(condition, condition.token() instanceof GreaterEqualPtg, low)
                .or(() -> turned(condition, condition.token() instanceof LessEqualPtg, low));
    }

    /** The name that a condition holds to be at most the upper end. */
    private Optional<String> below(Term condition) {
        return compared(condition, condition.token() instanceof LessEqualPtg, high)
                .or(() -> turned(condition, condition.token() instanceof GreaterEqualPtg, high));
    }

    private Optional<String> compared(Term condition, boolean sign, String end) {
        return sign && formula.name(condition.operands().get(1)).equals(Optional.of(end))
                ? formula.name(condition.operands().get(0))
                : Optional.empty();
    }

    private Optional<String> turned(Term condition, boolean sign, String end) {
        return sign && formula.name(condition.operands().get(0)).equals(Optional.of(end))
                ? formula.name(condition.operands().get(1))
                : Optional.empty();
    }
}
