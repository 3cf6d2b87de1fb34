package org.huizong.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.layout.Address;

/** Two ways to one number: evaluates every formula of a workbook and holds it against the figure it stands for. */
final class TwoWays {
    /** Digits that a spreadsheet shows of a double: sums of decimals are off beyond them. */
    private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_UP);

    private final Map<String, Expected> expected = new HashMap<>();

    TwoWays(List<Expected> expected) {
        expected.forEach(e -> this.expected.put(key(e.sheet(), e.cell()), e));
    }

    /**
     * Evaluates every formula cell, so that its value is in the file for programs that do not calculate.
     *
     * @throws TwoWaysException at the first that is not its figure, after rounding half up
     * @throws IllegalStateException if a formula stands for no figure: every formula of the workbook must
     */
    void check(XSSFWorkbook workbook) {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        check(cell, evaluator.evaluateFormulaCell(cell));
                    }
                }
            }
        }
    }

    private void check(Cell cell, CellType type) {
        Address address = new Address(cell.getRowIndex(), cell.getColumnIndex());
        String sheet = cell.getSheet().getSheetName();
        Expected figure = expected.get(key(sheet, address));
        if (figure == null) {
            throw new IllegalStateException("no figure stands behind the formula " + cell.getCellFormula()
                    + " in sheet " + sheet + ", cell " + address.text());
        }
        BigDecimal should = figure.figure().setScale(figure.decimals(), RoundingMode.HALF_UP);
        if (type != CellType.NUMERIC) {
            throw new TwoWaysException(figure.code(), should, String.valueOf(type), sheet, address.text());
        }
        BigDecimal is = new BigDecimal(cell.getNumericCellValue(), DOUBLE);
        BigDecimal rounded = is.setScale(figure.decimals(), RoundingMode.HALF_UP);
        if (rounded.compareTo(should) != 0) {
            throw new TwoWaysException(figure.code(), should, rounded.toPlainString(), sheet, address.text());
        }
    }

    private static String key(String sheet, Address cell) {
        return sheet + '!' + cell.text();
    }
}
