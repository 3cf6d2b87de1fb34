package org.huizong.spreadsheet.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.spreadsheet.read.CellRange;

/** The rows of registers that are ready for a record and hold none, so that the results of their formulas stay. */
public final class EmptyRecords {
    private EmptyRecords() {}

    /** The rows of a workbook that an item's name covers together with others, and in which no item has a value. */
    public static Set<XSSFRow> of(XSSFWorkbook book) {
        Map<XSSFRow, Boolean> empty = new HashMap<>();
        for (XSSFName name : book.getAllNames()) {
            String refersTo = name.getRefersToFormula();
            if (name.getSheetIndex() >= 0 && isItem(name.getNameName())) {
                XSSFSheet sheet = book.getSheetAt(name.getSheetIndex());
                CellRange.referredTo(refersTo)
                        .filter(r -> r.last().row() > r.first().row())
                        .ifPresent(r -> look(sheet, r, empty));
            }
        }
        empty.values().removeIf(isEmpty -> !isEmpty);
        return new HashSet<>(empty.keySet());
    }

    /** The code of an item has a dot after that of its return; a name of the program's own begins with a stroke. */
    private static boolean isItem(String name) {
        return name.indexOf('.') > 0 && !name.startsWith("_");
    }

    private static void look(XSSFSheet sheet, CellRange column, Map<XSSFRow, Boolean> empty) {
        for (int i = column.first().row(); i <= column.last().row(); i++) {
            XSSFRow row = sheet.getRow(i);
            if (row != null) {
                XSSFCell cell = row.getCell(column.first().column());
                empty.merge(row, cell == null || cell.getCellType() == CellType.BLANK, Boolean::logicalAnd);
            }
        }
    }
}
