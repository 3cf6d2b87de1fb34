package org.huizong.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.ControlPtg;
import org.apache.poi.ss.formula.ptg.MemAreaPtg;
import org.apache.poi.ss.formula.ptg.MemFuncPtg;
import org.apache.poi.ss.formula.ptg.OperationPtg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.Ptg;

/**
 * A part of a formula: a token with what it works on.
 *
 * @param token a name, a constant, an operator or a function
 * @param first place of its first token in the formula, operands included
 * @param end place after its last token
 * @param operands what it works on, in order; none for a name or a constant
 */
record Term(Ptg token, int first, int end, List<Term> operands) {
    Term {
        operands = List.copyOf(operands);
    }

    /** Takes a parsed formula apart by following its tokens, which stand in the order of evaluation, on a stack. */
    static Term of(Ptg[] tokens) {
        Deque<Term> stack = new ArrayDeque<>();
        for (int i = 0; i < tokens.length; i++) {
            Ptg token = tokens[i];
            if (token instanceof ParenthesisPtg) {
                Term inner = stack.pop();
                stack.push(new Term(inner.token, inner.first, i + 1, inner.operands));
            } else if (isPart(token)) {
                List<Term> operands = new ArrayList<>();
                for (int n = count(token); n > 0; n--) {
                    operands.add(0, stack.pop());
                }
                stack.push(new Term(token, operands.isEmpty() ? i : operands.get(0).first, i + 1, operands));
            }
        }
        return stack.pop();
    }

    /** SUM of one operand is written as an attribute. */
    static boolean isSum(Ptg token) {
        return token instanceof AttrPtg attr && attr.isSum();
    }

    /** Whether a token is more than a mark for the spreadsheet's own use. */
    private static boolean isPart(Ptg token) {
        boolean mark = token instanceof ControlPtg || token instanceof MemFuncPtg || token instanceof MemAreaPtg;
        return !mark || isSum(token);
    }

    private static int count(Ptg token) {
        if (isSum(token)) {
            return 1;
        }
        return token instanceof OperationPtg operation ? operation.getNumberOfOperands() : 0;
    }

    /**
     * It and everything it works on, itself last. Follows no call of its own into another: a sum of hundreds is a part
     * within a part within a part.
     */
    Stream<Term> all() {
        Deque<Term> left = new ArrayDeque<>(List.of(this));
        List<Term> all = new ArrayList<>();
        while (!left.isEmpty()) {
            Term next = left.pop();
            all.add(next);
            next.operands.forEach(left::push);
        }
        Collections.reverse(all);
        return all.stream();
    }

    /** How many parts stand within each other at most, itself included. */
    int depth() {
        int depth = 0;
        for (List<Term> level = List.of(this); !level.isEmpty(); depth++) {
            List<Term> below = new ArrayList<>();
            level.forEach(t -> below.addAll(t.operands));
            level = below;
        }
        return depth;
    }
}
