package org.huizong.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Reference;
import org.huizong.catalogue.Rule;
import org.huizong.finding.CellRef;
import org.huizong.finding.Finding;
import org.huizong.formula.Answer;
import org.huizong.submission.Value;

/** Holds one rule against values: passed, failed or undecided. */
final class RuleCheck {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}:]+)}");

    private final Catalogue catalogue;
    private final Calculator calculator;

    RuleCheck(Catalogue catalogue, Calculator calculator) {
        this.catalogue = catalogue;
        this.calculator = calculator;
    }

    /** Empty if the rule holds. */
    Optional<Finding> check(Rule rule, Values values, CellRef where) {
        return check(rule, values, Directory.NONE, where);
    }

    /** Empty if the rule holds; undecided if it looks into a register of which nothing is on record. */
    Optional<Finding> check(Rule rule, Values values, Directory directory, CellRef where) {
        List<String> unknown = calculator.operands(rule.formula()).stream()
                .filter(name -> catalogue
                        .reference(name)
                        .filter(r -> !directory.has(r.to().form()))
                        .isPresent())
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of(undecided(rule, values, where, "register", "missing", String.join(", ", unknown)));
        }
        List<String> missing = calculator.operands(rule.formula()).stream()
                .filter(name -> !Name.CONTEXT.contains(name))
                .filter(name -> values.value(name).isMissing())
                .toList();
        if (!missing.isEmpty() && rule.missing() == Rule.Missing.SKIP) {
            return Optional.of(undecided(rule, values, where, "missing", "missing", String.join(", ", missing)));
        }
        List<String> words = calculator.operands(rule.formula()).stream()
                .filter(name -> values.value(name) instanceof Value.Text && !isWords(name))
                .toList();
        if (!words.isEmpty()) {
            return Optional.of(undecided(rule, values, where, "text", "missing", String.join(", ", words)));
        }
        if (!missing.isEmpty() && rule.missing() == Rule.Missing.FAIL) {
            return Optional.of(failed(rule, values, where));
        }
        Answer answer = calculator.answer(rule.formula(), values::value);
        if (answer instanceof Answer.Verdict verdict) {
            return verdict.holds() ? Optional.empty() : Optional.of(failed(rule, values, where));
        }
        String error = answer instanceof Answer.Failure f ? f.error() : String.valueOf(answer);
        return Optional.of(undecided(rule, values, where, "error", "error", error));
    }

    private Finding failed(Rule rule, Values values, CellRef where) {
        Map<String, String> arguments = arguments(rule, values);
        if (!rule.days().isEmpty()) {
            calculator
                    .number(rule.days(), values::value)
                    .ifPresent(days -> arguments.put("days", Value.of(days).show()));
        }
        return Finding.failed(rule.id(), rule.severity(), where, arguments);
    }

    /** Whether words are what the item asks for: Excel would hold any text to be greater than any number. */
    private boolean isWords(String operand) {
        return catalogue
                .item(Name.ofEither(Name.of(operand).item()))
                .or(() -> catalogue.reference(operand).map(Reference::to))
                .map(Item::type)
                .filter(t -> t == ItemType.TEXT || t == ItemType.CHOICE || t == ItemType.IDENTITY)
                .isPresent();
    }

    private Finding undecided(Rule rule, Values values, CellRef where, String reason, String name, String value) {
        Map<String, String> arguments = arguments(rule, values);
        arguments.put("reason", reason);
        arguments.put(name, value);
        return Finding.undecided(rule.id(), rule.severity(), where, arguments);
    }

    /** Every value that the formula or the message names, as text; a blank is left out. */
    private Map<String, String> arguments(Rule rule, Values values) {
        Map<String, String> arguments = new TreeMap<>();
        rule.locate().ifPresent(item -> arguments.put("item", item));
        String named = calculator.operands(rule.formula()).stream().collect(Collectors.joining("}{", "{", "}"));
        Matcher matcher = PLACE.matcher(named + rule.message() + rule.messageEn());
        while (matcher.find()) {
            Value value = values.value(matcher.group(1));
            if (!value.isMissing()) {
                arguments.put(matcher.group(1), value.show());
            }
        }
        return arguments;
    }
}
