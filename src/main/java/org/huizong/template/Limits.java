package org.huizong.template;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.CellAddress;
import org.huizong.wording.Wording;

/** What the spreadsheet program itself refuses to take into a cell. */
final class Limits {
    private static final String FIRST_DAY = "36526";
    private static final String LAST_DAY = "73415";

    private final XSSFSheet sheet;
    private final DataValidationHelper helper;
    private final Wording wording;

    Limits(XSSFSheet sheet, Wording wording) {
        this.sheet = sheet;
        this.helper = sheet.getDataValidationHelper();
        this.wording = wording;
    }

    /** A number within the limits of its item. */
    void number(CellAddress at, Item item) {
        numbers(only(at), item);
    }

    /** Numbers within the limits of their item. */
    void numbers(CellRangeAddress area, Item item) {
        int type = item.type() == ItemType.INTEGER ? ValidationType.INTEGER : ValidationType.DECIMAL;
        String kind = wording.text(
                item.type() == ItemType.INTEGER ? "template.limit.whole" : "template.limit.number",
                range(item.min(), item.max()));
        String min = item.min().map(Excel::plain).orElse("-999999999999");
        String max = item.max().map(Excel::plain).orElse("999999999999");
        DataValidationConstraint constraint = item.max().isEmpty() && item.min().isPresent()
                ? helper.createNumericConstraint(type, OperatorType.GREATER_OR_EQUAL, min, null)
                : helper.createNumericConstraint(type, OperatorType.BETWEEN, min, max);
        add(area, constraint, wording.label(item), kind);
    }

    private String range(Optional<BigDecimal> min, Optional<BigDecimal> max) {
        String least = min.map(Excel::plain).orElse("");
        String most = max.map(Excel::plain).orElse("");
        if (min.isPresent() && max.isPresent()) {
            return wording.text("template.limit.between", least, most);
        }
        if (min.isPresent()) {
            return wording.text("template.limit.least", least);
        }
        return max.isPresent() ? wording.text("template.limit.most", most) : "";
    }

    /** A day of this century. */
    void date(CellAddress at, String title) {
        dates(only(at), title);
    }

    /** Days of this century. */
    void dates(CellRangeAddress area, String title) {
        add(
                area,
                helper.createDateConstraint(OperatorType.BETWEEN, FIRST_DAY, LAST_DAY, null),
                title,
                wording.text("template.limit.date"));
    }

    /** One of the entries that stand in a column of the same sheet, from its first row. */
    void list(CellAddress at, int column, int entries, String title) {
        lists(only(at), column, entries, title);
    }

    /** Each one of the entries that stand in a column of the same sheet, from its first row. */
    void lists(CellRangeAddress area, int column, int entries, String title) {
        String range = new CellAddress(0, column).pinned() + ":" + new CellAddress(entries - 1, column).pinned();
        add(area, helper.createFormulaListConstraint(range), title, wording.text("template.limit.list"));
    }

    /** A period, of which only the length can be limited: it may be written in many ways. */
    void period(CellAddress at, String example) {
        DataValidation validation = add(
                only(at),
                helper.createTextLengthConstraint(OperatorType.BETWEEN, "4", "12"),
                wording.text("template.period"),
                wording.text("template.limit.period", example));
        validation.createPromptBox(wording.text("template.period"), wording.text("template.limit.period", example));
        validation.setShowPromptBox(true);
        sheet.addValidationData(validation);
    }

    private static CellRangeAddress only(CellAddress at) {
        return new CellRangeAddress(at.row(), at.row(), at.column(), at.column());
    }

    private DataValidation add(CellRangeAddress area, DataValidationConstraint constraint, String title, String text) {
        DataValidation validation = helper.createValidation(
                constraint,
                new CellRangeAddressList(
                        area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn()));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(shortened(title), text);
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        if (constraint.getValidationType() != ValidationType.TEXT_LENGTH) {
            sheet.addValidationData(validation);
        }
        return validation;
    }

    private static String shortened(String title) {
        return title.length() > 32 ? title.substring(0, 31) + "…" : title;
    }
}
