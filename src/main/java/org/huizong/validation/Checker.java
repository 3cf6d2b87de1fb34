package org.huizong.validation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
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
    private final LocalDate asOf;
    private final Calculator calculator;
    private final ItemCheck items;
    private final RuleCheck rules;
    private final Explanations explanations;
    private final Map<Asked, List<Rule>> ofReturn = new HashMap<>();

    /** A return as it is asked in a month: its rules are found once for thousands of submissions. */
    private record Asked(String form, YearMonth month) {}

    /**
     * A checker for that catalogue, whose formulas {@link Lint} found sound.
     *
     * @param asOf the day on which it is checked, {@code as_of} in a rule
     */
    public Checker(Catalogue catalogue, LocalDate asOf) {
        this.catalogue = catalogue;
        this.asOf = asOf;
        this.calculator = new Calculator(catalogue);
        this.items = new ItemCheck(calculator);
        this.rules = new RuleCheck(catalogue, calculator);
        this.explanations = new Explanations(catalogue);
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
        Values values = new InContext(new Sent(byItem, earlier), period, asOf);
        List<Finding> findings = new ArrayList<>();
        for (Item item : catalogue.items(form, period.last())) {
            Observation observation =
                    byItem.getOrDefault(item.code(), new Observation(item.code(), "", Value.Gap.BLANK, sheet));
            findings.addAll(items.check(item, observation, values));
        }
        for (Rule rule : ofReturn.computeIfAbsent(new Asked(form, period.last()), this::rules)) {
            CellRef where = rule.locate()
                    .flatMap(l -> Optional.ofNullable(byItem.get(l)))
                    .map(Observation::where)
                    .orElse(sheet);
            rules.check(rule, values, where)
                    .map(f -> f.asks() ? withExplanation(f, byItem) : f)
                    .ifPresent(findings::add);
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
        Values inContext = new InContext(values, period, asOf);
        return catalogue.rules(period.last()).stream()
                .filter(r -> r.scope() == scope)
                .filter(r -> forms(r).stream().anyMatch(owes))
                .flatMap(r -> rules.check(r, inContext, r.locate().map(where).orElse(CellRef.NOWHERE)).stream())
                .toList();
    }

    private List<Rule> rules(Asked asked) {
        return catalogue.rules(asked.month()).stream()
                .filter(r -> r.scope() == Rule.Scope.RETURN && forms(r).contains(asked.form()))
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

    /** A query with an explanation that says nothing carries it. */
    private Finding withExplanation(Finding query, Map<String, Observation> byItem) {
        return explanation(query, byItem)
                .filter(explanations::sayNothing)
                .map(query::explainedByNothing)
                .orElse(query);
    }

    private static Optional<String> explanation(Finding finding, Map<String, Observation> byItem) {
        return Optional.ofNullable(byItem.get(EXPLAIN + finding.rule()))
                .map(o -> o.value().show());
    }

    private Disposition disposition(List<Finding> findings, List<Finding> reading, Map<String, Observation> byItem) {
        if (findings.stream().anyMatch(Finding::sendsBack) || reading.stream().anyMatch(Finding::sendsBack)) {
            return Disposition.REJECTED;
        }
        boolean unexplained = Stream.concat(findings.stream(), reading.stream())
                .filter(Finding::asks)
                .map(f -> explanation(f, byItem))
                .anyMatch(e -> e.filter(text -> !explanations.sayNothing(text)).isEmpty());
        return unexplained ? Disposition.QUERIED : Disposition.ACCEPTED;
    }

    /** What a submission says, and of all else what is on record. */
    private static final class Sent implements Values {
        private final Map<String, Observation> byItem;
        private final Values earlier;

        /** What was asked of other periods: rules ask again and again, and some of it must be worked out. */
        private final Map<String, Value> known = new HashMap<>();

        Sent(Map<String, Observation> byItem, Values earlier) {
            this.byItem = byItem;
            this.earlier = earlier;
        }

        @Override
        public Value value(String operand) {
            Observation observation = byItem.get(operand);
            return observation == null ? known.computeIfAbsent(operand, earlier::value) : observation.value();
        }

        @Override
        public List<String> lacking(String operand) {
            return byItem.containsKey(operand) ? List.of() : earlier.lacking(operand);
        }

        @Override
        public boolean isBaseline(String operand) {
            return !byItem.containsKey(operand) && earlier.isBaseline(operand);
        }
    }
}
