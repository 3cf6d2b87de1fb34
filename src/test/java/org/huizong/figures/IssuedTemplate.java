package org.huizong.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A template as a clerk opens it, and as it is when the month's own figures are typed. */
final class IssuedTemplate {
    private static final int HEADS = 5;

    private final Path file;
    private final Map<String, String> filled;

    IssuedTemplate(Path file, Map<String, String> filled) {
        this.file = file;
        this.filled = filled;
    }

    /**
     * A cell of an item once the figures of the month are typed.
     *
     * @param which {@code prior}, {@code ytd_before}, {@code year_ago} or {@code ytd}, by the names of the template;
     *     {@code year_to_date} is the cell under 本年累计
     */
    Shown cell(String item, String which) {
        try (var in = Files.newInputStream(file);
                var book = new XSSFWorkbook(in)) {
            for (Map.Entry<String, String> value : filled.entrySet()) {
                named(book, value.getKey()).setCellValue(Double.parseDouble(value.getValue()));
            }
            XSSFFormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            Cell cell = which.equals("year_to_date") ? yearToDate(book, item) : named(book, which + "." + item);
            evaluator.evaluateFormulaCell(cell);
            return Shown.of(cell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cell yearToDate(XSSFWorkbook book, String item) {
        Cell own = named(book, item);
        for (Cell head : own.getSheet().getRow(HEADS)) {
            if (Shown.of(head).text().equals("本年累计")) {
                return own.getRow().getCell(head.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError(item + " stands in a form without 本年累计");
    }

    private static Cell named(XSSFWorkbook book, String name) {
        Name found = book.getNames(name).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("the template has no name " + name));
        CellReference at = new CellReference(found.getRefersToFormula());
        Sheet sheet = book.getSheet(at.getSheetName());
        Row row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        return row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
