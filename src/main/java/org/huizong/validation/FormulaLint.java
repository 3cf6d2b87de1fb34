package org.huizong.validation;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Faults;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Reference;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.formula.FormulaFault;
import org.huizong.formula.Kind;
import org.huizong.formula.ParsedFormula;
import org.huizong.model.Validity;

/** What may be wrong with any formula, wherever in the catalogue it stands. */
final class FormulaLint {
    /** The first and the last day of the period, and the weekdays off. */
    static final Set<String> DAYS_OF_PERIOD = Set.of("period_start", "period_end", "holidays");

    private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE");

    private final Catalogue catalogue;
    private final Faults faults;
    private final String column;

    /** What a name without a prefix may be meant for. */
    private final List<String> known;

    /** What a name with a prefix may be meant for. */
    private final List<String> spanned;

    /** Names that are no items and may be used all the same. */
    private final Set<String> more;

    /** Puts what it finds among those faults. */
    FormulaLint(Catalogue catalogue, Faults faults) {
        this(
                catalogue,
                faults,
                "formula",
                names(catalogue, Name.Span.NOW),
                names(catalogue, Name.Span.values()),
                Set.of());
    }

    private FormulaLint(
            Catalogue catalogue,
            Faults faults,
            String column,
            List<String> known,
            List<String> spanned,
            Set<String> more) {
        this.catalogue = catalogue;
        this.faults = faults;
        this.column = column;
        this.known = known;
        this.spanned = spanned;
        this.more = more;
    }

    /** The same for formulas that stand in another column. */
    FormulaLint in(String other) {
        return new FormulaLint(catalogue, faults, other, known, spanned, more);
    }

    /** The same for formulas that may use these names too, each as it stands here and without a further prefix. */
    FormulaLint knowing(Set<String> names) {
        return new FormulaLint(
                catalogue,
                faults,
                column,
                Stream.concat(known.stream(), names.stream()).toList(),
                Stream.concat(spanned.stream(), names.stream()).toList(),
                names);
    }

    private static List<String> names(Catalogue catalogue, Name.Span... spans) {
        return Stream.concat(
                        Name.CONTEXT.stream(),
                        Stream.of(spans)
                                .flatMap(span -> catalogue.items().stream().map(i -> span.prefix() + i.code())))
                .toList();
    }

    /** The formula, if it is one; faults otherwise. An empty text is a fault of the table's shape, not of this. */
    Optional<Formula> parse(String table, Object row, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        ParsedFormula parsed = catalogue.parsed(text);
        if (parsed.formula().isPresent()) {
            return parsed.formula();
        }
        for (FormulaFault fault : parsed.faults()) {
            switch (fault.kind()) {
                case "name" -> {
                    // it is named below, with the code that is meant
                }
                case "function" -> function(table, row, fault.arguments().getOrDefault("value", ""));
                default -> fault(table, row, "formula." + fault.kind(), fault.arguments());
            }
        }
        // a formula that cannot be read may still show which of its codes are wrong
        Formula.names(text).stream()
                .filter(n -> !CONSTANTS.contains(n) && !Name.CONTEXT.contains(n))
                .filter(n -> !more.contains(n) && !more.contains(Name.of(n).item()))
                .filter(n -> catalogue.item(Name.ofEither(Name.of(n).item())).isEmpty()
                        && catalogue.reference(n).isEmpty())
                .filter(n -> n.contains(".") || !Formula.functions().contains(n))
                .forEach(n -> unknown(table, row, column, n));
        return Optional.empty();
    }

    private void function(String table, Object row, String name) {
        // TODAY is not a slip for WORKDAYS
        String near = faults.near(
                name,
                Formula.functions().stream()
                        .filter(f -> f.regionMatches(true, 0, name, 0, 1))
                        .toList());
        fault(
                table,
                row,
                near.isEmpty() ? "formula.function.none" : "formula.function",
                Map.of("value", name, "near", near, "known", String.join(" ", Formula.functions())));
    }

    /**
     * The items that a formula names, each once; a name that is nothing at all becomes a fault.
     *
     * @param days names of days and lists of days that it may use
     * @param spans prefixes that it may use
     */
    List<Item> items(String table, Object row, Formula formula, Set<String> days, Set<Name.Span> spans) {
        return items(table, row, formula, days, spans, Rule.Scope.RETURN);
    }

    /**
     * The items that a formula names, as above.
     *
     * @param scope what the formula is held against; over records it may ask what the record of another register says
     */
    List<Item> items(
            String table, Object row, Formula formula, Set<String> days, Set<Name.Span> spans, Rule.Scope scope) {
        Set<Item> items = new LinkedHashSet<>();
        for (String named : formula.operands()) {
            String operand = scope == Rule.Scope.PAIR ? Name.ofEither(named) : named;
            if (Name.CONTEXT.contains(operand)) {
                if (!days.contains(operand)) {
                    fault(table, row, "formula.context", Map.of("value", operand));
                }
                continue;
            }
            Name name = Name.of(operand);
            if (more.contains(operand)) {
                continue;
            }
            if (more.contains(name.item())) {
                fault(table, row, "formula.prefix", Map.of("value", operand));
                continue;
            }
            Optional<Item> item = catalogue.item(name.item());
            Optional<Reference> reference = catalogue.reference(operand);
            if (reference.isPresent()) {
                items.add(reference.get().from());
                if (scope != Rule.Scope.RECORD) {
                    fault(table, row, "formula.reference", Map.of("value", operand));
                }
                continue;
            }
            if (item.isEmpty()) {
                unknown(table, row, column, operand);
                continue;
            }
            items.add(item.get());
            if (!spans.contains(name.span())) {
                fault(table, row, "formula.prefix", Map.of("value", operand));
            } else if (name.span() != Name.Span.NOW && !item.get().type().isNumeric()) {
                fault(table, row, "formula.prefix.text", Map.of("value", operand));
            } else if (name.span() == Name.Span.YTD && item.get().time() == Item.Time.NONE) {
                fault(table, row, "formula.prefix.time", Map.of("value", operand));
            }
        }
        return List.copyOf(items);
    }

    /** Whether the parts go together, and texts are Chinese labels of what their items can hold. */
    void kinds(String table, Object row, Formula formula, Kind wanted) {
        formula.faults(catalogue::kind, wanted).forEach(f -> fault(table, row, "formula." + f.kind(), f.arguments()));
        formula.comparedTexts()
                .forEach((name, texts) -> catalogue
                        .item(name)
                        .filter(i -> i.type() == ItemType.CHOICE)
                        .ifPresent(i -> texts.stream()
                                .filter(t -> catalogue.choices(i.choices()).stream()
                                        .noneMatch(c -> c.label().equalsIgnoreCase(t)))
                                .forEach(t -> fault(
                                        table,
                                        row,
                                        "formula.choice",
                                        Map.of("value", t, "item", name, "known", labels(i))))));
    }

    private String labels(Item item) {
        return String.join(
                ", ",
                catalogue.choices(item.choices()).stream().map(Choice::label).toList());
    }

    /** Every item must be asked in every month in which a rule or a sum uses it, or nothing would ever come of it. */
    void months(String table, Object row, Validity used, List<Item> items) {
        for (Item item : items) {
            List<Validity> asked = catalogue.definitions(item.code()).stream()
                    .map(Item::validity)
                    .toList();
            gap(used, asked)
                    .ifPresent(month -> fault(
                            table, row, "formula.months", Map.of("value", item.code(), "month", month.toString())));
        }
    }

    /** A month in which something is used but not asked: it can only be one beside a beginning or an end. */
    private static Optional<YearMonth> gap(Validity used, List<Validity> asked) {
        return asked.stream()
                .flatMap(v -> Stream.of(
                        v.from().map(m -> m.minusMonths(1)),
                        v.until().map(m -> m.plusMonths(1)),
                        used.from(),
                        used.until()))
                .flatMap(Optional::stream)
                .filter(used::covers)
                .filter(m -> asked.stream().noneMatch(v -> v.covers(m)))
                .findFirst();
    }

    /** A code that is none, with those it may be meant for. */
    void unknown(String table, Object row, String column, String operand) {
        boolean prefixed = operand.indexOf('.') != operand.lastIndexOf('.');
        String near = faults.near(operand, prefixed ? spanned : known);
        String kind = near.isEmpty() ? "code.none" : "code.unknown";
        fault(table, row, column, kind, Map.of("value", operand, "near", near));
    }

    void fault(String table, Object row, String kind, Map<String, String> arguments) {
        fault(table, row, column, kind, arguments);
    }

    void fault(String table, Object row, String column, String kind, Map<String, String> arguments) {
        faults.add(table, catalogue.line(row), column, kind, arguments);
    }
}
