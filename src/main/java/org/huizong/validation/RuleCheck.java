package org.huizong.validation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Reference;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Decision;
import org.huizong.formula.Formula;
import org.huizong.formula.Kind;
import org.huizong.formula.Workdays;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Value;

/**
 * Holds one rule against values: passed, failed or undecided.
 *
 * <p>A finding carries every value that the rule or its message names, and one that failed what those parts of the
 * formula came to that need no item. One that is undecided carries as {@code reason} why: a value is {@code missing}, a
 * {@code text} stands where a number belongs, a divisor is {@code zero}, the {@code calendar} of some {@code years} is unknown, or there
 * is another {@code error}. As
 * {@code missing} it names what is to blame, and for each such name as {@code name:units} whose returns a total lacks. As
 * {@code baseline} it names the values in which a baseline figure is.
 */
final class RuleCheck {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}:]+)}");
    private static final String DIVISION_BY_ZERO = "#DIV/0!";

    /** A day of the year 2206 is a slip; the first years say enough. */
    private static final int MOST_YEARS = 3;

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
            return Optional.of(undecided(rule, values, where, Map.of("reason", "register", "missing", list(unknown))));
        }
        Decision decision = rule.missing()
                .decide(calculator.formula(rule.formula()), name -> Calculator.state(name, values::value));
        if (decision instanceof Decision.Unknown lacks) {
            Map<String, String> why = new TreeMap<>(Map.of("reason", "missing", "missing", list(lacks.operands())));
            for (String name : lacks.operands()) {
                List<String> units = values.lacking(name);
                if (!units.isEmpty()) {
                    why.put(name + ":units", list(units));
                }
            }
            return Optional.of(undecided(rule, values, where, why));
        }
        List<String> words = calculator.operands(rule.formula()).stream()
                .filter(name -> values.value(name) instanceof Value.Text && !isWords(name))
                .toList();
        if (!words.isEmpty()) {
            return Optional.of(undecided(rule, values, where, Map.of("reason", "text", "missing", list(words))));
        }
        if (decision instanceof Decision.Failed) {
            return Optional.of(failed(rule, values, where));
        }
        Value answer = calculator.answer(calculator.formula(rule.formula()), values::value);
        if (answer instanceof Value.Logical verdict) {
            return verdict.isTrue() ? Optional.empty() : Optional.of(failed(rule, values, where));
        }
        String error = answer instanceof Value.CellError f ? f.code() : answer.show();
        return Optional.of(undecided(rule, values, where, why(error, rule, values)));
    }

    private Map<String, String> why(String error, Rule rule, Values values) {
        if (error.equals(DIVISION_BY_ZERO)) {
            return Map.of("reason", "zero", "divisor", divisor(rule, values));
        }
        String years = error.equals(Workdays.UNKNOWN)
                ? calculator.unlistedYears(rule.formula(), values::value).stream()
                        .limit(MOST_YEARS)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))
                : "";
        return years.isEmpty()
                ? Map.of("reason", "error", "error", error)
                : Map.of("reason", "calendar", "years", years);
    }

    private static String list(Collection<String> codes) {
        return String.join(", ", codes);
    }

    /** What is divided by that is 0, as a formula; empty if it is not to be found. */
    private String divisor(Rule rule, Values values) {
        return calculator.formula(rule.formula()).divisors().stream()
                .filter(d -> calculator.number(d, values::value).equals(Optional.of(BigDecimal.ZERO)))
                .findFirst()
                .map(Formula::text)
                .orElse("");
    }

    /** What the parts come to that need no item, under {@code =} and the part: MONTH(period_end)-1 is 2 in March. */
    private Map<String, String> known(Rule rule, Values values) {
        Map<String, String> known = new TreeMap<>();
        for (Formula part : calculator.formula(rule.formula()).parts(RuleCheck::needsNoItem)) {
            Value answer = calculator.answer(part, values::value);
            if (answer instanceof Value.Quantity n) {
                known.put('=' + part.text(), Calculator.clean(n.number()).toPlainString());
            } else if (answer instanceof Value.Logical v) {
                known.put('=' + part.text(), v.isTrue() ? "TRUE" : "FALSE");
            }
        }
        return known;
    }

    private static boolean needsNoItem(Formula part) {
        return Name.CONTEXT.containsAll(part.operands()) && part.kind(o -> Kind.DATE) != Kind.DATE;
    }

    private Finding failed(Rule rule, Values values, CellRef where) {
        Map<String, String> arguments = arguments(rule, values);
        arguments.putAll(known(rule, values));
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

    private Finding undecided(Rule rule, Values values, CellRef where, Map<String, String> why) {
        Map<String, String> arguments = arguments(rule, values);
        arguments.putAll(why);
        return Finding.undecided(rule.id(), rule.severity(), where, arguments);
    }

    /** Every value that the formula or the message names, as text; a blank is left out. */
    private Map<String, String> arguments(Rule rule, Values values) {
        Map<String, String> arguments = new TreeMap<>();
        rule.locate().ifPresent(item -> arguments.put("item", item));
        String named = calculator.operands(rule.formula()).stream().collect(Collectors.joining("}{", "{", "}"));
        Matcher matcher = PLACE.matcher(named + rule.message() + rule.messageEn());
        Set<String> baseline = new TreeSet<>();
        while (matcher.find()) {
            String name = matcher.group(1);
            Value value = values.value(name);
            if (!value.isMissing()) {
                arguments.put(name, value.show());
                if (values.isBaseline(name)) {
                    baseline.add(name);
                }
            }
        }
        if (!baseline.isEmpty()) {
            arguments.put("baseline", list(baseline));
        }
        return arguments;
    }
}
