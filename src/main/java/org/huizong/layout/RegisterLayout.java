package org.huizong.layout;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.model.CellAddress;

/**
 * The shape of one register 台账: head and foot above, then a column an item and a row a record.
 *
 * <pre>
 * row 0         title
 * row 1         notes, and 表号, 制定机关 at the right
 * row 2         填报单位, 报告期, 本期无, 全表说明
 * row 3         单位负责人, 填表人, 联系电话, 报出日期
 * row 4         banner: how many errors are left
 * row 5, 6      heads of the columns, and 甲 1 2 3
 * row 7 …       records: 序号 | items … | 审核 | 情况说明
 * </pre>
 *
 * <p>Each cell of head and foot takes three columns, two of them for its words. Where a register has not enough columns
 * for rows 2 and 3, they go on in the rows below, and all else is that much lower.
 *
 * <p>A measure, an item with a formula, is counted from the records and has no column.
 */
public final class RegisterLayout {
    public static final int TITLE_ROW = 0;
    public static final int FORM_NO_ROW = 1;
    public static final int IDENTITY_ROW = 2;
    /** Rows for records, of which the first are ready; more are taken but nobody limits what is typed there. */
    private static final int OPEN_ROWS = 5_000;
    /** Ready rows that are left below records that a template begins with. */
    private static final int SPARE_ROWS = 50;

    public static final int NUMBER_COLUMN = 0;
    public static final int FIRST_ITEM_COLUMN = 1;

    /** What stands at the head, and what at the foot of a form: each begins a row of its own. */
    private static final List<List<Field>> HEAD_AND_FOOT = List.of(
            List.of(Field.UNIT, Field.PERIOD, Field.NIL, Field.EXPLANATION),
            List.of(Field.HEAD, Field.FILLER, Field.PHONE, Field.DATE));

    private static final int FIELD_COLUMNS = 3;
    private static final int MAX_FIELDS_IN_ROW = 4;

    /** Sheet-scoped name of the column in which queries about a record are explained. */
    public static final String EXPLAIN = Explanations.OF_RECORD;

    private final Return register;
    private final List<Item> items;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<Field, CellAddress> fields = new EnumMap<>(Field.class);
    private final int readyRows;
    private final int bannerRow;

    private RegisterLayout(Return register, List<Item> items, int readyRows) {
        this.register = register;
        this.items = items;
        this.readyRows = readyRows;
        items.forEach(i -> columns.put(i.code(), FIRST_ITEM_COLUMN + columns.size()));
        this.bannerRow = placeFields();
        fields.put(Field.RETURN, new CellAddress(TITLE_ROW, hiddenColumn()));
        fields.put(Field.VERSION, new CellAddress(FORM_NO_ROW, hiddenColumn()));
        fields.put(Field.PERIOD_START, new CellAddress(IDENTITY_ROW, hiddenColumn()));
        fields.put(Field.PERIOD_END, new CellAddress(IDENTITY_ROW + 1, hiddenColumn()));
    }

    /** Places head and foot from left to right in as many columns as are visible; the row below them. */
    private int placeFields() {
        int inRow = Math.min(MAX_FIELDS_IN_ROW, (explainColumn() + 1) / FIELD_COLUMNS);
        int row = IDENTITY_ROW;
        for (List<Field> part : HEAD_AND_FOOT) {
            for (int i = 0; i < part.size(); i++) {
                int column = (i % inRow + 1) * FIELD_COLUMNS - 1;
                fields.put(part.get(i), new CellAddress(row + i / inRow, column));
            }
            row += (part.size() + inRow - 1) / inRow;
        }
        return row;
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
        List<Item> items = catalogue.items(register.code(), month).stream()
                .filter(i -> !i.isComputed())
                .toList();
        return new RegisterLayout(register, items, register.readyRows());
    }

    /** The same layout with rows ready for so many records and for some more. */
    public RegisterLayout beginningWith(int records) {
        int rows = records == 0 ? readyRows : Math.max(readyRows, records + SPARE_ROWS);
        return new RegisterLayout(register, items, rows);
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

    /** The column of an item; empty if the register does not ask it. */
    public Optional<Integer> column(String item) {
        return Optional.ofNullable(columns.get(item));
    }

    /** The cell of a field; empty if a register has none of that kind. */
    public Optional<CellAddress> cell(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** What head and foot hold that a clerk fills, in the order in which it stands. */
    public List<Field> headAndFoot() {
        return HEAD_AND_FOOT.stream().flatMap(List::stream).toList();
    }

    /** Row of the banner, below head and foot. */
    public int bannerRow() {
        return bannerRow;
    }

    /** Row of the columns' heads. */
    public int headRow() {
        return bannerRow + 1;
    }

    /** Row that numbers the columns. */
    public int numberRow() {
        return bannerRow + 2;
    }

    /** Row of the first record. */
    public int firstRecordRow() {
        return bannerRow + 3;
    }

    /** Last row that is ready, with checks behind it. */
    public int lastReadyRow() {
        return firstRecordRow() + readyRows - 1;
    }

    /** Last row into which records can be pasted with the same limits as into those that are ready. */
    public int lastOpenRow() {
        return firstRecordRow() + Math.max(OPEN_ROWS, readyRows) - 1;
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
