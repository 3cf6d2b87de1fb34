package org.huizong.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFFormulaEvaluator;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;

/**
 * Evaluates formulas with POI's engine on a scratch sheet of named cells, so that the verdict is the spreadsheet's own.
 *
 * <p>Not for use by two threads at once. Column A holds the operands, column B the formulas, columns C to E the days off, the
 * weekend days worked, and the years of which these are known.
 */
public final class Evaluator {
    private static final int OPERANDS = 0;
    private static final int FORMULAS = 1;
    private static final int DAYS_OFF = 2;
    private static final int DAYS_WORKED = 3;
    private static final int YEARS = 4;

    private final HSSFWorkbook book = new HSSFWorkbook();
    private final HSSFSheet sheet = book.createSheet("s");
    private final HSSFFormulaEvaluator engine = new HSSFFormulaEvaluator(book);
    private final Map<String, HSSFCell> operands = new HashMap<>();
    private final Map<Formula, HSSFCell> formulas = new HashMap<>();

    /**
     * An evaluator that knows which days are worked.
     *
     * @param off weekdays off
     * @param worked weekend days worked
     */
    public Evaluator(Collection<LocalDate> off, Collection<LocalDate> worked) {
        days(Workdays.HOLIDAYS, DAYS_OFF, off);
        days(Workdays.WORKED, DAYS_WORKED, worked);
        list(
                Workdays.YEARS,
                YEARS,
                Stream.concat(off.stream(), worked.stream())
                        .map(LocalDate::getYear)
                        .distinct()
                        .map(Integer::doubleValue)
                        .toList());
    }

    private void days(String name, int column, Collection<LocalDate> days) {
        list(name, column, days.stream().map(DateUtil::getExcelDate).toList());
    }

    private void list(String name, int column, List<Double> numbers) {
        int row = 0;
        for (double number : numbers) {
            cell(row++, column).setCellValue(number);
        }
        name(name, 0, Math.max(0, row - 1), column);
    }

    /**
     * Evaluates with the operand that {@code values} gives for each name; it is asked once for each. A masked value stands
     * for itself by its digest, what is missing is an empty cell.
     *
     * @return a number, in double precision; a verdict; a text, blank if it is empty; or an error
     */
    public Value evaluate(Formula formula, Function<String, Value> values) {
        HSSFCell target = formulas.computeIfAbsent(formula, this::place);
        for (String name : formula.operands()) {
            if (!name.equals(Workdays.HOLIDAYS)) {
                put(operands.computeIfAbsent(name, this::place), values.apply(name));
            }
        }
        engine.clearAllCachedResultValues();
        return answer(engine.evaluate(target));
    }

    private HSSFCell place(String name) {
        int row = operands.size();
        name(name, row, row, OPERANDS);
        return cell(row, OPERANDS);
    }

    private HSSFCell place(Formula formula) {
        formula.operands().stream()
                .filter(n -> !n.equals(Workdays.HOLIDAYS))
                .forEach(n -> operands.computeIfAbsent(n, this::place));
        HSSFCell cell = cell(formulas.size(), FORMULAS);
        cell.setCellFormula(formula.written());
        return cell;
    }

    private void name(String text, int firstRow, int lastRow, int column) {
        HSSFName name = book.createName();
        name.setNameName(text);
        name.setRefersToFormula("s!" + new CellAddress(firstRow, column).pinned()
                + (lastRow > firstRow ? ":" + new CellAddress(lastRow, column).pinned() : ""));
    }

    private HSSFCell cell(int row, int column) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.createCell(column);
    }

    private static void put(HSSFCell cell, Value operand) {
        if (operand instanceof Value.Quantity n) {
            cell.setCellValue(n.number().doubleValue());
        } else if (operand instanceof Value.Text t) {
            cell.setCellValue(t.text());
        } else if (operand instanceof Value.Masked m) {
            cell.setCellValue(m.digest());
        } else if (operand instanceof Value.Date d) {
            cell.setCellValue(DateUtil.getExcelDate(d.date()));
        } else {
            cell.setBlank();
        }
    }

    private static Value answer(CellValue value) {
        return switch (value.getCellType()) {
            case NUMERIC -> new Value.Quantity(BigDecimal.valueOf(value.getNumberValue()));
            case BOOLEAN -> new Value.Logical(value.getBooleanValue());
            case ERROR ->
                new Value.CellError(FormulaError.forInt(value.getErrorValue()).getString());
            default -> Value.of(value.getStringValue() == null ? "" : value.getStringValue());
        };
    }
}
