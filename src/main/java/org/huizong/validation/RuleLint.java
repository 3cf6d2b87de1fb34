package org.huizong.validation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Reference;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.formula.Kind;
import org.huizong.formula.MissingPolicy;

/** What may be wrong with a rule: its formula for its scope, the item it blames, the places in its messages. */
final class RuleLint {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}:]+)(?::label)?}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    private final Catalogue catalogue;
    private final FormulaLint formulas;

    RuleLint(Catalogue catalogue, FormulaLint formulas) {
        this.catalogue = catalogue;
        this.formulas = formulas;
    }

    void check(Rule rule) {
        Optional<Formula> parsed = formulas.parse(Lint.RULES, rule, rule.formula());
        Set<String> forms = new LinkedHashSet<>();
        if (parsed.isPresent()) {
            Formula formula = parsed.get();
            Set<Name.Span> spans = rule.scope().ofRecords() ? Set.of(Name.Span.NOW) : Set.of(Name.Span.values());
            List<Item> items = formulas.items(Lint.RULES, rule, formula, Name.CONTEXT, spans, rule.scope());
            items.forEach(i -> forms.add(i.form()));
            scope(rule, formula, items, forms);
            formulas.months(Lint.RULES, rule, rule.validity(), items);
            formulas.kinds(Lint.RULES, rule, formula, Kind.VERDICT);
            if (formula.calls("ISBLANK") && rule.missing() != MissingPolicy.FORMULA) {
                fault(rule, "missing", "formula.isblank", Map.of());
            }
        }
        days(rule);
        message(rule, "message", rule.message(), forms);
        if (!rule.messageEn().equals(rule.message())) {
            message(rule, "message_en", rule.messageEn(), forms);
        }
    }

    /** What a failure counts: a number made of what the rule itself may use. */
    private void days(Rule rule) {
        FormulaLint lint = formulas.in("days");
        lint.parse(Lint.RULES, rule, rule.days()).ifPresent(formula -> {
            lint.items(Lint.RULES, rule, formula, Name.CONTEXT, Set.of(Name.Span.NOW), rule.scope());
            lint.kinds(Lint.RULES, rule, formula, Kind.NUMBER);
        });
    }

    private void scope(Rule rule, Formula formula, List<Item> items, Set<String> forms) {
        String named = String.join(", ", forms);
        if (formula.operands().stream().allMatch(Name.CONTEXT::contains)) {
            fault(rule, "formula", "formula.constant", Map.of());
        }
        if (rule.scope().decides() || rule.scope().ofRecords()) {
            boolean register = forms.stream().anyMatch(catalogue::isRegister);
            if (forms.size() > 1) {
                fault(rule, "formula", "formula.forms", Map.of("value", named));
            } else if (!forms.isEmpty() && rule.scope().ofRecords() != register) {
                fault(rule, "scope", "formula.scope", Map.of("value", named));
            }
            if (rule.scope() == Rule.Scope.PAIR
                    && formula.settledByDifference(Name.OTHER).isEmpty()) {
                fault(rule, "formula", "formula.pair", Map.of());
            }
        } else {
            items.stream()
                    .filter(i -> !i.type().isNumeric())
                    .forEach(i -> fault(rule, "formula", "formula.unnumbered", Map.of("value", i.code())));
            items.stream()
                    .filter(i -> rule.scope() == Rule.Scope.TOWNSHIP && i.type().isNumeric())
                    .filter(i -> i.across() == Item.Across.NONE)
                    .forEach(i -> fault(rule, "formula", "formula.unadded", Map.of("value", i.code())));
        }
        rule.locate()
                .flatMap(catalogue::item)
                .filter(i -> !forms.isEmpty() && !forms.contains(i.form()))
                .ifPresent(i -> fault(rule, "locate", "rule.locate", Map.of("value", i.code(), "forms", named)));
    }

    /** Every place in a message must be one that the rule can give a value or a label for. */
    private void message(Rule rule, String column, String message, Set<String> forms) {
        Matcher matcher = PLACE.matcher(message);
        while (matcher.find()) {
            String place = Name.ofEither(matcher.group(1));
            Optional<Item> item = catalogue
                    .item(Name.of(place).item())
                    .or(() -> catalogue.reference(place).map(Reference::from));
            boolean days = place.equals("days") && !rule.days().isEmpty();
            if (days || (Name.CONTEXT.contains(place) && !place.equals("holidays"))) {
                continue;
            }
            if (item.isEmpty()) {
                formulas.unknown(Lint.RULES, rule, column, place);
            } else if ((rule.scope().decides() || rule.scope().ofRecords())
                    && !forms.isEmpty()
                    && !forms.contains(item.get().form())) {
                fault(
                        rule,
                        column,
                        "message.form",
                        Map.of("value", place, "forms", forms.stream().collect(Collectors.joining(", "))));
            }
        }
        if (BRACE.matcher(matcher.replaceAll("")).find()) {
            fault(rule, column, "message.brace", Map.of("value", "{item.code}", "label", "{item.code:label}"));
        }
    }

    private void fault(Rule rule, String column, String kind, Map<String, String> arguments) {
        formulas.fault(Lint.RULES, rule, column, kind, arguments);
    }
}
