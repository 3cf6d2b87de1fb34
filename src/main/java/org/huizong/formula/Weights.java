package org.huizong.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.poi.ss.formula.ptg.AddPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.formula.ptg.UnaryMinusPtg;
import org.apache.poi.ss.formula.ptg.UnaryPlusPtg;

/** How many times each name is in a formula that adds up. */
final class Weights {
    private final Formula formula;
    private final Map<String, BigFraction> weights = new TreeMap<>();

    private Weights(Formula formula) {
        this.formula = formula;
        add(formula.whole(), BigFraction.ONE);
        weights.values().removeIf(BigFraction.ZERO::equals);
    }

    static Map<String, BigFraction> of(Formula formula) {
        return Map.copyOf(new Weights(formula).weights);
    }

    private void add(Term term, BigFraction times) {
        Optional<String> name = formula.name(term);
        if (name.isPresent()) {
            weights.merge(name.get(), times, BigFraction::add);
            return;
        }
        Ptg token = term.token();
        if (token instanceof MultiplyPtg || token instanceof DividePtg) {
            boolean isLeft = Addition.of(term.operands().get(0)) == Addition.CONSTANT;
            BigFraction factor = number(term.operands().get(isLeft ? 0 : 1));
            add(
                    term.operands().get(isLeft ? 1 : 0),
                    token instanceof MultiplyPtg ? times.multiply(factor) : divided(times, factor));
            return;
        }
        List<Term> operands = formula.arguments(term);
        for (int i = 0; i < operands.size(); i++) {
            boolean isTaken = token instanceof UnaryMinusPtg || (token instanceof SubtractPtg && i == 1);
            add(operands.get(i), isTaken ? times.negate() : times);
        }
    }

    /** What a constant comes to; one that is more than the four kinds of reckoning counts as 1. */
    private static BigFraction number(Term term) {
        Optional<BigDecimal> number = Multiple.number(term.token());
        if (number.isPresent()) {
            BigDecimal whole = number.get().setScale(Math.max(0, number.get().scale()));
            return new BigFraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
        }
        List<BigFraction> of = term.operands().stream().map(Weights::number).toList();
        Ptg token = term.token();
        if (token instanceof UnaryMinusPtg) {
            return of.get(0).negate();
        }
        if (token instanceof UnaryPlusPtg) {
            return of.get(0);
        }
        if (token instanceof AddPtg) {
            return of.get(0).add(of.get(1));
        }
        if (token instanceof SubtractPtg) {
            return of.get(0).subtract(of.get(1));
        }
        if (token instanceof MultiplyPtg) {
            return of.get(0).multiply(of.get(1));
        }
        return token instanceof DividePtg ? divided(of.get(0), of.get(1)) : BigFraction.ONE;
    }

    private static BigFraction divided(BigFraction number, BigFraction by) {
        return by.equals(BigFraction.ZERO) ? number : number.divide(by);
    }
}
