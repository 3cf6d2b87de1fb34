package org.huizong.spreadsheet.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.CellValues;

/** Fills forms as a clerk would: values into cells that have names, everything else worked out by the formulas. */
public final class FormFiller {
    private static final String RETURN = "return";
    private static final char RECORD = '#';

    private FormFiller() {}

    /** What follows the name of a column for the cell of a record, counted from 1. */
    public static String record(int number) {
        return String.valueOf(RECORD) + number;
    }

    /**
     * Fills a template and writes the result.
     *
     * @param template an .xlsx workbook whose sheets name their cells; closed by the caller
     * @param values by return code (the content of a sheet's cell {@code return}), then by sheet-scoped name, followed for
     *     a record of a register by {@code #} and its number, from 1; blank clears the cell
     * @param saved what the file says about when it was saved
     * @throws IllegalArgumentException if the template has no such return or the return no such name
     */
    public static void fill(
            InputStream template, OutputStream to, Map<String, ? extends Map<String, Value>> values, Instant saved)
            throws IOException {
        try (var book = new XSSFWorkbook(template)) {
            Set<XSSFRow> empty = EmptyRecords.of(book);
            put(book, values);
            empty.retainAll(EmptyRecords.of(book));
            Recalculation.of(book, empty);
            Saving.write(book, to, saved);
        }
    }

    /** Puts values into the named cells of an open workbook, as {@link #fill} does; the formulas are as they were. */
    public static void put(XSSFWorkbook book, Map<String, ? extends Map<String, Value>> values) {
        if (values.isEmpty()) {
            // looking up names makes the cells that are not there yet
            return;
        }
        Map<String, Map<String, Spot>> forms = forms(book);
        // in the order of names, so that the same values give the same file
        new TreeMap<>(values).forEach((form, cells) -> {
            Map<String, Spot> named = known(forms, form, "the template has no return ");
            new TreeMap<>(cells).forEach((name, value) -> {
                int mark = name.indexOf(RECORD);
                String own = mark < 0 ? name : name.substring(0, mark);
                int record = mark < 0 ? 1 : Integer.parseInt(name.substring(mark + 1));
                put(known(named, own, form + " has no cell ").cell(record), value);
            });
        });
    }

    /** The first cell that a name stands for. */
    private record Spot(XSSFSheet sheet, CellAddress at) {
        /** The cell of a record, from 1; a form has one. */
        XSSFCell cell(int record) {
            int row = at.row() + record - 1;
            XSSFRow there = sheet.getRow(row);
            XSSFRow line = there == null ? sheet.createRow(row) : there;
            XSSFCell cell = line.getCell(at.column());
            return cell == null ? created(line) : cell;
        }

        /** A cell that was not there looks as its column does, as when somebody types into it. */
        private XSSFCell created(XSSFRow line) {
            XSSFCell cell = line.createCell(at.column());
            CellStyle style = sheet.getColumnStyle(at.column());
            if (style.getIndex() != 0) {
                cell.setCellStyle(style);
            }
            return cell;
        }
    }

    /** The named places of each sheet that is a return, by its code. */
    private static Map<String, Map<String, Spot>> forms(XSSFWorkbook book) {
        Map<Integer, Map<String, Spot>> sheets = new HashMap<>();
        for (XSSFName name : book.getAllNames()) {
            if (name.getSheetIndex() >= 0 && !name.getNameName().startsWith("_")) {
                XSSFSheet sheet = book.getSheetAt(name.getSheetIndex());
                CellRange.referredTo(name.getRefersToFormula())
                        .ifPresent(cells -> sheets.computeIfAbsent(name.getSheetIndex(), i -> new HashMap<>())
                                .put(name.getNameName(), new Spot(sheet, cells.first())));
            }
        }
        Map<String, Map<String, Spot>> forms = new HashMap<>();
        sheets.values().stream()
                .filter(cells -> cells.containsKey(RETURN))
                .forEach(cells -> forms.put(
                        known(cells, RETURN, "").cell(1).getStringCellValue().toLowerCase(Locale.ROOT), cells));
        return forms;
    }

    private static <T> T known(Map<String, T> all, String name, String complaint) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException(complaint + name + "; it has " + new TreeSet<>(all.keySet()));
        }
        return found;
    }

    /** A value put over a formula takes its place, as when a clerk types over it. */
    private static void put(XSSFCell cell, Value value) {
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        CellValues.put(cell, value);
    }
}
