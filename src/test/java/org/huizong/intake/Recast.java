package org.huizong.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Says the same in another format, as a spreadsheet program does that saves as. */
public final class Recast {
    private Recast() {}

    /** An .xls with the same values and names; formulas become their results. */
    public static Path old(Workbook from, Path file) {
        try (HSSFWorkbook to = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (Sheet sheet : from) {
                copy(sheet, to.createSheet(sheet.getSheetName()));
                to.setSheetHidden(from.getSheetIndex(sheet), from.isSheetHidden(from.getSheetIndex(sheet)));
            }
            for (Name name : from.getAllNames()) {
                if (!name.getNameName().startsWith("_xlnm")) {
                    Name copy = to.createName();
                    copy.setSheetIndex(name.getSheetIndex());
                    copy.setNameName(name.getNameName());
                    copy.setRefersToFormula(name.getRefersToFormula());
                }
            }
            to.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A new workbook with that sheet alone, its values and its names, and another sheet before it. */
    static XSSFWorkbook copied(Workbook from, String sheet) {
        XSSFWorkbook to = new XSSFWorkbook();
        to.createSheet("通讯录").createRow(0).createCell(0).setCellValue("姓名");
        copy(from.getSheet(sheet), to.createSheet(sheet));
        for (Name name : from.getAllNames()) {
            if (name.getSheetIndex() == from.getSheetIndex(sheet)
                    && !name.getNameName().startsWith("_xlnm")) {
                Name copy = to.createName();
                copy.setSheetIndex(1);
                copy.setNameName(name.getNameName());
                copy.setRefersToFormula(name.getRefersToFormula());
            }
        }
        return to;
    }

    /** Puts what a formula gave in its place. */
    static void keepResult(Cell cell) {
        CellType result = cell.getCachedFormulaResultType();
        double number = result == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
        String text = result == CellType.STRING ? cell.getStringCellValue() : "";
        cell.removeFormula();
        cell.setBlank();
        if (result == CellType.NUMERIC) {
            cell.setCellValue(number);
        } else if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private static void copy(Sheet from, Sheet to) {
        for (Row row : from) {
            Row copy = to.createRow(row.getRowNum());
            for (Cell cell : row) {
                Cell written = copy.createCell(cell.getColumnIndex());
                switch (type(cell)) {
                    case NUMERIC -> written.setCellValue(cell.getNumericCellValue());
                    case STRING -> written.setCellValue(cell.getStringCellValue());
                    case BOOLEAN -> written.setCellValue(cell.getBooleanCellValue());
                    case ERROR -> written.setCellErrorValue(cell.getErrorCellValue());
                    default -> {}
                }
            }
        }
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    /** What a sheet shows, as a table of text. */
    public static String csv(Sheet sheet) {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        StringBuilder text = new StringBuilder();
        for (int r = 0; r <= sheet.getLastRowNum(); r++) {
            List<String> cells = new ArrayList<>();
            Row row = sheet.getRow(r);
            for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
                Cell cell = row.getCell(c);
                cells.add(cell == null ? "" : formatter.formatCellValue(cell));
            }
            text.append(CSVFormat.EXCEL.format(cells.toArray())).append("\r\n");
        }
        return text.toString();
    }
}
