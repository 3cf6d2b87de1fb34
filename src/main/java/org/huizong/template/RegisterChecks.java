package org.huizong.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.formula.MissingPolicy;
import org.huizong.layout.Field;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;
import org.huizong.wording.Wording;

/**
 * The formulas that check a record while it is filled: each rule of the catalogue with every name replaced by the cell
 * of that row.
 */
final class RegisterChecks {
    /** The day on which it is checked: nobody knows it while typing, so that the period's last day stands for it. */
    private static final String AS_OF = "as_of";

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]++|\"\")*+)\"");
    /** Length from which a text has a cell of its own. */
    private static final int SHARED = 6;
    /** Stands for the row's number in a formula that all rows have in common; no text of a catalogue holds it. */
    private static final String ROW = "\uE000";

    private final Catalogue catalogue;
    private final Wording wording;
    private final RegisterLayout layout;
    private final List<Rule> rules;
    /** Texts that the formulas of all rows share, in the order of their cells. */
    private final List<String> constants = new ArrayList<>();
    /** The cells of the constants: one text by itself, or all spellings of a list's entries. */
    private final Map<String, String> cells = new HashMap<>();

    /** The formula of each hidden column, and of the check column, as all rows have it but for the row. */
    private final Map<Integer, String> patterns = new HashMap<>();

    private final Explanations explanations;
    private final RecordFlaws flaws;
    private final List<String> identities;

    RegisterChecks(Catalogue catalogue, Wording wording, RegisterLayout layout, List<Rule> rules) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.layout = layout;
        this.explanations = new Explanations(catalogue);
        this.identities = layout.items().stream()
                .filter(i -> i.type() == ItemType.IDENTITY)
                .map(Item::code)
                .toList();
        this.flaws = new RecordFlaws(wording, this::spellings, code -> cell(identityColumn(code)));
        this.rules = rules.stream()
                .filter(r -> r.scope() == Rule.Scope.RECORD && r.severity() != Severity.NOTICE)
                .filter(r -> r.formula().contains(layout.register().code() + "."))
                .filter(r -> catalogue.formula(r.formula()).operands().stream().allMatch(this::isHere))
                .filter(r -> catalogue.formula(r.formula()).operands().stream()
                        .anyMatch(o -> layout.column(o).isPresent()))
                .toList();
    }

    private boolean isHere(String operand) {
        return isContext(operand) || layout.column(operand).isPresent();
    }

    private static boolean isContext(String operand) {
        return operand.equals(Field.PERIOD_START.definedName())
                || operand.equals(Field.PERIOD_END.definedName())
                || CalendarCells.isName(operand)
                || operand.equals(AS_OF);
    }

    /** Tells whether any of the rules counts working days. */
    boolean needsCalendar() {
        return CalendarCells.areNeeded(
                rules.stream().map(r -> catalogue.formula(r.formula())).toList());
    }

    /** The rules that a row alone can decide, in the order of the catalogue. */
    List<Rule> rules() {
        return rules;
    }

    /** The hidden column that holds what is wrong with the cells of a row by themselves. */
    int flawColumn() {
        return layout.hiddenColumn() + 1;
    }

    /** The hidden column that holds the names of what is blank in a row. */
    private int blankColumn() {
        return flawColumn() + 1;
    }

    /** The hidden column that holds all that is to be said of a row. */
    int joinedColumn() {
        return flawColumn() + 2;
    }

    /** The hidden column that holds whether a row's explanation says nothing. */
    int unexplainedColumn() {
        return flawColumn() + 3;
    }

    /** The hidden column that holds a record's key in half width. */
    private int halfWidthColumn() {
        return unexplainedColumn() + 1;
    }

    /** The hidden column that holds a record's key as keys are compared. */
    private int keyColumn() {
        return halfWidthColumn() + 1;
    }

    /** The one item by which a record is known; empty if several make its key: only on arrival are these compared. */
    private Optional<Item> key() {
        return layout.keys().size() == 1 ? Optional.of(layout.keys().get(0)) : Optional.empty();
    }

    /** The hidden column that holds whether an identity number is none. */
    private int identityColumn(String code) {
        return keyColumn() + 1 + identities.indexOf(code);
    }

    private int firstRuleColumn() {
        return keyColumn() + 1 + identities.size();
    }

    /** Every formula behind a row but those of the rules, by its column. */
    Map<Integer, IntFunction<String>> behindRow() {
        Map<Integer, IntFunction<String>> columns = new TreeMap<>();
        columns.put(flawColumn(), this::flaws);
        columns.put(blankColumn(), this::blanks);
        columns.put(joinedColumn(), this::joined);
        key().ifPresent(key -> {
            columns.put(
                    halfWidthColumn(),
                    row -> inRow(halfWidthColumn(), row, () -> KeyFolding.halfWidth(cell(key.code()))));
            columns.put(keyColumn(), row -> inRow(keyColumn(), row, () -> KeyFolding.key(cell(halfWidthColumn()))));
        });
        identities.forEach(code -> columns.put(
                identityColumn(code),
                row -> inRow(identityColumn(code), row, () -> RecordFlaws.noIdentity(cell(code)))));
        return columns;
    }

    /** The hidden column of a rule's verdicts. */
    int column(Rule rule) {
        return firstRuleColumn() + rules.indexOf(rule);
    }

    /** The hidden column of the texts that the rows share, so that each stands in the file once. */
    int constantColumn() {
        return firstRuleColumn() + rules.size();
    }

    /** What stands in that column from its first row on, as far as the formulas that were asked for need it. */
    List<String> constants() {
        return constants;
    }

    /** Last of the hidden columns that this class uses. */
    int lastColumn() {
        return wordsColumn();
    }

    /** The hidden column of the words that explain nothing. */
    int wordsColumn() {
        return constantColumn() + 1;
    }

    /** The words that explain nothing, one below the other. */
    List<String> empties() {
        return Excel.empties(explanations);
    }

    /** A formula with its longer texts replaced by cells that hold them. */
    private String shared(String formula) {
        return QUOTED.matcher(formula)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(1).length() < SHARED
                                ? m.group()
                                : constant(m.group(1).replace("\"\"", "\""))));
    }

    private String constant(String text) {
        return cells.computeIfAbsent(text, t -> {
            constants.add(t);
            return new CellAddress(constants.size() - 1, constantColumn()).pinned();
        });
    }

    /** The cells with every spelling of a list's entries. */
    private String spellings(String list) {
        return cells.computeIfAbsent("list " + list, l -> {
            int first = constants.size();
            catalogue.choices(list).stream()
                    .flatMap(c -> Stream.of(c.label(), c.labelEn(), c.code()))
                    .distinct()
                    .forEach(constants::add);
            return new CellAddress(first, constantColumn()).pinned() + ":"
                    + new CellAddress(constants.size() - 1, constantColumn()).pinned();
        });
    }

    /** A formula that all rows have but for the row, written once for all of them. */
    private String inRow(int column, int row, Supplier<String> pattern) {
        String all = patterns.computeIfAbsent(column, c -> shared("IF(" + begun() + "," + pattern.get() + ",\"\")"));
        return all.replace(ROW, String.valueOf(row + 1));
    }

    /** The cell in that column of whatever row it is. */
    private static String cell(int column) {
        return "$" + CellAddress.letters(column) + ROW;
    }

    /** Whether a row holds anything. */
    private String begun() {
        return "COUNTA(" + cell(RegisterLayout.FIRST_ITEM_COLUMN) + ":" + cell(layout.checkColumn() - 1) + ")>0";
    }

    /** What is wrong with the cells of a row by themselves, but for blanks: no number, no date, not in the list, twice. */
    String flaws(int row) {
        return inRow(flawColumn(), row, () -> {
            List<String> parts = new ArrayList<>();
            for (Item item : layout.items()) {
                flaws.of(item, cell(item.code()))
                        .forEach(
                                (flaw, sentence) -> parts.add("IF(" + flaw + "," + Excel.literal(sentence) + ",\"\")"));
            }
            key().ifPresent(key -> parts.add(twice(key)));
            return parts.isEmpty() ? "\"\"" : String.join("&", parts);
        });
    }

    /** That a key stands in a row above too, however it is written. */
    private String twice(Item key) {
        String x = cell(keyColumn());
        String all = new CellAddress(layout.firstRecordRow(), keyColumn()).pinned() + ":"
                + new CellAddress(layout.lastReadyRow(), keyColumn()).pinned();
        String above = "MATCH(" + x + "," + all + ",0)+" + layout.firstRecordRow();
        String sentence = Excel.sentence(
                wording.text("template.record.twice", wording.label(key), "{0}"), place -> "(" + above + ")");
        return "IF(" + x + "=\"\",\"\",IFERROR(IF(" + above + "<ROW()," + sentence + ",\"\"),\"\"))";
    }

    /** The names of what is blank in a row and must not be, each after a comma. */
    String blanks(int row) {
        return inRow(blankColumn(), row, () -> {
            String and = wording.text("template.guide.and");
            List<String> parts = layout.items().stream()
                    .filter(Item::required)
                    .map(i -> "IF(" + cell(i.code()) + "=\"\"," + constant(and + wording.label(i)) + ",\"\")")
                    .toList();
            return parts.isEmpty() ? "\"\"" : String.join("&", parts);
        });
    }

    /** Whether a row's explanation is blank or says nothing. */
    String unexplained(int row) {
        return inRow(unexplainedColumn(), row, () -> sayNothing(cell(layout.explainColumn())));
    }

    /** Whether an explanation is blank or says nothing. */
    String sayNothing(String cell) {
        return Excel.saysNothing(cell, wordsColumn(), explanations);
    }

    /** The verdict on a rule for one row: empty as long as it holds or an operand is missing. */
    String verdict(Rule rule, int row) {
        return inRow(column(rule), row, () -> judged(rule));
    }

    private String judged(Rule rule) {
        Formula formula = catalogue.formula(rule.formula());
        boolean error = rule.severity() == Severity.ERROR;
        String broken = Excel.literal(error ? VerdictMark.ERROR + " " : VerdictMark.QUERY + " ") + "&" + message(rule);
        String said = error ? broken : "IF(" + cell(unexplainedColumn()) + "," + broken + ",\"\")";
        String judged = "IFERROR(IF(" + formula.render(name -> value(formula, name)) + ",\"\"," + said + "),\""
                + VerdictMark.UNDECIDED + "\")";
        Set<String> needed = rule.missing().needs(formula);
        String lacking = rule.missing() == MissingPolicy.FAIL ? said : "\"\"";
        return unlessFlawed(
                formula, needed.isEmpty() ? judged : "IF(" + missing(needed) + "," + lacking + "," + judged + ")");
    }

    /** Nothing as long as a cell that the rule reads is blank or wrong by itself: one cause is told once. */
    private String unlessFlawed(Formula formula, String verdict) {
        List<String> flawed = layout.items().stream()
                .filter(i -> formula.operands().contains(i.code()))
                .flatMap(i -> flaws.any(i, cell(i.code())).stream())
                .toList();
        return flawed.isEmpty() ? verdict : "IF(OR(" + String.join(",", flawed) + "),\"\"," + verdict + ")";
    }

    private String missing(Set<String> operands) {
        return "OR("
                + operands.stream()
                        .filter(o -> layout.column(o).isPresent())
                        .map(o -> cell(o) + "=\"\"")
                        .collect(Collectors.joining(","))
                + ")";
    }

    private String message(Rule rule) {
        String pattern = wording.isChinese() ? rule.message() : rule.messageEn();
        return Excel.sentence(pattern, place -> {
            Optional<Item> item =
                    catalogue.item(place).filter(i -> layout.column(place).isPresent());
            if (item.isEmpty()) {
                return Excel.literal(wording.text("value.none"));
            }
            String x = cell(place);
            String value = item.get().type() == ItemType.DATE ? "TEXT(" + x + ",\"yyyy-mm-dd\")" : x;
            return "IF(" + x + "=\"\"," + Excel.literal(wording.text("value.none")) + "," + value + ")";
        });
    }

    /** A name as the formulas of a row write it: the cell in that row, or the name itself. */
    private String cell(String name) {
        return layout.column(name)
                .map(RegisterChecks::cell)
                .orElse(name.equals(AS_OF) ? Field.PERIOD_END.definedName() : name);
    }

    /** A name as a rule compares it: a choice as its Chinese label. */
    private String value(Formula formula, String name) {
        return catalogue
                .item(name)
                .filter(i -> i.type() == ItemType.CHOICE && layout.column(name).isPresent())
                .map(i -> Excel.label(cell(name), catalogue.choices(i.choices()), formula, name))
                .orElseGet(() -> cell(name));
    }

    /** All that is to be said at the end of a row. */
    String joined(int row) {
        return inRow(joinedColumn(), row, () -> {
            String error = Excel.literal(VerdictMark.ERROR + " ") + "&";
            String blank = Excel.sentence(
                    wording.text("template.record.blank", "{0}"),
                    place -> "MID(" + cell(blankColumn()) + ","
                            + (wording.text("template.guide.and").length() + 1) + ",500)");
            return new VerdictText()
                    .piece("LEN(" + cell(flawColumn()) + ")>0", error + cell(flawColumn()))
                    .add(VerdictMark.ERROR, verdicts(Severity.ERROR))
                    .piece("LEN(" + cell(blankColumn()) + ")>0", error + blank)
                    .add(VerdictMark.QUERY, verdicts(Severity.QUERY))
                    .add(
                            VerdictMark.UNDECIDED,
                            rules.stream().map(r -> cell(column(r))).toList())
                    .joined();
        });
    }

    private List<String> verdicts(Severity severity) {
        return rules.stream()
                .filter(r -> r.severity() == severity)
                .map(r -> cell(column(r)))
                .toList();
    }

    /** What shows at the end of a row: what is to be said of it, or that it is fine. */
    String row(int row, int room, int width) {
        return inRow(
                layout.checkColumn(),
                row,
                () -> VerdictText.shown(
                        cell(joinedColumn()),
                        Excel.literal(VerdictMark.FINE),
                        room,
                        width,
                        wording.text("template.check.more", "{0}")));
    }

    /** The choices of an item as its drop-down shows them. */
    List<String> entries(Item item) {
        return catalogue.choices(item.choices()).stream().map(wording::label).toList();
    }
}
