package org.huizong.layout;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.model.CellAddress;
import org.huizong.model.Frequency;

/**
 * The shape of one form: head, table, foot and notes, from top to bottom, and hidden columns at the right.
 *
 * <pre>
 * row 0         title
 * row 1, 2, 3   表号, 制定机关 at the right; 填报单位, 报告期 and 内部管理用表 in row 3
 * row 4         banner: how many errors are left
 * row 5, 6      heads of the columns, and 甲 乙 丙 1 2 3
 * row 7 …       lines: 指标名称 | 计量单位 | 代码 | values … | 上月 | 本年累计 | 上年同期 | 审核 | 情况说明
 * then          rules that have no place in a line, what concerns the whole form, the foot, the notes
 * </pre>
 */
public final class FormLayout {
    public static final int TITLE_ROW = 0;
    public static final int FORM_NO_ROW = 1;
    public static final int ISSUER_ROW = 2;
    public static final int IDENTITY_ROW = 3;
    public static final int BANNER_ROW = 4;
    public static final int HEAD_ROW = 5;
    public static final int NUMBER_ROW = 6;
    public static final int FIRST_LINE_ROW = 7;
    public static final int LABEL_COLUMN = 0;
    public static final int MEASURE_COLUMN = 1;
    public static final int CODE_COLUMN = 2;
    public static final int FIRST_VALUE_COLUMN = 3;

    private static final String TOTAL = "total";

    private final Return form;
    private final List<Choice> columns;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, CellAddress> items = new LinkedHashMap<>();
    private final Map<String, Line> lineOf = new LinkedHashMap<>();
    private final Map<String, CellAddress> explanations = new LinkedHashMap<>();
    private final List<Rule> looseRules = new ArrayList<>();
    private final Map<Field, CellAddress> fields = new EnumMap<>(Field.class);
    private final int footRow;

    private FormLayout(Catalogue catalogue, Return form, List<Item> asked, List<Rule> rules) {
        this.form = form;
        this.columns = catalogue.choices(form.code() + ".columns").stream()
                .filter(c -> asked.stream().anyMatch(i -> i.column().equals(c.code())))
                .toList();
        placeLines(catalogue, asked);
        placeExplanations(rules);
        this.footRow = wholeRow() + 2;
        placeFields();
    }

    /** The layout of the return as it is asked in that month. */
    public static FormLayout of(Catalogue catalogue, Return form, YearMonth month) {
        return new FormLayout(catalogue, form, catalogue.items(form.code(), month), catalogue.rules(month));
    }

    /**
     * The layout of everything the return asks in any of these months, for figures over all of them. An item that took
     * another's place within them gets a line of its own.
     */
    public static FormLayout of(Catalogue catalogue, Return form, List<YearMonth> months) {
        return new FormLayout(catalogue, form, catalogue.items(form.code(), months), List.of());
    }

    private void placeLines(Catalogue catalogue, List<Item> asked) {
        Map<String, List<Item>> byRow = new TreeMap<>();
        asked.forEach(
                i -> byRow.computeIfAbsent(i.row(), r -> new ArrayList<>()).add(i));
        Map<String, Choice> heads = new LinkedHashMap<>();
        catalogue.choices(form.code() + ".rows").forEach(c -> heads.put(c.code(), c));
        TreeSet<String> rows = new TreeSet<>(byRow.keySet());
        rows.addAll(heads.keySet());
        for (String row : rows) {
            List<Item> left = new ArrayList<>(byRow.getOrDefault(row, List.of()));
            do {
                Line line = line(row, left, Optional.ofNullable(heads.get(row)));
                if (!left.isEmpty() && !left.removeAll(line.items())) {
                    throw new IllegalArgumentException("the form " + form.code() + " has no column for "
                            + left.get(0).code() + "; catalogue check names what is wrong with it");
                }
                place(line);
            } while (!left.isEmpty());
        }
    }

    private void place(Line line) {
        lines.add(line);
        for (int i = 0; i < line.cells().size(); i++) {
            int column = FIRST_VALUE_COLUMN + i;
            line.cells().get(i).ifPresent(item -> {
                items.put(item.code(), new CellAddress(line.row(), column));
                lineOf.put(item.code(), line);
            });
        }
    }

    private Line line(String code, List<Item> items, Optional<Choice> head) {
        int row = FIRST_LINE_ROW + lines.size();
        if (items.isEmpty()) {
            Choice heading = head.orElseThrow();
            return new Line(row, "", heading.label(), heading.labelEn(), "", List.of());
        }
        Item first = items.get(0);
        List<Optional<Item>> cells = columns.isEmpty()
                ? List.of(Optional.of(first))
                : columns.stream()
                        .map(c -> items.stream()
                                .filter(i -> i.column().equals(c.code()))
                                .findFirst())
                        .toList();
        return new Line(
                row,
                code,
                head.map(Choice::label).orElse(first.label()),
                head.map(Choice::labelEn).orElse(first.labelEn()),
                first.measure(),
                cells);
    }

    /**
     * The first query of each line is explained beside it; every other one, and an error that blames no line, gets a row
     * of its own below the table. Beside a line without a query is explained what else may be asked about it.
     */
    private void placeExplanations(List<Rule> rules) {
        List<Integer> taken = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.informs() || !mentions(rule)) {
                continue;
            }
            Optional<Line> line = rule.locate().map(lineOf::get);
            boolean query = rule.asks();
            if (query && line.isPresent() && !taken.contains(line.get().row())) {
                taken.add(line.get().row());
                explanations.put(rule.id(), new CellAddress(line.get().row(), explainColumn()));
            } else if (query || line.isEmpty()) {
                if (query) {
                    explanations.put(rule.id(), new CellAddress(afterTable() + looseRules.size(), explainColumn()));
                }
                looseRules.add(rule);
            }
        }
        lines.stream()
                .filter(l -> !l.isHeading() && !taken.contains(l.row()))
                .forEach(l -> explanations.put(l.items().get(0).code(), new CellAddress(l.row(), explainColumn())));
    }

    private boolean mentions(Rule rule) {
        return rule.scope() == Rule.Scope.RETURN
                && rule.locate()
                        .map(l -> items.containsKey(l))
                        .orElseGet(() -> items.keySet().stream().anyMatch(rule.formula()::contains));
    }

    private void placeFields() {
        fields.put(Field.RETURN, new CellAddress(TITLE_ROW, hiddenColumn()));
        fields.put(Field.VERSION, new CellAddress(FORM_NO_ROW, hiddenColumn()));
        fields.put(Field.PERIOD_START, new CellAddress(ISSUER_ROW, hiddenColumn()));
        fields.put(Field.PERIOD_END, new CellAddress(IDENTITY_ROW, hiddenColumn()));
        fields.put(Field.UNIT, new CellAddress(IDENTITY_ROW, 1));
        fields.put(Field.PERIOD, new CellAddress(IDENTITY_ROW, 4));
        fields.put(Field.EXPLANATION, new CellAddress(wholeRow(), explainColumn()));
        fields.put(Field.HEAD, new CellAddress(footRow, 1));
        fields.put(Field.STATISTICIAN, new CellAddress(footRow, 4));
        fields.put(Field.FILLER, new CellAddress(footRow + 1, 1));
        fields.put(Field.PHONE, new CellAddress(footRow + 1, 4));
        fields.put(Field.DATE, new CellAddress(footRow + 2, 1));
    }

    /** The return it lays out. */
    public Return form() {
        return form;
    }

    /** The value columns; empty if the form has one column without a name of its own (本月). */
    public List<Choice> columns() {
        return columns;
    }

    /** How many value columns there are, at least 1. */
    public int width() {
        return Math.max(1, columns.size());
    }

    /** The lines of the table from top to bottom, headings included. */
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Every item of the form by line and column. */
    public List<Item> items() {
        return lines.stream().flatMap(l -> l.items().stream()).toList();
    }

    /** The cell of an item; empty if the form does not ask it. */
    public Optional<CellAddress> cell(String item) {
        return Optional.ofNullable(items.get(item));
    }

    /** The cell of one of the items of the form. */
    public CellAddress cell(Item item) {
        return cell(item.code()).orElseThrow();
    }

    /** The fields that a form has. */
    public List<Field> fields() {
        return List.copyOf(fields.keySet());
    }

    /** The cell of a field. */
    public CellAddress cell(Field field) {
        return fields.getOrDefault(field, new CellAddress(IDENTITY_ROW, 1));
    }

    /** The hidden cell of an earlier figure of an item of the form. */
    public CellAddress shadow(String item, PrefillField shadow) {
        CellAddress cell = cell(item).orElseThrow();
        int column = hiddenColumn() + 1 + (cell.column() - FIRST_VALUE_COLUMN) * PrefillField.values().length;
        return new CellAddress(cell.row(), column + shadow.offset());
    }

    /**
     * The cells that explain what is asked: by id of the rule, or beside a line without such a rule by code of its first
     * item.
     */
    public Map<String, CellAddress> explanations() {
        return Collections.unmodifiableMap(explanations);
    }

    /** The rules that have a row of their own below the table, in the order of these rows from {@link #afterTable()}. */
    public List<Rule> looseRules() {
        return Collections.unmodifiableList(looseRules);
    }

    /** Whether 本年累计 and 上年同期 are shown, both of the leftmost column: its only one, or its total. */
    public boolean showsYear() {
        return columns.isEmpty() || columns.get(0).code().equals(TOTAL);
    }

    /** Whether 上月 is shown beside them; of a yearly form that is 上年同期. */
    public boolean showsPrior() {
        return showsYear() && form.frequency() != Frequency.YEAR;
    }

    /** Column to the right of the values, the first of those for figures of other periods. */
    public int earlierColumn() {
        return FIRST_VALUE_COLUMN + width();
    }

    /** Column in which broken rules show. */
    public int checkColumn() {
        return FIRST_VALUE_COLUMN + width() + (showsYear() ? 2 : 0) + (showsPrior() ? 1 : 0);
    }

    /** Column in which queries are explained; the last that is visible. */
    public int explainColumn() {
        return checkColumn() + 1;
    }

    /** First of the hidden columns. */
    public int hiddenColumn() {
        return explainColumn() + 2;
    }

    /** Last of the hidden columns. */
    public int lastHiddenColumn() {
        return hiddenColumn() + width() * PrefillField.values().length;
    }

    /** Row after the last line of the table, where the loose rules begin. */
    public int afterTable() {
        return FIRST_LINE_ROW + lines.size();
    }

    /** Row of what concerns the whole form, below the loose rules. */
    public int wholeRow() {
        return afterTable() + looseRules.size();
    }

    /** First row of the foot, which has three. */
    public int footRow() {
        return footRow;
    }

    /** First row of the notes. */
    public int notesRow() {
        return footRow + 4;
    }
}
