package org.huizong.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CellsRead;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.formula.MissingPolicy;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;
import org.huizong.wording.Wording;

/**
 * The formulas that check a form while it is filled.
 *
 * <p>What they say begins with a mark, by which it is counted and coloured. The text of a rule is the catalogue's own,
 * to the letter but for WORKDAYS: its names are the sheet's names.
 */
final class CheckFormulas {
    static final String ERROR = "✘";
    static final String BLANK = "○";
    static final String QUERY = "△";
    static final String NOTICE = "※";
    static final String FINE = "✓";
    static final String UNDECIDED = "？";

    private static final String LABEL = ":label";

    private final Catalogue catalogue;
    private final Wording wording;
    private final FormLayout layout;
    private final HelperCells backstage;
    private final Explanations explanations;

    CheckFormulas(Catalogue catalogue, Wording wording, FormLayout layout, HelperCells backstage) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.layout = layout;
        this.backstage = backstage;
        this.explanations = new Explanations(catalogue);
    }

    /** What is wrong with an item by itself: blank, of another kind, too small, too large. Empty if nothing is. */
    String flaw(Line line, Item item) {
        String x = at(item).text();
        String blank = item.required() ? "IF(" + begun() + ",\"" + BLANK + "\",\"\")" : "\"\"";
        return "IF(" + x + "=\"\"," + blank + "," + kind(line, item) + ")";
    }

    /**
     * That a computed item is less than it can be, with its parts; if a part is wrong, that is said there, and here a space keeps
     * the tick away. Empty where its parts leave no way to it.
     */
    Optional<String> least(Line line, Item item) {
        if (!canBeLess(item)) {
            return Optional.empty();
        }
        String x = at(item).text();
        String min = plain(item.min().get());
        String sentence = wording.text(
                "template.check.least",
                "{" + item.code() + "}",
                wording.formula(item.formula(), o -> part(line, o)),
                min);
        String said = Excel.sentence(ERROR + " " + about(line, item, sentence), place -> place);
        Set<CellAddress> flaws = new LinkedHashSet<>();
        flaws(item.formula(), flaws, Optional.empty());
        String told = flaws.isEmpty() ? said : "IF(" + any(flaws) + ",\" \"," + said + ")";
        return Optional.of("IF(COUNT(" + x + ")=0,\"\",IF(" + x + "<" + min + "," + told + ",\"\"))");
    }

    /** Whether a computed item can be less than its least value, given those of its parts. */
    private boolean canBeLess(Item item) {
        Formula formula = catalogue.formula(item.formula());
        boolean never = formula.added().containsAll(formula.operands())
                && formula.operands().stream()
                        .flatMap(o -> backstage.item(o).stream())
                        .allMatch(p -> p.min().filter(m -> m.signum() >= 0).isPresent());
        return item.min().isPresent() && !never;
    }

    /** A part by the name of its column or line, whichever tells it from its whole, and its value. */
    private String part(Line line, String code) {
        String label = backstage
                .item(code)
                .map(i -> i.row().equals(line.code())
                        ? wording.choice(i.form() + ".columns", i.column())
                        : layout.lines().stream()
                                .filter(l -> l.items().contains(i))
                                .findFirst()
                                .map(l -> FormPart.label(wording, l))
                                .orElseGet(() -> wording.label(i)))
                .orElse(code);
        return label + " {" + code + "}";
    }

    private String kind(Line line, Item item) {
        String x = at(item).text();
        return switch (item.type()) {
            case TEXT, IDENTITY -> "\"\"";
            case DATE -> "IF(ISNUMBER(" + x + "),\"\"," + say(ERROR, line, item, "date", "{0}") + ")";
            case CHOICE -> {
                List<Choice> entries = catalogue.choices(item.choices());
                String allowed = entries.stream()
                        .flatMap(c -> Stream.of(c.label(), c.labelEn(), c.code()))
                        .distinct()
                        .map(l -> x + "=" + Excel.literal(l))
                        .collect(Collectors.joining(","));
                String words = entries.stream().map(wording::label).collect(Collectors.joining(" / "));
                yield "IF(OR(" + allowed + "),\"\"," + say(ERROR, line, item, "choice", "{0}", words) + ")";
            }
            default ->
                "IF(ISNUMBER(" + x + ")," + limits(line, item) + "," + say(ERROR, line, item, "number", "{0}") + ")";
        };
    }

    private String limits(Line line, Item item) {
        String x = at(item).text();
        String checks = "\"\"";
        if (item.max().isPresent()) {
            String max = plain(item.max().get());
            checks = "IF(" + x + ">" + max + "," + say(ERROR, line, item, "max", "{0}", max) + "," + checks + ")";
        }
        if (item.min().isPresent()) {
            String min = plain(item.min().get());
            checks = "IF(" + x + "<" + min + "," + say(ERROR, line, item, "min", "{0}", min) + "," + checks + ")";
        }
        return item.type() == ItemType.INTEGER
                ? "IF(INT(" + x + ")<>" + x + "," + say(ERROR, line, item, "integer", "{0}") + "," + checks + ")"
                : checks;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** A sentence about an item, in which {0} stands for what is in its cell. */
    private String say(String mark, Line line, Item item, String key, Object... values) {
        String sentence = wording.text("template.check." + key, values);
        return Excel.sentence(mark + " " + about(line, item, sentence), place -> at(item).text());
    }

    private String about(Line line, Item item, String sentence) {
        String column = line.items().size() > 1 ? column(item) : "";
        return column.isEmpty() ? sentence : wording.text("template.check.column", column, sentence);
    }

    /** The verdict on a rule: empty as long as it holds or an operand is missing. */
    String verdict(Rule rule) {
        Formula formula = catalogue.formula(rule.formula());
        String message = message(rule, formula);
        String broken = switch (rule.severity()) {
            case ERROR -> Excel.literal(ERROR + " ") + "&" + message;
            case QUERY -> asked(rule, message);
            case NOTICE -> Excel.literal(NOTICE + " " + wording.text("template.check.notice")) + "&" + message;
        };
        String judged = "IFERROR(IF(" + condition(formula) + ",\"\"," + broken + "),\"" + UNDECIDED + "\")";
        Set<String> needed = rule.missing().needs(formula);
        String lacking = rule.missing() == MissingPolicy.FAIL ? broken : "\"\"";
        String guarded = needed.isEmpty() ? judged : "IF(" + missing(needed) + "," + lacking + "," + judged + ")";
        return unlessFlawed(rule, rule.missing() == MissingPolicy.SKIP ? guarded : unlessText(formula, guarded));
    }

    /** Nothing as long as a cell that the rule reads has an error of its own: one cause is told once. */
    private String unlessFlawed(Rule rule, String verdict) {
        Set<CellAddress> flaws = new LinkedHashSet<>();
        Optional<String> only = CellsRead.onlyOne(catalogue, rule.formula());
        boolean blames = rule.severity() == Severity.ERROR && only.isPresent();
        flaws(rule.formula(), flaws, blames ? only : Optional.empty());
        return flaws.isEmpty() ? verdict : "IF(" + any(flaws) + ",\"\"," + verdict + ")";
    }

    /** Whether any of these cells says something. */
    private static String any(Set<CellAddress> cells) {
        return "LEN(" + cells.stream().map(CellAddress::text).collect(Collectors.joining("&")) + ")>0";
    }

    /**
     * Gathers the cells that say what is wrong with the cells that a formula reads, and with what those are made of.
     *
     * @param blamed the cell that the rule itself finds fault with, if it can only be that one
     */
    private void flaws(String formula, Set<CellAddress> flaws, Optional<String> blamed) {
        for (String operand : catalogue.formula(formula).operands()) {
            CellsRead.by(catalogue, operand).flatMap(backstage::item).ifPresent(item -> {
                if (item.isComputed()) {
                    flaws(item.formula(), flaws, Optional.empty());
                }
                if (!item.isComputed() || canBeLess(item)) {
                    flaws.add(backstage.flaw(item));
                }
                if (!blamed.equals(Optional.of(item.code()))) {
                    backstage.blaming(item).forEach(flaws::add);
                }
            });
        }
    }

    /** The rule's own text; a choice is compared as its Chinese label, whatever the cell shows of it. */
    private String condition(Formula formula) {
        return choices(formula).isEmpty()
                ? formula.written()
                : formula.render(o -> Optional.ofNullable(choices(formula).get(o))
                        .map(i -> Excel.label(o, catalogue.choices(i.choices())))
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

    /** Nothing as long as the form is not begun, or text stands in a number's cell, which makes the rule undecided. */
    private String unlessText(Formula formula, String verdict) {
        List<String> inputs = formula.operands().stream()
                .filter(o -> backstage
                        .item(o)
                        .filter(i -> i.code().equals(o) && !i.isComputed())
                        .isPresent())
                .filter(this::isNumber)
                .toList();
        String all = String.join(",", inputs);
        String ready = inputs.isEmpty() ? begun() : "AND(" + begun() + ",COUNTA(" + all + ")=COUNT(" + all + "))";
        return "IF(" + ready + "," + verdict + ",\"\")";
    }

    /** The question, as long as the answers are blank or say nothing. */
    private String asked(Rule rule, String message) {
        return DayCheck.asked(wording, backstage.explaining(rule), backstage::says, message);
    }

    /** What is to be asked about the day in the foot. */
    String reportedDay() {
        Map<String, CellAddress> explaining = Map.of(Explanations.OF_RETURN, layout.cell(Field.EXPLANATION));
        return DayCheck.verdict(
                wording, layout.form().dueDay(), m -> DayCheck.asked(wording, explaining, backstage::says, m));
    }

    /** Whether an explanation says something: a number if it does. */
    String says(String name) {
        return "IF(" + Excel.saysNothing(name, backstage.words(), explanations) + ",\"\",1)";
    }

    /** The words that explain nothing, one below the other. */
    List<String> empties() {
        return Excel.empties(explanations);
    }

    /** Whether one of these operands is missing, as a formula. */
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

    /** A computed item, blank while any of its operands is. */
    String computed(Item item) {
        Formula formula = catalogue.formula(item.formula());
        return "IF(" + missing(MissingPolicy.SKIP.needs(formula)) + ",\"\"," + condition(formula) + ")";
    }

    /** All that is to be said at the end of a line. */
    String joined(Line line) {
        List<Rule> rules = backstage.rules(line.row());
        VerdictText text = new VerdictText()
                .add(ERROR, texts(line.items().stream().filter(this::hasFlaw).map(backstage::flaw)))
                .add(ERROR, verdicts(rules, Severity.ERROR));
        if (line.items().stream().anyMatch(i -> !i.isComputed() && i.required())) {
            text.piece(counted(line, BLANK) + ">0", blanks(line));
        }
        return text.add(QUERY, verdicts(rules, Severity.QUERY))
                .add(NOTICE, verdicts(rules, Severity.NOTICE))
                .add(UNDECIDED, texts(rules.stream().flatMap(r -> backstage.verdict(r).stream())))
                .joined();
    }

    /** What shows at the end of a line: what is to be said of it, or that it is fine once it is filled. */
    String line(Line line, int room, int width) {
        List<String> inputs = line.items().stream()
                .filter(i -> !i.isComputed())
                .map(i -> at(i).text())
                .toList();
        String filled = inputs.isEmpty()
                ? "COUNT(" + at(line.items().get(0)).text() + ")=1"
                : "COUNTA(" + String.join(",", inputs) + ")=" + inputs.size();
        String fine = "IF(" + filled + ",\"" + FINE + "\",\"\")";
        if (line.items().stream().anyMatch(i -> i.isComputed() && hasFlaw(i))) {
            fine = "IF(" + counted(line, " ") + ">0,\"\"," + fine + ")";
        }
        List<String> asking = verdicts(backstage.rules(line.row()), Severity.QUERY);
        if (!asking.isEmpty()) {
            String explained = asking.stream()
                    .map(c -> "LEFT(" + c + ",1)=\"" + FINE + "\"")
                    .collect(Collectors.joining(","));
            fine = "IF(OR(" + explained + ")," + Excel.literal(FINE + " " + wording.text("template.check.explained"))
                    + "," + fine + ")";
        }
        return VerdictText.shown(
                backstage.joined(line.row()).text(), fine, room, width, wording.text("template.check.more", "{0}"));
    }

    private static List<String> texts(Stream<CellAddress> cells) {
        return cells.map(CellAddress::text).toList();
    }

    private List<String> verdicts(List<Rule> rules, Severity severity) {
        return texts(rules.stream().filter(r -> r.severity() == severity).flatMap(r -> backstage.verdict(r).stream()));
    }

    /** Whether an item has a cell that says what is wrong with it. */
    private boolean hasFlaw(Item item) {
        return !item.isComputed() || canBeLess(item);
    }

    /** How many of the cells that say what is wrong with a line's items begin with a mark. */
    private String counted(Line line, String mark) {
        List<CellAddress> flaws = line.items().stream().map(backstage::flaw).toList();
        return "COUNTIF(" + flaws.get(0).text() + ":"
                + flaws.get(flaws.size() - 1).text() + ",\"" + mark + "*\")";
    }

    /** The blank cells of a line, named once, or the line if it is blank altogether. */
    private String blanks(Line line) {
        boolean numeric = line.items().get(0).type().isNumeric();
        String all =
                Excel.literal(BLANK + " " + wording.text(numeric ? "template.check.blank" : "template.check.unfilled"));
        List<Item> inputs = line.items().stream()
                .filter(i -> !i.isComputed() && i.required())
                .toList();
        if (inputs.size() < 2) {
            return all;
        }
        String and = wording.text("template.guide.and");
        String names = inputs.stream()
                .map(i -> "IF(LEFT(" + backstage.flaw(i).text() + ",1)=\"" + BLANK + "\","
                        + Excel.literal(and + column(i)) + ",\"\")")
                .collect(Collectors.joining("&"));
        String some = Excel.sentence(
                BLANK + " " + wording.text(numeric ? "template.check.blanks" : "template.check.unfilled.of", "{0}"),
                place -> "MID(" + names + "," + (and.length() + 1) + ",500)");
        return "IF(" + counted(line, BLANK) + "=" + inputs.size() + "," + all + "," + some + ")";
    }

    private String column(Item item) {
        return wording.choice(item.form() + ".columns", item.column());
    }

    private CellAddress at(Item item) {
        return layout.cell(item.code()).orElseThrow();
    }

    /** How many cells of the table the clerk has filled. */
    String filled() {
        return layout.items().stream()
                .filter(i -> !i.isComputed())
                .map(this::at)
                .collect(Collectors.groupingBy(
                        CellAddress::column, TreeMap::new, Collectors.mapping(CellAddress::row, Collectors.toList())))
                .entrySet()
                .stream()
                .map(e -> "COUNTA(" + runs(e.getKey(), e.getValue()) + ")")
                .collect(Collectors.joining("+"));
    }

    private static String runs(int column, List<Integer> rows) {
        List<String> runs = new ArrayList<>();
        int first = rows.get(0);
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i) != rows.get(i - 1) + 1) {
                runs.add(new CellAddress(first, column).text() + ":" + new CellAddress(rows.get(i - 1), column).text());
                first = i == rows.size() ? first : rows.get(i);
            }
        }
        return String.join(",", runs);
    }

    /** How many hidden cells begin with a mark. */
    String count(String mark) {
        return "COUNTIF(" + backstage.block() + ",\"" + mark + "*\")";
    }

    /** The sentence above the table. */
    String banner() {
        String unit = Field.UNIT.definedName();
        String start = Field.PERIOD_START.definedName();
        String blanks = backstage.blanks().pinned();
        String errors = backstage.errors().pinned();
        String queries = backstage.queries().pinned();
        String left =
                Excel.sentence(wording.text("template.banner.left", "{0}", "{1}", "{2}"), place -> switch (place) {
                    case "0" ->
                        "IF(" + blanks + ">0,"
                                + Excel.sentence(wording.text("template.banner.blank", "{0}"), p -> blanks) + ",\"\")";
                    case "1" -> errors;
                    default -> queries;
                });
        return "IF(NOT(" + begun() + ")," + Excel.literal(wording.text("template.banner.empty")) + ",IF(" + unit
                + "=\"\"," + Excel.literal(wording.text("template.banner.unit")) + ",\"\")&IF(" + start + "=\"\","
                + Excel.literal(wording.text("template.banner.period")) + ",\"\")&IF(" + blanks + "+" + errors + "+"
                + queries + ">0," + left + ",IF(OR(" + unit + "=\"\"," + start + "=\"\"),\"\","
                + Excel.literal(wording.text("template.banner.ready")) + ")))";
    }

    private String begun() {
        return backstage.filled().pinned() + ">0";
    }
}
