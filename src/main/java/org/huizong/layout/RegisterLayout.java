package org.huizong.layout;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;

/**
 * The shape of one register 台账: head and foot above, then a column an item and a row a record.
 *
 * <pre>
 * row 0         title
 * row 1         表号 at the right
 * row 2         填报单位, 报告期, 本期无
 * row 3         单位负责人, 填表人, 联系电话, 报出日期
 * row 4         banner: how many errors are left
 * row 5, 6      heads of the columns, and 甲 1 2 3
 * row 7 …       records: 序号 | items … | 审核 | 情况说明
 * </pre>
 *
 * <p>A measure, an item with a formula, is counted from the records and has no column.
 */
public final class RegisterLayout {
    public static final int TITLE_ROW = 0;
    public static final int FORM_NO_ROW = 1;
    public static final int IDENTITY_ROW = 2;
    public static final int FOOT_ROW = 3;
    public static final int BANNER_ROW = 4;
    public static final int HEAD_ROW = 5;
    public static final int NUMBER_ROW = 6;
    public static final int FIRST_RECORD_ROW = 7;
    /** Rows that a blank template has ready; a clerk may paste more. */
    public static final int READY_ROWS = 200;
    /** Last row that is ready. */
    public static final int LAST_READY_ROW = FIRST_RECORD_ROW + READY_ROWS - 1;

    public static final int NUMBER_COLUMN = 0;
    public static final int FIRST_ITEM_COLUMN = 1;

    /** Sheet-scoped name of the column in which queries about a record are explained. */
    public static final String EXPLAIN = "explain";

    private final Return register;
    private final List<Item> items;
    private final List<Item> measures;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<Field, Address> fields = new EnumMap<>(Field.class);

    private RegisterLayout(Return register, List<Item> asked) {
        this.register = register;
        this.items = asked.stream().filter(i -> !i.isComputed()).toList();
        this.measures = asked.stream().filter(Item::isComputed).toList();
        items.forEach(i -> columns.put(i.code(), FIRST_ITEM_COLUMN + columns.size()));
        fields.put(Field.UNIT, new Address(IDENTITY_ROW, 2));
        fields.put(Field.PERIOD, new Address(IDENTITY_ROW, 5));
        fields.put(Field.NIL, new Address(IDENTITY_ROW, 8));
        fields.put(Field.HEAD, new Address(FOOT_ROW, 2));
        fields.put(Field.FILLER, new Address(FOOT_ROW, 5));
        fields.put(Field.PHONE, new Address(FOOT_ROW, 8));
        fields.put(Field.DATE, new Address(FOOT_ROW, 11));
        fields.put(Field.RETURN, new Address(TITLE_ROW, hiddenColumn()));
        fields.put(Field.VERSION, new Address(FORM_NO_ROW, hiddenColumn()));
        fields.put(Field.PERIOD_START, new Address(IDENTITY_ROW, hiddenColumn()));
        fields.put(Field.PERIOD_END, new Address(FOOT_ROW, hiddenColumn()));
    }

    /**
     * The layout of the register as it is asked in that month.
     *
     * @throws IllegalArgumentException if the return is a form
     */
    public static RegisterLayout of(Catalogue catalogue, Return register, YearMonth month) {
        if (register.kind() != Return.Kind.REGISTER) {
            throw new IllegalArgumentException(register.code() + " is a form");
        }
        return new RegisterLayout(register, catalogue.items(register.code(), month));
    }

    /** The return it lays out. */
    public Return register() {
        return register;
    }

    /** The items of a record, from left to right. */
    public List<Item> items() {
        return items;
    }

    /** The items that identify a record, from left to right. */
    public List<Item> keys() {
        return items.stream().filter(Item::key).toList();
    }

    /** What is counted from the records. */
    public List<Item> measures() {
        return measures;
    }

    /** The column of an item; empty if the register does not ask it. */
    public Optional<Integer> column(String item) {
        return Optional.ofNullable(columns.get(item));
    }

    /** The cell of a field; empty if a register has none of that kind. */
    public Optional<Address> cell(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Column in which broken rules of a record show. */
    public int checkColumn() {
        return FIRST_ITEM_COLUMN + items.size();
    }

    /** Column in which queries about a record are explained; the last that is visible. */
    public int explainColumn() {
        return checkColumn() + 1;
    }

    /** First of the hidden columns. */
    public int hiddenColumn() {
        return explainColumn() + 2;
    }
}
