package org.huizong.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.CellAddress;

/** Two ways to one number: evaluates every formula of a workbook and holds it against the figure it stands for. */
final class Reconciliation {
    /** Digits that a spreadsheet shows of a double: sums of decimals are off beyond them. */
    private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_UP);

    private final List<Expected> expected;

    /** What the formulas must come to, those first that others refer to. */
    Reconciliation(List<Expected> expected) {
        this.expected = List.copyOf(expected);
    }

    /**
     * Evaluates every formula cell, so that its value is in the file for programs that do not calculate.
     *
     * @throws TwoWaysException at the first that is not its figure, after rounding half up
     * @throws IllegalStateException if a formula stands for no figure: every formula of the workbook must
     */
    void check(XSSFWorkbook workbook) {
        Set<String> evaluated = evaluate(workbook);
        for (Expected figure : expected) {
            Sheet sheet = workbook.getSheet(figure.sheet());
            check(sheet.getRow(figure.cell().row()).getCell(figure.cell().column()), figure);
            evaluated.remove(key(figure.sheet(), figure.cell()));
        }
        if (!evaluated.isEmpty()) {
            throw new IllegalStateException("no figure stands behind the formulas in " + evaluated);
        }
    }

    /** The places of all formulas. */
    private static Set<String> evaluate(XSSFWorkbook workbook) {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        Set<String> places = new TreeSet<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        evaluator.evaluateFormulaCell(cell);
                        places.add(
                                key(sheet.getSheetName(), new CellAddress(cell.getRowIndex(), cell.getColumnIndex())));
                    }
                }
            }
        }
        return places;
    }

    private static void check(Cell cell, Expected figure) {
        CellType type = cell.getCachedFormulaResultType();
        if (figure.figure().isEmpty()) {
            if (type != CellType.STRING) {
                throw fault(figure, "nothing", String.valueOf(type));
            }
            return;
        }
        BigDecimal should = figure.figure().get().setScale(figure.decimals(), RoundingMode.HALF_UP);
        if (type != CellType.NUMERIC) {
            throw fault(figure, should.toPlainString(), String.valueOf(type));
        }
        BigDecimal is = new BigDecimal(cell.getNumericCellValue(), DOUBLE);
        BigDecimal rounded = is.setScale(figure.decimals(), RoundingMode.HALF_UP);
        if (rounded.compareTo(should) != 0) {
            throw fault(figure, should.toPlainString(), rounded.toPlainString());
        }
    }

    private static TwoWaysException fault(Expected figure, String should, String is) {
        return new TwoWaysException(
                figure.code(), should, is, figure.sheet(), figure.cell().text());
    }

    private static String key(String sheet, CellAddress cell) {
        return sheet + '!' + cell.text();
    }
}
