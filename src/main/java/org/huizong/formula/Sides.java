package org.huizong.formula;

import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.EqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterEqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterThanPtg;
import org.apache.poi.ss.formula.ptg.LessEqualPtg;
import org.apache.poi.ss.formula.ptg.LessThanPtg;
import org.apache.poi.ss.formula.ptg.NotEqualPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.formula.ptg.ValueOperatorPtg;

/**
 * The two figures that a formula compares.
 *
 * @param left what stands left of the comparison
 * @param right what stands right of it
 */
public record Sides(Formula left, Formula right) {
    static final Set<Class<? extends Ptg>> COMPARISONS = Set.of(
            EqualPtg.class,
            NotEqualPtg.class,
            LessThanPtg.class,
            LessEqualPtg.class,
            GreaterThanPtg.class,
            GreaterEqualPtg.class);

    /**
     * Takes the comparison apart that the formula is. Of one that allows a difference, ABS(a-b)&lt;=c, these are a and b;
     * empty if the formula is no comparison.
     */
    static Optional<Sides> of(Formula formula, Term whole) {
        if (!(whole.token() instanceof ValueOperatorPtg)
                || !COMPARISONS.contains(whole.token().getClass())) {
            return Optional.empty();
        }
        Term left = whole.operands().get(0);
        Term two = isDistance(left) ? left.operands().get(0) : whole;
        return Optional.of(new Sides(
                formula.part(two.operands().get(0)), formula.part(two.operands().get(1))));
    }

    private static boolean isDistance(Term term) {
        return term.token() instanceof AbstractFunctionPtg function
                && function.getName().equals("ABS")
                && term.operands().get(0).token() instanceof SubtractPtg;
    }
}
