package org.huizong.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.Ptg;

/**
 * A formula that is something times a number, or divided by one: {@code prior.x*4}.
 *
 * @param of what is multiplied or divided
 * @param factor the number, above 0
 * @param isPart whether it is divided by the number
 */
public record Multiple(Formula of, BigDecimal factor, boolean isPart) {
    static Optional<Multiple> of(Formula formula) {
        Term whole = formula.whole();
        boolean isPart = whole.token() instanceof DividePtg;
        if (!isPart && !(whole.token() instanceof MultiplyPtg)) {
            return Optional.empty();
        }
        return number(whole.operands().get(1).token())
                .filter(n -> n.signum() > 0)
                .map(n -> new Multiple(formula.part(whole.operands().get(0)), n, isPart));
    }

    static Optional<BigDecimal> number(Ptg token) {
        return token instanceof IntPtg || token instanceof NumberPtg
                ? Optional.of(new BigDecimal(token.toFormulaString()))
                : Optional.empty();
    }

    /** What is multiplied or divided comes to, if the whole comes to that. */
    public BigDecimal base(BigDecimal whole) {
        return isPart ? whole.multiply(factor) : whole.divide(factor, MathContext.DECIMAL64);
    }
}
