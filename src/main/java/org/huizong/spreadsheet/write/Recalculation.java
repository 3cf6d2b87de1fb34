package org.huizong.spreadsheet.write;

import java.util.Set;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Works out every formula of a workbook and keeps the results in its cells, an empty text as an empty text.
 *
 * <p>POI's own way to do this parses each formula once more to look for links to other workbooks, which takes as long as
 * the rest; there are none here.
 */
public final class Recalculation {
    private Recalculation() {}

    /**
     * Works out the formulas of the workbook but for some rows.
     *
     * @param settled rows whose formulas have their results already
     */
    public static void of(XSSFWorkbook book, Set<? extends Row> settled) {
        var view = XSSFEvaluationWorkbook.create(book);
        var engine = new WorkbookEvaluator(view, null, null);
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            XSSFSheet sheet = book.getSheetAt(i);
            EvaluationSheet cells = view.getSheet(i);
            for (Row row : sheet) {
                if (settled.contains(row)) {
                    continue;
                }
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        ValueEval result = engine.evaluate(cells.getCell(cell.getRowIndex(), cell.getColumnIndex()));
                        keep((XSSFCell) cell, result);
                    }
                }
            }
        }
    }

    private static void keep(XSSFCell cell, ValueEval result) {
        if (result instanceof NumberEval number) {
            cell.setCellValue(number.getNumberValue());
        } else if (result instanceof StringEval text) {
            cell.setCellValue(new XSSFRichTextString(text.getStringValue()));
        } else if (result instanceof BoolEval bool) {
            cell.setCellValue(bool.getBooleanValue());
        } else if (result instanceof ErrorEval error) {
            cell.setCellErrorValue((byte) error.getErrorCode());
        } else {
            cell.setCellValue(0);
        }
    }
}
