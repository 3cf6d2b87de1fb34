package org.huizong.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;

/** Makes filled returns as a clerk would send them, after the layout, with names and printed words. */
final class TestForms {
    private final Catalogue catalogue;
    private final XSSFWorkbook workbook = new XSSFWorkbook();

    TestForms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A workbook with one sheet, all zeros and 是, of a village for October 2026. */
    static TestForms publicity(Catalogue catalogue) {
        TestForms forms = new TestForms(catalogue);
        forms.add("publicity", "普法", "石桥村", "2026-10");
        return forms;
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    Sheet add(String form, String sheetName, String unit, String period) {
        FormLayout layout = layout(form);
        Sheet sheet = workbook.createSheet(sheetName);
        text(sheet, 0, 0, "青溪镇" + layout.form().label());
        text(sheet, FormLayout.FORM_NO_ROW, 4, "表    号:" + layout.form().formNo());
        text(sheet, FormLayout.IDENTITY_ROW, 0, "填报单位（盖章）：");
        text(sheet, FormLayout.IDENTITY_ROW, 3, "报告期：");
        text(sheet, FormLayout.HEAD_ROW, 0, "指标名称");
        if (layout.columns().isEmpty()) {
            text(sheet, FormLayout.HEAD_ROW, layout.firstValueColumn(), "本月");
        }
        for (int i = 0; i < layout.columns().size(); i++) {
            text(
                    sheet,
                    FormLayout.HEAD_ROW,
                    layout.firstValueColumn() + i,
                    layout.columns().get(i).label());
        }
        text(sheet, FormLayout.HEAD_ROW, layout.explainColumn(), "情况说明");
        for (Line line : layout.lines()) {
            text(sheet, line.row(), layout.labelColumn(), line.label());
            text(sheet, line.row(), layout.codeColumn(), line.code());
            for (Item item : line.items()) {
                CellAddress address = layout.cell(item.code()).orElseThrow();
                name(sheet, item.code(), address);
                if (item.type().isNumeric()) {
                    cell(sheet, address).setCellValue(0);
                } else {
                    cell(sheet, address).setCellValue("是");
                }
            }
        }
        layout.explanations().forEach((rule, address) -> name(sheet, "explain." + rule, address));
        for (Field field : List.of(Field.RETURN, Field.VERSION, Field.UNIT, Field.PERIOD)) {
            name(sheet, field.definedName(), layout.cell(field));
        }
        for (Field field : layout.fields()) {
            if (field.inFoot()) {
                name(sheet, field.definedName(), layout.cell(field));
            }
        }
        text(sheet, layout.footRow(), 0, "单位负责人：");
        text(sheet, layout.footRow(), 3, "统计负责人：");
        text(sheet, layout.footRow() + 1, 0, "填表人：");
        text(sheet, layout.footRow() + 1, 3, "联系电话：");
        text(sheet, layout.footRow() + 2, 0, "报出日期：");
        cell(sheet, layout.cell(Field.RETURN)).setCellValue(form);
        cell(sheet, layout.cell(Field.VERSION)).setCellValue(layout.form().version());
        cell(sheet, layout.cell(Field.UNIT)).setCellValue(unit);
        cell(sheet, layout.cell(Field.PERIOD)).setCellValue(period);
        return sheet;
    }

    FormLayout layout(String form) {
        YearMonth month = YearMonth.of(2026, 10);
        return FormLayout.of(catalogue, catalogue.form(form, month).orElseThrow(), month);
    }

    /** Writes over the named cell of the first sheet: a number, a text, or null to make it blank. */
    TestForms with(String name, Object value) {
        return with(0, name, value);
    }

    TestForms with(int sheet, String name, Object value) {
        Cell cell = named(sheet, name);
        if (value == null) {
            cell.setBlank();
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue((String) value);
        }
        return this;
    }

    /** The cell of a name of a sheet. */
    Cell named(int sheet, String name) {
        Name found = workbook.getNames(name).stream()
                .filter(n -> n.getSheetIndex() == sheet)
                .findFirst()
                .orElseThrow();
        CellReference at = new CellReference(found.getRefersToFormula());
        return cell(workbook.getSheetAt(sheet), new CellAddress(at.getRow(), at.getCol()));
    }

    /** Takes every defined name away, as a copy of values into a new workbook does. */
    TestForms withoutNames() {
        List.copyOf(workbook.getAllNames()).forEach(workbook::removeName);
        Cell mark = cell(workbook.getSheetAt(0), layout("publicity").cell(Field.RETURN));
        if (mark.getCellType() == CellType.STRING) {
            mark.setBlank();
        }
        return this;
    }

    TestForms withoutName(String name) {
        List.copyOf(workbook.getNames(name)).forEach(workbook::removeName);
        return this;
    }

    /** Says when it was last saved. */
    TestForms saved(Instant at) {
        workbook.getProperties().getCoreProperties().setModified(Optional.of(Date.from(at)));
        return this;
    }

    Path save(Path folder, String file) {
        Path path = folder.resolve(file);
        try (OutputStream out = Files.newOutputStream(path)) {
            workbook.write(out);
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    static void text(Sheet sheet, int row, int column, String text) {
        cell(sheet, new CellAddress(row, column)).setCellValue(text);
    }

    static Cell cell(Sheet sheet, CellAddress address) {
        Row row = sheet.getRow(address.row());
        if (row == null) {
            row = sheet.createRow(address.row());
        }
        return row.getCell(address.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void name(Sheet sheet, String name, CellAddress address) {
        Name defined = workbook.createName();
        defined.setNameName(name);
        defined.setSheetIndex(workbook.getSheetIndex(sheet));
        defined.setRefersToFormula("'" + sheet.getSheetName() + "'!" + address.pinned());
        cell(sheet, address);
    }
}
