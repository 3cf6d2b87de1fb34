package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.usermodel.Cell;

/** Two ways to one number: works out the formulas of a sheet and holds each against the figure it stands for. */
final class Reconciliation {
    /** Digits that a spreadsheet shows of a double: sums of decimals are off beyond them. */
    private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_UP);

    private final FormulaGrid grid;
    private final int sheet;
    private final List<Pair> pairs = new ArrayList<>();

    /** A formula cell that is still at hand, and what it must come to. */
    private record Pair(Cell cell, Expected expected) {}

    /** The formulas of one sheet, which may read all that has been written. */
    Reconciliation(FormulaGrid grid, int sheet) {
        this.grid = grid;
        this.sheet = sheet;
    }

    /** Takes a formula and what it must come to. */
    void expect(Cell cell, Expected expected) {
        pairs.add(new Pair(cell, expected));
    }

    /**
     * Works out every formula, so that its value is in the file for programs that do not calculate; other sheets read
     * the value from then on.
     *
     * @throws TwoWaysException at the first that is not its figure, after rounding half up
     */
    void check() {
        WorkbookEvaluator evaluator =
                new WorkbookEvaluator(grid, IStabilityClassifier.TOTALLY_IMMUTABLE, grid.getUDFFinder());
        List<ValueEval> values = new ArrayList<>();
        for (Pair pair : pairs) {
            ValueEval value =
                    evaluator.evaluate(grid.cell(sheet, pair.expected().cell()));
            check(value, pair.expected());
            values.add(value);
        }
        for (int i = 0; i < values.size(); i++) {
            keep(values.get(i), pairs.get(i));
        }
        pairs.clear();
    }

    private void keep(ValueEval value, Pair pair) {
        if (value instanceof NumberEval number) {
            pair.cell().setCellValue(number.getNumberValue());
            grid.number(sheet, pair.expected().cell(), number.getNumberValue());
        } else if (value instanceof StringEval text) {
            pair.cell().setCellValue(text.getStringValue());
            grid.text(sheet, pair.expected().cell(), text.getStringValue());
        }
    }

    private static void check(ValueEval value, Expected expected) {
        if (expected.figure().isEmpty()) {
            if (!(value instanceof StringEval)) {
                throw fault(expected, "nothing", shown(value));
            }
            return;
        }
        BigDecimal should = expected.figure().get().setScale(expected.decimals(), RoundingMode.HALF_UP);
        if (!(value instanceof NumberEval number)) {
            throw fault(expected, should.toPlainString(), shown(value));
        }
        BigDecimal is = new BigDecimal(number.getNumberValue(), DOUBLE);
        BigDecimal rounded = is.setScale(expected.decimals(), RoundingMode.HALF_UP);
        if (rounded.compareTo(should) != 0) {
            throw fault(expected, should.toPlainString(), rounded.toPlainString());
        }
    }

    private static String shown(ValueEval value) {
        if (value instanceof ErrorEval error) {
            return error.getErrorString();
        }
        return value instanceof NumberEval number ? number.getStringValue() : "a text";
    }

    private static TwoWaysException fault(Expected figure, String should, String is) {
        return new TwoWaysException(
                figure.code(), should, is, figure.sheet(), figure.cell().text());
    }
}
