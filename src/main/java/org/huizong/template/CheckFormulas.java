package org.huizong.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CellsRead;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.formula.MissingPolicy;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;
import org.huizong.wording.Wording;

/**
 * Formulas that hold a form to its rules while it is filled, and work its computed items out.
 *
 * <p>The text of a rule is the catalogue's own, to the letter but for WORKDAYS: its names are the sheet's names.
 */
final class CheckFormulas {
    private static final String LABEL = ":label";

    private final Catalogue catalogue;
    private final Wording wording;
    private final FormLayout layout;
    private final HelperCells backstage;
    private final ItemFlaws flaws;
    private final Explanations explanations;

    CheckFormulas(Catalogue catalogue, Wording wording, FormLayout layout, HelperCells backstage) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.layout = layout;
        this.backstage = backstage;
        this.flaws = new ItemFlaws(catalogue, wording, layout, backstage);
        this.explanations = new Explanations(catalogue);
    }

    /** Judges a rule: the verdict is empty as long as it holds or an operand is missing. */
    String verdict(Rule rule) {
        Formula formula = catalogue.formula(rule.formula());
        String message = message(rule, formula);
        String broken = switch (rule.severity()) {
            case ERROR -> Excel.literal(VerdictMark.ERROR + " ") + "&" + message;
            case QUERY -> asked(rule, message);
            case NOTICE ->
                Excel.literal(VerdictMark.NOTICE + " " + wording.text("template.check.notice")) + "&" + message;
        };
        String judged = "IFERROR(IF(" + condition(formula) + ",\"\"," + broken + "),\"" + VerdictMark.UNDECIDED + "\")";
        Set<String> needed = rule.missing().needs(formula);
        String lacking = rule.missing() == MissingPolicy.FAIL ? broken : "\"\"";
        String guarded = needed.isEmpty() ? judged : "IF(" + missing(needed) + "," + lacking + "," + judged + ")";
        return unlessFlawed(rule, rule.missing() == MissingPolicy.SKIP ? guarded : unlessText(formula, guarded));
    }

    /** Says nothing as long as a cell that the rule reads has an error of its own. */
    private String unlessFlawed(Rule rule, String verdict) {
        Optional<String> only = CellsRead.onlyOne(catalogue, rule.formula());
        boolean blames = rule.severity() == Severity.ERROR && only.isPresent();
        return flaws.unlessFlawed(rule.formula(), blames ? only : Optional.empty(), "\"\"", verdict);
    }

    /** Gives the rule's own text; a choice is compared as its Chinese label, whatever the cell shows of it. */
    private String condition(Formula formula) {
        return choices(formula).isEmpty()
                ? formula.written()
                : formula.render(o -> Optional.ofNullable(choices(formula).get(o))
                        .map(i -> Excel.label(o, catalogue.choices(i.choices()), formula, o))
                        .orElse(o));
    }

    private Map<String, Item> choices(Formula formula) {
        Map<String, Item> choices = new HashMap<>();
        formula.operands()
                .forEach(o -> backstage
                        .item(o)
                        .filter(i -> i.type() == ItemType.CHOICE)
                        .ifPresent(i -> choices.put(o, i)));
        return choices;
    }

    /** Says nothing as long as the form is not begun, or text stands in a number's cell, which makes the rule undecided. */
    private String unlessText(Formula formula, String verdict) {
        List<String> inputs = formula.operands().stream()
                .filter(o -> backstage
                        .item(o)
                        .filter(i -> i.code().equals(o) && !i.isComputed())
                        .isPresent())
                .filter(this::isNumber)
                .toList();
        String all = String.join(",", inputs);
        String ready = inputs.isEmpty()
                ? backstage.begun()
                : "AND(" + backstage.begun() + ",COUNTA(" + all + ")=COUNT(" + all + "))";
        return "IF(" + ready + "," + verdict + ",\"\")";
    }

    /** Puts the question, as long as the answers are blank or say nothing. */
    private String asked(Rule rule, String message) {
        return DayCheck.asked(wording, backstage.explaining(rule), backstage::says, message);
    }

    /** Asks about the day in the foot. */
    String reportedDay() {
        Map<String, CellAddress> explaining = Map.of(Explanations.OF_RETURN, layout.cell(Field.EXPLANATION));
        return DayCheck.verdict(
                wording, layout.form().dueDay(), m -> DayCheck.asked(wording, explaining, backstage::says, m));
    }

    /** Tells whether an explanation says something: a number if it does. */
    String says(String name) {
        return "IF(" + Excel.saysNothing(name, backstage.words(), explanations) + ",\"\",1)";
    }

    /** Lists the words that explain nothing, one below the other. */
    List<String> empties() {
        return Excel.empties(explanations);
    }

    /** Tells whether one of these operands is missing. */
    private String missing(Set<String> operands) {
        List<String> cells =
                operands.stream().filter(o -> !CalendarCells.isName(o)).toList();
        List<String> words = cells.stream().filter(o -> !isNumber(o)).toList();
        List<String> numbers = cells.stream().filter(this::isNumber).toList();
        List<String> tests = new ArrayList<>();
        if (!numbers.isEmpty()) {
            tests.add(fewer(numbers));
        }
        words.forEach(w -> tests.add("LEN(TRIM(" + w + "))=0"));
        return tests.size() == 1 ? tests.get(0) : "OR(" + String.join(",", tests) + ")";
    }

    private boolean isNumber(String operand) {
        return backstage
                .item(operand)
                .map(i -> i.type().isNumeric() || i.type() == ItemType.DATE)
                .orElse(true);
    }

    private static String fewer(Collection<String> numbers) {
        return "COUNT(" + String.join(",", numbers) + ")<" + numbers.size();
    }

    private String message(Rule rule, Formula formula) {
        String pattern = wording.isChinese() ? rule.message() : rule.messageEn();
        return Excel.sentence(pattern, place -> {
            if (place.endsWith(LABEL)) {
                return Excel.literal(wording.label(place.substring(0, place.length() - LABEL.length())));
            }
            Optional<Item> item = backstage.item(place);
            boolean present =
                    rule.missing() == MissingPolicy.SKIP && formula.operands().contains(place);
            if (item.isEmpty() && !HelperCells.isContext(place)) {
                return Excel.literal(wording.text("value.none"));
            }
            boolean day = item.isEmpty() || item.get().type() == ItemType.DATE;
            String value = day ? "TEXT(" + place + ",\"yyyy-mm-dd\")" : place;
            return present
                    ? value
                    : "IF(" + place + "=\"\"," + Excel.literal(wording.text("value.none")) + "," + value + ")";
        });
    }

    /** Tells whether any rule or computed item of the form counts working days. */
    boolean needsCalendar() {
        return CalendarCells.areNeeded(Stream.concat(
                        backstage.rules().stream().map(Rule::formula),
                        layout.items().stream().filter(Item::isComputed).map(Item::formula))
                .map(catalogue::formula)
                .toList());
    }

    /** Works a computed item out, blank while any of its operands is. */
    String computed(Item item) {
        Formula formula = catalogue.formula(item.formula());
        return "IF(" + missing(MissingPolicy.SKIP.needs(formula)) + ",\"\"," + condition(formula) + ")";
    }
}
