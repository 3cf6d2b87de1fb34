package org.huizong.formula;

import java.util.Optional;
import org.apache.poi.ss.formula.ptg.EqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterEqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterThanPtg;
import org.apache.poi.ss.formula.ptg.LessEqualPtg;
import org.apache.poi.ss.formula.ptg.LessThanPtg;
import org.apache.poi.ss.formula.ptg.Ptg;

/** A formula that is one comparison: its sign and both sides as they stand. */
public record Comparison(Formula left, Sign sign, Formula right) {
    /** How the left side is to the right one. */
    public enum Sign {
        EQUAL,
        OTHER,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        /** Whether the left side is the larger one, or may be. */
        public boolean isAbove() {
            return this == MORE || this == AT_LEAST;
        }

        /** Whether the left side is the smaller one, or may be. */
        public boolean isBelow() {
            return this == LESS || this == AT_MOST;
        }
    }

    static Optional<Comparison> of(Formula formula) {
        Term whole = formula.whole();
        return KindCheck.isComparison(whole.token())
                ? Optional.of(new Comparison(
                        formula.part(whole.operands().get(0)),
                        sign(whole.token()),
                        formula.part(whole.operands().get(1))))
                : Optional.empty();
    }

    private static Sign sign(Ptg token) {
        if (token instanceof EqualPtg) {
            return Sign.EQUAL;
        }
        if (token instanceof LessThanPtg) {
            return Sign.LESS;
        }
        if (token instanceof LessEqualPtg) {
            return Sign.AT_MOST;
        }
        if (token instanceof GreaterThanPtg) {
            return Sign.MORE;
        }
        return token instanceof GreaterEqualPtg ? Sign.AT_LEAST : Sign.OTHER;
    }
}
