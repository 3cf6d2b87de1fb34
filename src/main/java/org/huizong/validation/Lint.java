package org.huizong.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.formula.FormulaFault;

/** Checks every formula of a catalogue: what it is made of, which names it uses, and that no item computes itself. */
public final class Lint {
    /** Names that are not items; they have a meaning in rules alone. */
    static final Set<String> CONTEXT = Set.of("period_start", "period_end", "as_of", "holidays");

    private static final Set<String> MONEY = Set.of("元", "万元");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}:]+)(?::label)?}");

    private final Catalogue catalogue;
    private final List<Fault> faults = new ArrayList<>();

    private Lint(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Every fault of every formula, by table and line. */
    public static List<Fault> faults(Catalogue catalogue) {
        Lint lint = new Lint(catalogue);
        catalogue.items().stream().filter(Item::isComputed).forEach(lint::item);
        catalogue.rules().forEach(lint::rule);
        catalogue.indicators().forEach(lint::indicator);
        return List.copyOf(lint.faults);
    }

    private void item(Item item) {
        Optional<Formula> formula = parse("items.csv", item, item.formula());
        formula.ifPresent(f -> f.operands().stream()
                .filter(o -> known("items.csv", item, o, Set.of(Name.Span.NOW)))
                .map(o -> catalogue.item(o).orElseThrow())
                .filter(o -> !o.form().equals(item.form()))
                .forEach(o -> fault("items.csv", item, "formula.form", Map.of("value", o.code()))));
        if (formula.isPresent() && reaches(item.code(), item.code(), new LinkedHashSet<>())) {
            fault("items.csv", item, "formula.cycle", Map.of("value", item.code()));
        }
    }

    /** Whether following formulas from one item leads to another. */
    private boolean reaches(String from, String to, Set<String> seen) {
        return catalogue
                .item(from)
                .filter(Item::isComputed)
                .filter(i -> Formula.faults(i.formula()).isEmpty())
                .map(i -> Formula.parse(i.formula()).operands().stream()
                        .anyMatch(o -> o.equals(to) || (seen.add(o) && reaches(o, to, seen))))
                .orElse(false);
    }

    private void rule(Rule rule) {
        messages(rule);
        parse("rules.csv", rule, rule.formula()).ifPresent(formula -> {
            Set<String> forms = formula.operands().stream()
                    .filter(o -> known("rules.csv", rule, o, Set.of(Name.Span.values())))
                    .map(o -> catalogue.item(Name.of(o).item()).orElseThrow().form())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (rule.scope().decides() && forms.size() > 1) {
                fault("rules.csv", rule, "formula.forms", Map.of("value", String.join(", ", forms)));
            }
            boolean register = forms.stream().anyMatch(this::isRegister);
            if ((rule.scope() == Rule.Scope.RECORD) != register && rule.scope().decides() && !forms.isEmpty()) {
                fault("rules.csv", rule, "formula.scope", Map.of("value", String.join(", ", forms)));
            }
            boolean asks = formula.text().toUpperCase(Locale.ROOT).contains("ISBLANK(");
            if (asks && rule.missing() != Rule.Missing.FORMULA) {
                fault("rules.csv", rule, "formula.isblank", Map.of());
            }
        });
    }

    private void indicator(Indicator indicator) {
        parse("indicators.csv", indicator, indicator.formula()).ifPresent(formula -> {
            List<Item> items = formula.operands().stream()
                    .filter(o -> known("indicators.csv", indicator, o, Set.of(Name.Span.NOW)))
                    .map(o -> catalogue.item(o).orElseThrow())
                    .toList();
            items.stream()
                    .filter(i -> !i.type().isNumeric() || i.across() == Item.Across.NONE)
                    .forEach(i -> fault("indicators.csv", indicator, "formula.unadded", Map.of("value", i.code())));
            items.stream()
                    .filter(i -> isOtherMoney(i.measure(), indicator.measure()) && !formula.hasConstant())
                    .limit(1)
                    .forEach(i -> fault(
                            "indicators.csv",
                            indicator,
                            "formula.money",
                            Map.of("value", i.measure(), "measure", indicator.measure())));
        });
    }

    /** 元 and 万元 without the 10000 between them. */
    private static boolean isOtherMoney(String one, String other) {
        return MONEY.contains(one) && MONEY.contains(other) && !one.equals(other);
    }

    /** Every name in a message must be one that the rule can give a value or a label for. */
    private void messages(Rule rule) {
        Matcher matcher = PLACE.matcher(rule.message() + rule.messageEn());
        while (matcher.find()) {
            String item = Name.of(matcher.group(1)).item();
            if (catalogue.item(item).isEmpty()) {
                faults.add(Fault.of(
                        "rules.csv",
                        catalogue.line(rule),
                        "message",
                        "code.unknown",
                        Map.of("value", matcher.group(1), "near", "")));
            }
        }
    }

    private Optional<Formula> parse(String table, Object row, String text) {
        List<FormulaFault> found = Formula.faults(text);
        found.forEach(f -> fault(table, row, "formula." + f.kind(), f.arguments()));
        return found.isEmpty() ? Optional.of(Formula.parse(text)) : Optional.empty();
    }

    /** Whether a name is an item with an allowed prefix; a name that is nothing at all becomes a fault. */
    private boolean known(String table, Object row, String operand, Set<Name.Span> spans) {
        if (CONTEXT.contains(operand)) {
            if (!(row instanceof Rule) && !(row instanceof Item i && isRegister(i.form()))) {
                fault(table, row, "formula.context", Map.of("value", operand));
            }
            return false;
        }
        Name name = Name.of(operand);
        if (catalogue.item(name.item()).isEmpty()) {
            String near = catalogue.items().stream()
                    .map(Item::code)
                    .filter(c -> c.startsWith(
                            name.item().substring(0, Math.min(6, name.item().length()))))
                    .limit(3)
                    .collect(Collectors.joining(", "));
            fault(table, row, "code.unknown", Map.of("value", operand, "near", near));
            return false;
        }
        if (!spans.contains(name.span())) {
            fault(table, row, "formula.prefix", Map.of("value", operand));
        }
        return true;
    }

    private boolean isRegister(String form) {
        return catalogue.returns().stream().anyMatch(r -> r.code().equals(form) && r.kind() == Return.Kind.REGISTER);
    }

    private void fault(String table, Object row, String kind, Map<String, String> arguments) {
        faults.add(Fault.of(table, catalogue.line(row), "formula", kind, arguments));
    }
}
