package org.huizong.publish.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** A consolidated workbook as a reader opens it: texts as they are, formulas with their values. */
final class Written implements AutoCloseable {
    private final XSSFWorkbook workbook;

    Written(Publication publication, Catalogue catalogue, Lang lang) {
        var out = new ByteArrayOutputStream();
        writer(catalogue, lang).write(publication, out);
        try {
            this.workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReportWriter writer(Catalogue catalogue, Lang lang) {
        return new ReportWriter(catalogue, new Wording(new MessageBundle(lang), catalogue));
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    List<String> sheets() {
        List<String> names = new ArrayList<>();
        workbook.forEach(s -> names.add(s.getSheetName()));
        return names;
    }

    /** A cell such as {@code SUM(A1:A2) = 3}; empty if there is none. */
    String cell(String sheet, String address) {
        var place = new CellReference(address);
        Row row = workbook.getSheet(sheet).getRow(place.getRow());
        return show(Optional.ofNullable(row).map(r -> r.getCell(place.getCol())));
    }

    /** The first row whose first cell says so. */
    Row rowOf(String sheet, String first) {
        for (Row row : workbook.getSheet(sheet)) {
            Cell cell = row.getCell(0);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(first)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + sheet + " begins with " + first);
    }

    /** A cell of the first row whose first cell says so. */
    Cell cellOf(String sheet, String first, int column) {
        return rowOf(sheet, first).getCell(column);
    }

    /** The cells of a row, counted from 0. */
    List<String> row(String sheet, int row) {
        List<String> texts = new ArrayList<>();
        Row cells = workbook.getSheet(sheet).getRow(row);
        for (int i = 0; i < cells.getLastCellNum(); i++) {
            texts.add(show(Optional.ofNullable(cells.getCell(i))));
        }
        return texts;
    }

    /** The first row whose first cell says so. */
    List<String> row(String sheet, String first) {
        return rows(sheet).stream()
                .filter(r -> !r.isEmpty() && r.get(0).equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + sheet + " begins with " + first));
    }

    List<List<String>> rows(String sheet) {
        List<List<String>> rows = new ArrayList<>();
        workbook.getSheet(sheet).forEach(r -> rows.add(row(sheet, r.getRowNum())));
        return rows;
    }

    List<String> formulas() {
        return all(CellType.FORMULA).stream().map(Cell::getCellFormula).toList();
    }

    List<String> texts() {
        return all(CellType.STRING).stream().map(Cell::getStringCellValue).toList();
    }

    /** What a name of a sheet leads to. */
    String name(String sheet, String name) {
        int index = workbook.getSheetIndex(sheet);
        return workbook.getNames(name).stream()
                .filter(n -> n.getSheetIndex() == index)
                .findFirst()
                .map(XSSFName::getRefersToFormula)
                .orElse("");
    }

    /** What stands in the cell that a name of a sheet leads to. */
    String named(String sheet, String name) {
        return cell(sheet, new CellReference(name(sheet, name)).formatAsString(false));
    }

    private List<Cell> all(CellType type) {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(c -> {
                    if (c.getCellType() == type) {
                        cells.add(c);
                    }
                });
            }
        }
        return cells;
    }

    private static String show(Optional<Cell> cell) {
        return cell.map(c -> switch (c.getCellType()) {
                    case FORMULA -> c.getCellFormula() + " = " + number(c);
                    case NUMERIC -> number(c);
                    default -> c.getStringCellValue();
                })
                .orElse("");
    }

    private static String number(Cell cell) {
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
