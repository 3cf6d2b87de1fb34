package org.huizong.spreadsheet.mark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * Puts a sheet of an old workbook before all others.
 *
 * <p>POI (5.5.1) then lets ranges of cells point into the sheet before: names and formulas that say something
 * else afterwards are written anew.
 */
final class SheetOrder {
    private SheetOrder() {}

    static void putFirst(HSSFWorkbook book, Sheet sheet) {
        Map<Name, String> names = new LinkedHashMap<>();
        book.getAllNames().stream()
                .filter(n -> !n.isFunctionName())
                .forEach(n -> names.put(n, String.valueOf(n.getRefersToFormula())));
        Map<Cell, String> formulas = new LinkedHashMap<>();
        for (Sheet each : book) {
            for (Row row : each) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        formulas.put(cell, cell.getCellFormula());
                    }
                }
            }
        }
        book.setSheetOrder(sheet.getSheetName(), 0);
        names.forEach((name, formula) -> {
            if (!formula.contains("#REF!") && !formula.equals(name.getRefersToFormula())) {
                name.setRefersToFormula(formula);
            }
        });
        formulas.forEach((cell, formula) -> {
            if (!formula.contains("#REF!") && !formula.equals(cell.getCellFormula())) {
                rewrite(cell, formula);
            }
        });
    }

    /** Writes a formula anew and keeps the value beside it. */
    private static void rewrite(Cell cell, String formula) {
        switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> {
                double value = cell.getNumericCellValue();
                cell.setCellFormula(formula);
                cell.setCellValue(value);
            }
            case STRING -> {
                String value = cell.getStringCellValue();
                cell.setCellFormula(formula);
                cell.setCellValue(value);
            }
            case BOOLEAN -> {
                boolean value = cell.getBooleanCellValue();
                cell.setCellFormula(formula);
                cell.setCellValue(value);
            }
            default -> {
                byte value = cell.getErrorCellValue();
                cell.setCellFormula(formula);
                cell.setCellErrorValue(value);
            }
        }
    }
}
