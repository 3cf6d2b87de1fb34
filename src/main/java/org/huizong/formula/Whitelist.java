package org.huizong.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.AddPtg;
import org.apache.poi.ss.formula.ptg.ArrayPtg;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.ConcatPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.EqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterEqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterThanPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.LessEqualPtg;
import org.apache.poi.ss.formula.ptg.LessThanPtg;
import org.apache.poi.ss.formula.ptg.MissingArgPtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NotEqualPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.OperandPtg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Pxg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.formula.ptg.UnaryMinusPtg;
import org.apache.poi.ss.formula.ptg.UnaryPlusPtg;

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
    private static final Set<String> FUNCTIONS = Set.of(
            "IF",
            "AND",
            "OR",
            "NOT",
            "SUM",
            "MIN",
            "MAX",
            "ABS",
            "ROUND",
            "COUNT",
            "IFERROR",
            "ISBLANK",
            "ISNUMBER",
            "LEN",
            "DATE",
            "EDATE",
            "YEAR",
            "MONTH",
            "NETWORKDAYS");

    private Whitelist() {}

    static List<FormulaFault> faults(Formula formula) {
        List<FormulaFault> faults = new ArrayList<>();
        formula.called().stream()
                .filter(name -> !FUNCTIONS.contains(name.toUpperCase(Locale.ROOT)))
                .forEach(name -> faults.add(new FormulaFault("function", Map.of("value", name))));
        for (Ptg token : formula.tokens()) {
            if (token instanceof Pxg) {
                faults.add(fault("sheet", token));
            } else if (token instanceof AbstractFunctionPtg function) {
                String name = function.getName().toUpperCase(Locale.ROOT);
                if (!FUNCTIONS.contains(name) && !function.isExternalFunction()) {
                    faults.add(new FormulaFault("function", Map.of("value", name)));
                }
            } else if (token instanceof ArrayPtg) {
                faults.add(fault("array", token));
            } else if (!TOKENS.contains(token.getClass())) {
                faults.add(fault(token instanceof OperandPtg ? "address" : "token", token));
            }
        }
        return faults;
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
}
