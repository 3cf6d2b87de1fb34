package org.huizong.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The formulas of a workbook and the values kept beside them, by sheet and cell.
 *
 * @param values a {@link Double}, {@link String} or {@link Boolean}, a {@link FormulaError}, or {@link #NONE}
 */
record FormulaCells(Path file, Map<String, Object> values) {
    static final String NONE = "no value";

    private static final double WITHIN = 1e-9;

    static FormulaCells of(Path file) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        try (OPCPackage zip = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XSSFWorkbook book = new XSSFWorkbook(zip)) {
            each(book, cell -> values.put(cell.getSheet().getSheetName() + "!" + cell.getReference(), value(cell)));
        } catch (InvalidFormatException e) {
            throw new IOException(file + " is no workbook", e);
        }
        return new FormulaCells(file, values);
    }

    private static void each(XSSFWorkbook book, Consumer<XSSFCell> action) {
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        action.accept((XSSFCell) cell);
                    }
                }
            }
        }
    }

    private static Object value(XSSFCell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue());
            default -> cell.getCTCell().isSetV() ? (Object) cell.getNumericCellValue() : NONE;
        };
    }

    /** Writes the workbook with a wrong value beside each formula. */
    void spoil(Path to) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file));
                OutputStream out = Files.newOutputStream(to)) {
            each(book, cell -> {
                if (cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                    cell.setCellValue(cell.getNumericCellValue() + 4711);
                } else {
                    cell.setCellValue(new XSSFRichTextString("planted"));
                }
            });
            book.write(out);
        }
    }

    int count() {
        return values.size();
    }

    /** The cells whose value is an error, or missing. */
    List<String> faults() {
        return values.entrySet().stream()
                .filter(e ->
                        e.getValue() instanceof FormulaError || e.getValue().equals(NONE))
                .map(e -> file.getFileName() + " " + e.getKey() + ": " + e.getValue())
                .toList();
    }

    /** The cells that have another value in the other workbook, numbers to nine digits; or no formula there. */
    List<String> differences(FormulaCells other) {
        List<String> differences = new ArrayList<>();
        values.forEach((cell, value) -> {
            Object theirs = other.values.getOrDefault(cell, "no formula");
            if (!same(value, theirs)) {
                differences.add(file.getFileName() + " " + cell + ": " + value + " against " + theirs);
            }
        });
        return differences;
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof Double a && other instanceof Double b) {
            return Math.abs(a - b) <= WITHIN * Math.max(Math.abs(a), Math.abs(b));
        }
        return one.equals(other);
    }
}
