package org.huizong.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.finding.CellRef;
import org.huizong.finding.Finding;
import org.huizong.period.Period;
import org.huizong.submission.Disposition;
import org.huizong.submission.Observation;
import org.huizong.submission.Value;

/** Holds submissions, units and the township against the catalogue. Not for use by two threads at once. */
public final class Checker {
    private static final String EXPLAIN = "explain.";

    private final Catalogue catalogue;
    private final Calculator calculator;
    private final ItemCheck items;
    private final RuleCheck rules;

    /** A checker for that catalogue, whose formulas {@link Lint} found sound. */
    public Checker(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.calculator = new Calculator(catalogue);
        this.items = new ItemCheck(calculator);
        this.rules = new RuleCheck(catalogue, calculator);
    }

    /** What a check of one submission came to. */
    public record Result(List<Finding> findings, Disposition disposition) {}

    /**
     * Checks one submission of a form.
     *
     * @param form code of its return
     * @param observations its values and explanations
     * @param sheet where it stands, for what has no cell
     * @param reading what reading found, which also decides what becomes of it
     * @param earlier the figures of other periods, by name with prefix
     */
    public Result check(
            String form,
            Period period,
            List<Observation> observations,
            CellRef sheet,
            List<Finding> reading,
            Values earlier) {
        Map<String, Observation> byItem = new HashMap<>();
        observations.forEach(o -> byItem.put(o.item(), o));
        Values values = name -> Optional.ofNullable(byItem.get(name))
                .map(Observation::value)
                .orElseGet(() -> context(name, period).orElseGet(() -> earlier.value(name)));
        List<Finding> findings = new ArrayList<>();
        for (Item item : catalogue.items(form, period.last())) {
            Observation observation =
                    byItem.getOrDefault(item.code(), new Observation(item.code(), "", Value.Gap.BLANK, sheet));
            findings.addAll(items.check(item, observation, values));
        }
        for (Rule rule : catalogue.rules(period.last())) {
            if (rule.scope() == Rule.Scope.RETURN && forms(rule).contains(form)) {
                CellRef where = rule.locate()
                        .flatMap(l -> Optional.ofNullable(byItem.get(l)))
                        .map(Observation::where)
                        .orElse(sheet);
                rules.check(rule, values, where).ifPresent(findings::add);
            }
        }
        return new Result(findings, disposition(findings, reading, byItem));
    }

    /**
     * Checks the rules of one scope, unit or township, against values that are not of one submission.
     *
     * @param owes whether a return is owed; a rule that names none that is does not concern them
     * @param where the cell to blame for an item, or nowhere
     */
    public List<Finding> checkAcross(
            Rule.Scope scope, Period period, Values values, Predicate<String> owes, Function<String, CellRef> where) {
        Values inContext = name -> context(name, period).orElseGet(() -> values.value(name));
        return catalogue.rules(period.last()).stream()
                .filter(r -> r.scope() == scope)
                .filter(r -> forms(r).stream().anyMatch(owes))
                .flatMap(r -> rules.check(r, inContext, r.locate().map(where).orElse(CellRef.NOWHERE)).stream())
                .toList();
    }

    private List<String> forms(Rule rule) {
        return Name.forms(calculator.operands(rule.formula()));
    }

    /** The text that explains a finding; empty if there is none. */
    public static String explanation(Finding finding, List<Observation> observations) {
        return observations.stream()
                .filter(o -> o.item().equals(EXPLAIN + finding.rule()))
                .map(o -> o.value().show())
                .findFirst()
                .orElse("");
    }

    private static Disposition disposition(
            List<Finding> findings, List<Finding> reading, Map<String, Observation> byItem) {
        if (findings.stream().anyMatch(Finding::sendsBack) || reading.stream().anyMatch(Finding::sendsBack)) {
            return Disposition.REJECTED;
        }
        boolean unexplained = Stream.concat(findings.stream(), reading.stream())
                .filter(Finding::asks)
                .anyMatch(f -> !byItem.containsKey(EXPLAIN + f.rule()));
        return unexplained ? Disposition.QUERIED : Disposition.ACCEPTED;
    }

    private static Optional<Value> context(String name, Period period) {
        return switch (name) {
            case "period_start" -> Optional.of(Value.of(period.start()));
            case "period_end" -> Optional.of(Value.of(period.end()));
            default -> Optional.empty();
        };
    }
}
