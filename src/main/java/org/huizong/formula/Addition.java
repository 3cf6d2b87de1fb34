package org.huizong.formula;

import java.util.List;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.AddPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.formula.ptg.UnaryMinusPtg;
import org.apache.poi.ss.formula.ptg.UnaryPlusPtg;

/** How a formula behaves when its operands are added up: sums, differences and multiples add up, ratios do not. */
enum Addition {
    /** It holds no name. */
    CONSTANT,
    /** The formula of sums is the sum of the formulas. */
    ADDS_UP,
    /** Anything else, such as a ratio or the least of several. */
    DIFFERS;

    static Addition of(Term term) {
        Ptg token = term.token();
        if (token instanceof NamePtg) {
            return ADDS_UP;
        }
        if (token instanceof IntPtg || token instanceof NumberPtg) {
            return CONSTANT;
        }
        List<Addition> operands = term.operands().stream().map(Addition::of).toList();
        boolean constant = !operands.isEmpty() && operands.stream().allMatch(o -> o == CONSTANT);
        boolean alike = !operands.isEmpty() && operands.stream().allMatch(o -> o == ADDS_UP);
        if (constant) {
            return CONSTANT;
        }
        if (isSum(token)) {
            return alike ? ADDS_UP : DIFFERS;
        }
        if (token instanceof MultiplyPtg || token instanceof DividePtg) {
            boolean left = operands.get(0) == ADDS_UP && operands.get(1) == CONSTANT;
            boolean right = token instanceof MultiplyPtg && operands.get(0) == CONSTANT && operands.get(1) == ADDS_UP;
            return left || right ? ADDS_UP : DIFFERS;
        }
        return DIFFERS;
    }

    private static boolean isSum(Ptg token) {
        return token instanceof SubtractPtg || token instanceof UnaryMinusPtg || isSumOfWhatIsAdded(token);
    }

    /** Tells whether a part adds all that it works on: + and SUM. */
    static boolean isSumOfWhatIsAdded(Ptg token) {
        return token instanceof AddPtg
                || token instanceof UnaryPlusPtg
                || Term.isSum(token)
                || (token instanceof AbstractFunctionPtg function
                        && function.getName().equals("SUM"));
    }
}
