package org.huizong.template;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CellsRead;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.PrefillField;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;

/**
 * The hidden cells that work behind a form's sheet, to the right of those that the layout fixes.
 *
 * <p>Each item has a cell that says what is wrong with it by itself, and each rule a cell for its verdict, both in the row
 * where they show; so another joins them for the visible check column, and the banner only counts them. Then comes
 * whether an explanation says something, each in its row, the words that explain nothing, and the lists of drop-downs.
 */
final class HelperCells {
    private final FormLayout layout;
    /** The items of the form by their names, with and without a prefix. */
    private final Map<String, Item> named = new HashMap<>();

    private final Map<String, CellAddress> verdicts = new LinkedHashMap<>();
    private final Map<Integer, List<Rule>> rulesByRow = new HashMap<>();
    private final List<Rule> rules;
    /** The rules whose error can only be that of one cell, by its item. */
    private final Map<String, List<Rule>> blaming = new HashMap<>();

    private final int says;
    private final int joined;
    private final int words;
    private final int firstList;

    HelperCells(Catalogue catalogue, FormLayout layout, YearMonth month) {
        this.layout = layout;
        for (Item item : layout.items()) {
            named.putIfAbsent(item.code(), item);
            if (item.type().isNumeric()) {
                Stream.of(PrefillField.PRIOR, PrefillField.YTD, PrefillField.YEAR_AGO)
                        .forEach(shadow -> named.putIfAbsent(shadow.definedName(item.code()), item));
            }
        }
        String own = layout.form().code() + ".";
        this.rules = catalogue.rules(month).stream()
                .filter(r -> r.scope() == Rule.Scope.RETURN && r.formula().contains(own))
                .filter(r -> isDecidable(r, catalogue.formula(r.formula()).operands()))
                .toList();
        int widest = 0;
        for (Rule rule : rules) {
            List<Rule> sameRow = rulesByRow.computeIfAbsent(row(rule), r -> new ArrayList<>());
            verdicts.put(rule.id(), new CellAddress(row(rule), firstVerdict() + sameRow.size()));
            sameRow.add(rule);
            widest = Math.max(widest, sameRow.size());
        }
        rules.stream()
                .filter(r -> r.severity() == Severity.ERROR)
                .forEach(r -> CellsRead.onlyOne(catalogue, r.formula())
                        .ifPresent(i -> blaming.computeIfAbsent(i, c -> new ArrayList<>())
                                .add(r)));
        this.says = firstVerdict() + Math.max(1, widest);
        this.joined = says + 1;
        this.words = joined + 1;
        this.firstList = words + 1;
    }

    /** Whether the sheet alone can decide a rule: all of its operands stand on it, and at least one is an item. */
    private boolean isDecidable(Rule rule, Set<String> operands) {
        return operands.stream().allMatch(this::isHere)
                && operands.stream().anyMatch(o -> item(o).isPresent())
                && (layout.looseRules().contains(rule)
                        || rule.locate().flatMap(layout::cell).isPresent());
    }

    private boolean isHere(String operand) {
        return isContext(operand)
                || CalendarCells.isName(operand)
                || item(operand).isPresent();
    }

    /** Whether an operand is a day of the period rather than an item. */
    static boolean isContext(String operand) {
        return operand.equals(Field.PERIOD_START.definedName()) || operand.equals(Field.PERIOD_END.definedName());
    }

    /** The item of the form that an operand speaks of, with or without a prefix. */
    Optional<Item> item(String operand) {
        return Optional.ofNullable(named.get(operand));
    }

    private int row(Rule rule) {
        return rule.locate()
                .flatMap(layout::cell)
                .map(CellAddress::row)
                .orElseGet(() -> layout.afterTable() + layout.looseRules().indexOf(rule));
    }

    /** The rules that the sheet decides. */
    List<Rule> rules() {
        return rules;
    }

    /** The cell of a rule's verdict; empty if the sheet does not decide it. */
    Optional<CellAddress> verdict(Rule rule) {
        return Optional.ofNullable(verdicts.get(rule.id()));
    }

    /** The verdicts that find fault with the cell of an item alone. */
    Stream<CellAddress> blaming(Item item) {
        return blaming.getOrDefault(item.code(), List.of()).stream().flatMap(r -> verdict(r).stream());
    }

    /** The rules whose verdict stands in that row. */
    List<Rule> rules(int row) {
        return rulesByRow.getOrDefault(row, List.of());
    }

    /** The cell that says what is wrong with an item by itself. */
    CellAddress flaw(Item item) {
        return flaw(layout.cell(item));
    }

    /** The cell that says what is wrong with what stands in a cell of the table. */
    CellAddress flaw(CellAddress cell) {
        return new CellAddress(cell.row(), firstFlaw() + cell.column() - layout.firstValueColumn());
    }

    /** The cell of the verdict on the day in the foot. */
    CellAddress dayVerdict() {
        return new CellAddress(layout.wholeRow(), firstVerdict());
    }

    /** Whether the explanation in that row says something. */
    CellAddress says(int row) {
        return new CellAddress(row, says);
    }

    /**
     * What the cells are of that explain a rule's query: its own, and those in the other rows of the item that it blames;
     * or that of the whole form if it blames none.
     */
    Map<String, CellAddress> explaining(Rule rule) {
        Map<String, CellAddress> cells = new LinkedHashMap<>();
        Optional<CellAddress> blamed = rule.locate().flatMap(layout::cell);
        layout.explanations().forEach((of, at) -> {
            boolean beside = blamed.filter(b -> b.row() == at.row()).isPresent();
            boolean ofItem = blamed.isPresent()
                    && rules.stream()
                            .anyMatch(r -> r.id().equals(of) && r.locate().equals(rule.locate()));
            if (of.equals(rule.id()) || beside || ofItem) {
                cells.put(Explanations.name(of), at);
            }
        });
        if (blamed.isEmpty()) {
            cells.put(Explanations.OF_RETURN, layout.cell(Field.EXPLANATION));
        }
        return cells;
    }

    /** All that is to be said at the end of the line in that row. */
    CellAddress joined(int row) {
        return new CellAddress(row, joined);
    }

    /** Where all flaws and verdicts stand, as formulas pin it. */
    String block() {
        return new CellAddress(layout.firstLineRow(), firstFlaw()).pinned() + ":"
                + new CellAddress(layout.wholeRow(), says - 1).pinned();
    }

    /** The period as the clerk wrote it, made uniform. */
    CellAddress periodText() {
        return new CellAddress(4, layout.hiddenColumn());
    }

    /** How many cells the clerk has filled. */
    CellAddress filled() {
        return new CellAddress(5, layout.hiddenColumn());
    }

    /** Tells whether the clerk has begun, as a formula. */
    String begun() {
        return filled().pinned() + ">0";
    }

    /** How many cells are blank that must not be. */
    CellAddress blanks() {
        return new CellAddress(FormLayout.FORM_NO_ROW, firstFlaw());
    }

    /** How many errors are left, without the blanks. */
    CellAddress errors() {
        return new CellAddress(FormLayout.ISSUER_ROW, firstFlaw());
    }

    /** How many queries are left to explain. */
    CellAddress queries() {
        return new CellAddress(FormLayout.IDENTITY_ROW, firstFlaw());
    }

    /** Column of the words that explain nothing. */
    int words() {
        return words;
    }

    /** Column of the drop-down list of that index. */
    int list(int index) {
        return firstList + index;
    }

    private int firstFlaw() {
        return layout.lastHiddenColumn() + 1;
    }

    private int firstVerdict() {
        return firstFlaw() + layout.width();
    }
}
