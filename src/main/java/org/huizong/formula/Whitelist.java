package org.huizong.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.AddPtg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.ArrayPtg;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.ConcatPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.EqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterEqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterThanPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.IntersectionPtg;
import org.apache.poi.ss.formula.ptg.LessEqualPtg;
import org.apache.poi.ss.formula.ptg.LessThanPtg;
import org.apache.poi.ss.formula.ptg.MemAreaPtg;
import org.apache.poi.ss.formula.ptg.MemFuncPtg;
import org.apache.poi.ss.formula.ptg.MissingArgPtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NotEqualPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.OperandPtg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.PercentPtg;
import org.apache.poi.ss.formula.ptg.PowerPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Pxg;
import org.apache.poi.ss.formula.ptg.RangePtg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.formula.ptg.UnaryMinusPtg;
import org.apache.poi.ss.formula.ptg.UnaryPlusPtg;
import org.apache.poi.ss.formula.ptg.UnionPtg;

/** What a formula of the catalogue may be made of. Walks POI's tokens; all else is a fault. */
final class Whitelist {
    private static final Set<Class<? extends Ptg>> TOKENS = Set.of(
            AddPtg.class,
            SubtractPtg.class,
            MultiplyPtg.class,
            DividePtg.class,
            ConcatPtg.class,
            EqualPtg.class,
            NotEqualPtg.class,
            LessThanPtg.class,
            LessEqualPtg.class,
            GreaterThanPtg.class,
            GreaterEqualPtg.class,
            UnaryMinusPtg.class,
            UnaryPlusPtg.class,
            ParenthesisPtg.class,
            NumberPtg.class,
            IntPtg.class,
            StringPtg.class,
            BoolPtg.class,
            MissingArgPtg.class,
            AttrPtg.class,
            NamePtg.class);

    private Whitelist() {}

    static List<FormulaFault> faults(Formula formula) {
        List<FormulaFault> faults = new ArrayList<>();
        formula.calls().forEach(call -> call(call).ifPresent(faults::add));
        for (Ptg token : formula.tokens()) {
            if (token instanceof Pxg) {
                faults.add(fault("sheet", token));
            } else if (token instanceof ArrayPtg) {
                faults.add(fault("array", token));
            } else if (token instanceof AreaPtgBase) {
                faults.add(fault("range", token));
            } else if (token instanceof RangePtg || token instanceof UnionPtg || token instanceof IntersectionPtg) {
                faults.add(new FormulaFault("range", Map.of("value", sign(token))));
            } else if (token instanceof PowerPtg || token instanceof PercentPtg) {
                faults.add(new FormulaFault("token", Map.of("value", sign(token))));
            } else if (!(token instanceof AbstractFunctionPtg)
                    && !(token instanceof MemFuncPtg || token instanceof MemAreaPtg)
                    && !TOKENS.contains(token.getClass())) {
                faults.add(fault(token instanceof OperandPtg ? "address" : "token", token));
            }
        }
        return faults;
    }

    private static Optional<FormulaFault> call(Formula.Call call) {
        Optional<Signature> signature = Signature.of(call.function());
        if (signature.isEmpty()) {
            return Optional.of(new FormulaFault("function", Map.of("value", call.function())));
        }
        return signature.get().takes(call.arguments())
                ? Optional.empty()
                : Optional.of(new FormulaFault("arguments", Map.of("value", call.function())));
    }

    private static FormulaFault fault(String kind, Ptg token) {
        String shown;
        try {
            shown = token.toFormulaString();
        } catch (RuntimeException e) {
            shown = token.getClass().getSimpleName();
        }
        return new FormulaFault(kind, Map.of("value", shown));
    }

    private static String sign(Ptg token) {
        if (token instanceof PowerPtg) {
            return "^";
        }
        if (token instanceof PercentPtg) {
            return "%";
        }
        return token instanceof RangePtg ? ":" : token instanceof UnionPtg ? "( , )" : "a b";
    }
}
