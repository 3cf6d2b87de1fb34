package org.huizong.template;

import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.AreaPtg;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.ScalarConstantPtg;
import org.apache.poi.ss.formula.ptg.ValueOperatorPtg;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Says which formulas cells may share: constants, operators, functions, names, and cells of the same sheet.
 *
 * <p>Spreadsheet programs call a file damaged whose shared formula speaks of another sheet, another workbook or a table, or
 * holds an array constant, a union or an intersection ([MS-XLSB] 2.5.98.98, SharedParsedFormula).
 */
final class Sharing {
    private Sharing() {}

    /**
     * Checks that cells of a sheet may share a formula.
     *
     * @throws IllegalStateException naming what they may not
     */
    static void check(String formula, XSSFSheet sheet) {
        var book = sheet.getWorkbook();
        for (Ptg token : FormulaParser.parse(
                formula, XSSFEvaluationWorkbook.create(book), FormulaType.CELL, book.getSheetIndex(sheet))) {
            if (!isShared(token)) {
                throw new IllegalStateException(
                        "rows of " + sheet.getSheetName() + " cannot share a formula with " + token + ": " + formula);
            }
        }
    }

    private static boolean isShared(Ptg token) {
        if (token instanceof NameXPxg name) {
            // a function that POI does not count among the oldest, such as IFERROR
            return name.getSheetName() == null && name.getExternalWorkbookNumber() < 1;
        }
        return token instanceof RefPtg
                || token instanceof AreaPtg
                || token instanceof NamePtg
                || token instanceof ScalarConstantPtg
                || token instanceof ValueOperatorPtg
                || token instanceof ParenthesisPtg
                || token instanceof AttrPtg
                || token instanceof AbstractFunctionPtg;
    }
}
