package org.huizong.layout;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 *
 * <p>Heads that stand over others take a row each, and those beside several lines a column each: all else is that much
 * lower, or further to the right.
 */
public final class FormLayout {
    public static final int TITLE_ROW = 0;
    public static final int FORM_NO_ROW = 1;
    public static final int ISSUER_ROW = 2;
    public static final int IDENTITY_ROW = 3;
    public static final int BANNER_ROW = 4;
    public static final int HEAD_ROW = 5;

    private final Return form;
    private final List<Choice> columns;
    private final List<Line> lines;
    private final int headLevels;
    private final int groupColumns;
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
        this.headLevels = Head.levels(columnPaths());
        this.lines = Lines.of(catalogue, form, columns, firstLineRow(), asked);
        this.groupColumns = Head.levels(linePaths()) - 1;
        lines.forEach(this::place);
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

    private void place(Line line) {
        for (int i = 0; i < line.cells().size(); i++) {
            int column = firstValueColumn() + i;
            line.cells().get(i).ifPresent(item -> {
                items.put(item.code(), new CellAddress(line.row(), column));
                lineOf.put(item.code(), line);
            });
        }
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
        fields.put(Field.UNIT, new CellAddress(IDENTITY_ROW, measureColumn()));
        fields.put(Field.PERIOD, new CellAddress(IDENTITY_ROW, firstValueColumn() + 1));
        fields.put(Field.EXPLANATION, new CellAddress(wholeRow(), explainColumn()));
        fields.put(Field.HEAD, new CellAddress(footRow, measureColumn()));
        fields.put(Field.STATISTICIAN, new CellAddress(footRow, firstValueColumn() + 1));
        fields.put(Field.FILLER, new CellAddress(footRow + 1, measureColumn()));
        fields.put(Field.PHONE, new CellAddress(footRow + 1, firstValueColumn() + 1));
        fields.put(Field.DATE, new CellAddress(footRow + 2, measureColumn()));
    }

    /** The return it lays out. */
    public Return form() {
        return form;
    }

    /** The value columns; empty if the form has one column without a name of its own (本月). */
    public List<Choice> columns() {
        return columns;
    }

    private List<Head.Path> columnPaths() {
        return columns.stream().map(c -> new Head.Path(c.heads(), c.headsEn())).toList();
    }

    private List<Head.Path> linePaths() {
        return lines.stream().map(Line::heads).toList();
    }

    /** The heads of the value columns, those first that stand over others; none if it has one column without a name. */
    public List<Head> columnHeads() {
        return Head.over(columnPaths());
    }

    /** The heads of groups of lines, counted as those of the lines. */
    public List<Head> groupHeads() {
        return lineHeads().stream()
                .filter(h -> !h.isLowestOf(labelColumn() + 1))
                .toList();
    }

    /** The heads of the lines, of groups too; a line is counted from the first, and a level is a column. */
    public List<Head> lineHeads() {
        return Head.over(linePaths());
    }

    /** How many rows the heads of the columns take, at least 1. */
    public int headLevels() {
        return headLevels;
    }

    /** Last row of the heads of the columns. */
    public int lastHeadRow() {
        return HEAD_ROW + headLevels - 1;
    }

    /** Row that numbers the columns. */
    public int numberRow() {
        return HEAD_ROW + headLevels;
    }

    /** Row of the first line. */
    public int firstLineRow() {
        return numberRow() + 1;
    }

    /** Column in which the lines have their heads, to the right of those of their groups. */
    public int labelColumn() {
        return groupColumns;
    }

    /** Column of 计量单位. */
    public int measureColumn() {
        return labelColumn() + 1;
    }

    /** Column of 代码. */
    public int codeColumn() {
        return labelColumn() + 2;
    }

    /** Column of the first values. */
    public int firstValueColumn() {
        return labelColumn() + 3;
    }

    /** How many value columns there are, at least 1. */
    public int width() {
        return Math.max(1, columns.size());
    }

    /** The lines of the table from top to bottom, headings included. */
    public List<Line> lines() {
        return lines;
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
        int column = hiddenColumn() + 1 + (cell.column() - firstValueColumn()) * PrefillField.values().length;
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
        return columns.isEmpty() || columns.get(0).code().equals(Return.TOTAL);
    }

    /** Whether 上月 is shown beside them; of a yearly form that is 上年同期. */
    public boolean showsPrior() {
        return showsYear() && form.frequency() != Frequency.YEAR;
    }

    /** Column to the right of the values, the first of those for figures of other periods. */
    public int earlierColumn() {
        return firstValueColumn() + width();
    }

    /** Whether it shows beside 上年同期 by how much the period differs from it. */
    public boolean showsChange() {
        return form.changes() && showsYear();
    }

    /** Column of 本年累计, if it is shown; that of 上年同期 follows it, and that of the change follows these. */
    public int ytdColumn() {
        return earlierColumn() + (showsPrior() ? 1 : 0);
    }

    /** Column in which broken rules show. */
    public int checkColumn() {
        return ytdColumn() + (showsYear() ? 2 : 0) + (showsChange() ? 1 : 0);
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
        return firstLineRow() + lines.size();
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
