package org.huizong.validation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Reference;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Decision;
import org.huizong.formula.Formula;
import org.huizong.formula.Workdays;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Derivation;
import org.huizong.model.Finding;
import org.huizong.model.Ground;
import org.huizong.model.Reason;
import org.huizong.model.Value;

/**
 * Holds one rule against values: passed, failed or undecided.
 *
 * <p>A finding carries every value that the rule or its message names, and one that failed why it did.
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
            return Optional.of(undecided(rule, values, where, new Reason.NoRegister(unknown)));
        }
        Decision decision = rule.missing()
                .decide(calculator.formula(rule.formula()), name -> Calculator.state(name, values::value));
        if (decision instanceof Decision.Unknown unanswered) {
            List<Reason.Lack> lacks = unanswered.operands().stream()
                    .map(name -> new Reason.Lack(name, values.lacking(name)))
                    .toList();
            return Optional.of(undecided(rule, values, where, new Reason.Missing(lacks)));
        }
        List<String> words = calculator.operands(rule.formula()).stream()
                .filter(name -> values.value(name) instanceof Value.Text && !isWords(name))
                .toList();
        if (!words.isEmpty()) {
            return Optional.of(undecided(rule, values, where, new Reason.NoNumber(words)));
        }
        if (decision instanceof Decision.Failed blank) {
            return Optional.of(failed(rule, values, where, blanks(blank.operands())));
        }
        Value answer = calculator.answer(calculator.formula(rule.formula()), values::value);
        if (answer instanceof Value.Logical verdict) {
            return verdict.isTrue()
                    ? Optional.empty()
                    : Optional.of(failed(rule, values, where, grounds(rule, values)));
        }
        String error = answer instanceof Value.CellError f ? f.code() : answer.show();
        return Optional.of(undecided(rule, values, where, why(error, rule, values)));
    }

    private Reason why(String error, Rule rule, Values values) {
        if (error.equals(DIVISION_BY_ZERO)) {
            return new Reason.DivisionByZero(divisor(rule, values));
        }
        List<Integer> years = error.equals(Workdays.UNKNOWN)
                ? calculator.unlistedYears(rule.formula(), values::value).stream()
                        .limit(MOST_YEARS)
                        .toList()
                : List.of();
        return years.isEmpty() ? new Reason.Failure(error) : new Reason.UnknownYears(years);
    }

    /** What is divided by that is 0, as a formula; empty if it is not to be found. */
    private String divisor(Rule rule, Values values) {
        return calculator.formula(rule.formula()).divisors().stream()
                .filter(d -> calculator.number(d, values::value).equals(Optional.of(BigDecimal.ZERO)))
                .findFirst()
                .map(Formula::text)
                .orElse("");
    }

    private Finding failed(Rule rule, Values values, CellRef where, List<Ground> grounds) {
        Optional<BigDecimal> days =
                rule.days().isEmpty() ? Optional.empty() : calculator.number(rule.days(), values::value);
        return finding(rule, values, where).by(Derivation.failed(grounds, days));
    }

    private List<Ground> grounds(Rule rule, Values values) {
        return calculator.formula(rule.formula()).grounds(part -> calculator.clean(part, values::value), Name.CONTEXT);
    }

    private static List<Ground> blanks(List<String> names) {
        return names.stream().map(name -> Ground.of("ISBLANK(" + name + ")")).toList();
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

    private Finding undecided(Rule rule, Values values, CellRef where, Reason why) {
        return finding(rule, values, where).by(Derivation.undecided(why));
    }

    /** The names whose values are asked for when a rule is checked. */
    Set<String> names(Rule rule) {
        Set<String> names = named(rule);
        if (!rule.days().isEmpty()) {
            names.addAll(calculator.operands(rule.days()));
        }
        return names;
    }

    /** What the formula or the message names. */
    private Set<String> named(Rule rule) {
        Set<String> names = new LinkedHashSet<>(calculator.operands(rule.formula()));
        Matcher matcher = PLACE.matcher(rule.message() + rule.messageEn());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** With every value that the formula or the message names; a blank is left out. */
    private Finding finding(Rule rule, Values values, CellRef where) {
        Map<String, Argument> arguments = new HashMap<>();
        for (String name : named(rule)) {
            Value value = values.value(name);
            if (!value.isMissing()) {
                Argument shown = Argument.of(value);
                arguments.put(name, values.isBaseline(name) ? new Argument.OfBaseline(shown) : shown);
            }
        }
        return Finding.failed(rule.id(), rule.severity(), where)
                .ofItem(rule.locate().orElse(""))
                .with(arguments);
    }
}
