package org.huizong.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellValues;
import org.huizong.spreadsheet.write.Styles;

/** Writes into the cells of one sheet. */
final class CellWriter {
    private final XSSFSheet sheet;

    CellWriter(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    XSSFSheet sheet() {
        return sheet;
    }

    XSSFCell cell(CellAddress at) {
        return Styles.cell(sheet, at.row(), at.column());
    }

    CellWriter style(CellAddress at, XSSFCellStyle style) {
        cell(at).setCellStyle(style);
        return this;
    }

    /** Makes a cell that is not there yet, locked and without a look, so that it does not take its column's. */
    CellWriter settle(CellAddress at) {
        XSSFCell cell = cell(at);
        cell.setCellStyle(cell.getCellStyle());
        return this;
    }

    CellWriter text(CellAddress at, String text, XSSFCellStyle style) {
        style(at, style).cell(at).setCellValue(text);
        return this;
    }

    CellWriter text(CellAddress at, String text) {
        cell(at).setCellValue(text);
        return this;
    }

    CellWriter number(CellAddress at, BigDecimal number) {
        CellValues.put(cell(at), Value.of(number));
        return this;
    }

    CellWriter date(CellAddress at, LocalDate date) {
        CellValues.put(cell(at), Value.of(date));
        return this;
    }

    CellWriter formula(CellAddress at, String formula) {
        cell(at).setCellFormula(Excel.checked(formula, sheet.getSheetName() + " " + at.text()));
        return this;
    }

    /** A formula that comes to an empty text as long as nothing is filled in. */
    CellWriter quiet(CellAddress at, String formula) {
        XSSFCell cell = cell(at);
        cell.setCellFormula(Excel.checked(formula, sheet.getSheetName() + " " + at.text()));
        cell.setCellValue("");
        return this;
    }

    /** Merges cells of one row, all of them with that style. */
    CellWriter merge(int row, int first, int last, XSSFCellStyle style) {
        return merge(new CellRangeAddress(row, row, first, last), style);
    }

    /** Merges cells, all of them with that style. */
    CellWriter merge(CellRangeAddress area, XSSFCellStyle style) {
        for (var cell : area) {
            style(new CellAddress(cell.getRow(), cell.getColumn()), style);
        }
        if (area.getNumberOfCells() > 1) {
            sheet.addMergedRegionUnsafe(area);
        }
        return this;
    }

    /** Gives a cell a name that holds on this sheet only. */
    CellWriter name(CellAddress at, String text) {
        return named(at.pinned(), text);
    }

    /** Gives the cells between two corners a name that holds on this sheet only. */
    CellWriter name(CellAddress first, CellAddress last, String text) {
        return named(first.pinned() + ":" + last.pinned(), text);
    }

    private CellWriter named(String cells, String text) {
        XSSFName name = sheet.getWorkbook().createName();
        name.setSheetIndex(sheet.getWorkbook().getSheetIndex(sheet));
        name.setNameName(text);
        name.setRefersToFormula("'" + sheet.getSheetName().replace("'", "''") + "'!" + cells);
        return this;
    }

    CellWriter height(int row, double points) {
        Styles.cell(sheet, row, 0).getRow().setHeightInPoints((float) points);
        return this;
    }
}
