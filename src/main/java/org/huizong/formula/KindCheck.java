package org.huizong.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.ss.formula.ptg.AddPtg;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.ConcatPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.MissingArgPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;

/** Whether the parts of a formula go together: no sum with a text, no text against a number, no division by 0. */
final class KindCheck {
    private final Formula formula;
    private final Function<String, Kind> kinds;
    private final List<FormulaFault> faults = new ArrayList<>();

    KindCheck(Formula formula, Function<String, Kind> kinds) {
        this.formula = formula;
        this.kinds = kinds;
    }

    static boolean isComparison(Ptg token) {
        return Sides.COMPARISONS.contains(token.getClass());
    }

    List<FormulaFault> faults(Kind wanted) {
        Kind whole = kind(formula.whole());
        boolean verdict = whole == Kind.VERDICT || whole == Kind.ANY;
        if (wanted == Kind.VERDICT ? !verdict : !wanted.takes(whole)) {
            fault(wanted == Kind.VERDICT ? "verdict" : "number", Map.of());
        }
        return List.copyOf(faults);
    }

    Kind kind(Term term) {
        Ptg token = term.token();
        if (token instanceof NamePtg) {
            return formula.name(term).map(kinds).orElse(Kind.ANY);
        }
        if (Formula.isCall(term)) {
            return call(term);
        }
        if (isComparison(token)) {
            return comparison(term);
        }
        if (token instanceof ConcatPtg) {
            term.operands().forEach(this::kind);
            return Kind.TEXT;
        }
        if (!term.operands().isEmpty()) {
            return arithmetic(term);
        }
        if (token instanceof StringPtg) {
            return Kind.TEXT;
        }
        return token instanceof BoolPtg ? Kind.VERDICT : token instanceof MissingArgPtg ? Kind.ANY : Kind.NUMBER;
    }

    private Kind call(Term term) {
        List<Term> arguments = formula.arguments(term);
        Optional<Signature> signature = Signature.of(formula.function(term));
        List<Kind> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Kind kind = kind(arguments.get(i));
            given.add(kind);
            Kind takes = signature.isPresent() ? signature.get().takesAt(i) : Kind.ANY;
            if (!takes.takes(kind)) {
                fault(
                        takes == Kind.DATE
                                ? "argument.date"
                                : takes == Kind.HOLIDAYS ? "argument.holidays" : "argument",
                        Map.of("function", formula.function(term), "value", shown(arguments.get(i))));
            }
        }
        return signature.map(s -> s.gives(given)).orElse(Kind.ANY);
    }

    private Kind comparison(Term term) {
        Kind left = kind(term.operands().get(0));
        Kind right = kind(term.operands().get(1));
        boolean known = left != Kind.ANY && right != Kind.ANY;
        boolean texts = (left == Kind.TEXT) != (right == Kind.TEXT);
        boolean verdicts = (left == Kind.VERDICT) != (right == Kind.VERDICT);
        boolean days = left == Kind.HOLIDAYS || right == Kind.HOLIDAYS;
        if (days || (known && (texts || verdicts))) {
            fault(
                    "comparison",
                    Map.of(
                            "left",
                            shown(term.operands().get(0)),
                            "right",
                            shown(term.operands().get(1))));
        }
        return Kind.VERDICT;
    }

    private Kind arithmetic(Term term) {
        List<Kind> given = new ArrayList<>();
        for (Term part : term.operands()) {
            Kind kind = kind(part);
            given.add(kind);
            if (!Kind.NUMBER.takes(kind)) {
                fault("arithmetic", Map.of("value", shown(part)));
            }
        }
        if (term.token() instanceof DividePtg && isZero(term.operands().get(1).token())) {
            fault("zero", Map.of());
        }
        long dates = given.stream().filter(k -> k == Kind.DATE).count();
        boolean moved = term.token() instanceof AddPtg || term.token() instanceof SubtractPtg;
        return moved && dates == 1 && (term.token() instanceof AddPtg || given.get(0) == Kind.DATE)
                ? Kind.DATE
                : Kind.NUMBER;
    }

    private static boolean isZero(Ptg token) {
        return (token instanceof IntPtg whole && whole.getValue() == 0)
                || (token instanceof NumberPtg number && number.getValue() == 0);
    }

    /** A part of the formula as one would point at it. */
    private String shown(Term term) {
        if (term.token() instanceof StringPtg text) {
            return '"' + text.getValue() + '"';
        }
        if (Formula.isCall(term)) {
            return formula.function(term) + "(…)";
        }
        return formula.name(term)
                .orElseGet(() -> term.operands().isEmpty() ? term.token().toFormulaString() : "(…)");
    }

    private void fault(String kind, Map<String, String> arguments) {
        faults.add(new FormulaFault(kind, arguments));
    }
}
