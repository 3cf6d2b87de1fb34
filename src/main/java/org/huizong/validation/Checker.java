package org.huizong.validation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Rule;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.FindingLimit;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;

/** Holds submissions, units and the township against the catalogue. Not for use by two threads at once. */
public final class Checker {
    private final Catalogue catalogue;
    private final LocalDate asOf;
    private final Calculator calculator;
    private final ItemCheck items;
    private final RuleCheck rules;
    private final Explanations explanations;
    private final Map<Asked, Held> ofReturn = new HashMap<>();

    /** A return as it is asked in a month. */
    private record Asked(String form, YearMonth month, Reporter reporter) {}

    /** What a return is held against, found once for thousands of submissions. */
    private record Held(List<Item> items, List<Rule> rules, Causes causes) {}

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

    /**
     * What a check of one submission came to.
     *
     * @param findings what it found
     * @param disposition what becomes of the submission
     * @param explanations what the submission says to explain what is asked about it
     */
    public record Result(List<Finding> findings, Disposition disposition, GivenExplanations explanations) {}

    /**
     * Checks one submission; less is asked of a unit that reports for many.
     *
     * @param unit code of the unit
     * @param form code of its return
     * @param observations its values and explanations
     * @param sheet where it stands, for what has no cell
     * @param reading what reading found, which also decides what becomes of it
     * @param earlier the figures of other periods, by name with prefix
     * @param directory the records of other registers, to which it may point
     */
    public Result check(
            String unit,
            String form,
            Period period,
            List<Observation> observations,
            CellRef sheet,
            List<Finding> reading,
            Values earlier,
            Directory directory) {
        List<Finding> findings = FindingLimit.apply(
                catalogue.isRegister(form)
                        ? records(form, period, observations, sheet, reading, directory)
                        : cells(Reporter.of(catalogue, unit), form, period, observations, sheet, reading, earlier),
                sheet);
        GivenExplanations given = explanations(observations);
        return new Result(
                findings.stream().map(given::remarked).toList(), disposition(findings, reading, given), given);
    }

    private List<Finding> records(
            String form,
            Period period,
            List<Observation> observations,
            CellRef sheet,
            List<Finding> reading,
            Directory directory) {
        Held held = held(new Asked(form, period.last(), Reporter.ONE), Rule.Scope.RECORD);
        Values days = new InContext(name -> Value.Gap.BLANK, period, asOf);
        return new RecordCheck(catalogue, items, rules, held.causes(), directory)
                .check(held.items(), held.rules(), observations, sheet, reading, days);
    }

    private List<Finding> cells(
            Reporter reporter,
            String form,
            Period period,
            List<Observation> observations,
            CellRef sheet,
            List<Finding> reading,
            Values earlier) {
        Held held = held(new Asked(form, period.last(), reporter), Rule.Scope.RETURN);
        Map<String, Observation> byItem = new HashMap<>();
        observations.forEach(o -> byItem.put(o.item(), o));
        Values values = new InContext(new Sent(byItem, earlier), period, asOf);
        List<Finding> ofItems = new ArrayList<>();
        for (Item item : held.items()) {
            Observation observation =
                    byItem.getOrDefault(item.code(), new Observation(item.code(), "", Value.Gap.BLANK, sheet));
            ofItems.addAll(items.check(item, observation, values, reporter));
        }
        List<Finding> ofRules = new ArrayList<>();
        for (Rule rule : held.rules()) {
            CellRef where = rule.locate()
                    .flatMap(l -> Optional.ofNullable(byItem.get(l)))
                    .map(Observation::where)
                    .orElse(sheet);
            rules.check(rule, values, where).ifPresent(ofRules::add);
        }
        List<Finding> findings = held.causes().of(reading, ofItems, ofRules);
        findings.addAll(Causes.unasked(
                HistoryCheck.check(held.items(), byItem, period, sheet, values),
                Stream.concat(reading.stream(), findings.stream())));
        return findings;
    }

    /**
     * Checks the rules of one scope, unit or township, against values that are not of one submission.
     *
     * @param owes whether a return is owed; a unit that does not owe all that a rule names is not concerned by it, nor is the
     *     township if nobody owes any
     * @param where the cell to blame for an item, or nowhere
     */
    public List<Finding> checkAcross(
            Rule.Scope scope, Period period, Values values, Predicate<String> owes, Function<String, CellRef> where) {
        Values inContext = new InContext(values, period, asOf);
        return catalogue.rules(period.last()).stream()
                .filter(r -> r.scope() == scope)
                .filter(r -> scope == Rule.Scope.UNIT
                        ? forms(r).stream().allMatch(owes)
                        : forms(r).stream().anyMatch(owes))
                .flatMap(r -> rules.check(r, inContext, r.locate().map(where).orElse(CellRef.NOWHERE)).stream())
                .toList();
    }

    /** The names whose values a rule or its message speaks of. */
    public Set<String> names(Rule rule) {
        return rules.names(rule);
    }

    /**
     * Holds a rule over two records of a register against two of them; nothing if it cannot be decided.
     *
     * @param one values of the one by code, which the finding is about
     * @param other values of the other
     * @param where the cell to blame
     */
    public Optional<Finding> checkPair(
            Rule rule, Period period, Map<String, Value> one, Map<String, Value> other, CellRef where) {
        Values values = name -> {
            Map<String, Value> record = name.startsWith(Name.OTHER) ? other : one;
            String code = Name.ofEither(name);
            Value value = record.getOrDefault(code, Value.Gap.BLANK);
            return catalogue
                    .item(code)
                    .map(i -> Choices.inFormula(catalogue, i, value))
                    .orElse(value);
        };
        return rules.check(rule, new InContext(values, period, asOf), where).filter(Finding::hasFailed);
    }

    /** The items that two records must agree in for a rule over two of them to fail. */
    public List<String> agreement(Rule rule) {
        return List.copyOf(calculator.formula(rule.formula()).settledByDifference(Name.OTHER));
    }

    /** The items that a rule over two records speaks of. */
    public List<String> items(Rule rule) {
        return Stream.concat(
                        calculator.operands(rule.formula()).stream(),
                        rule.days().isEmpty() ? Stream.empty() : calculator.operands(rule.days()).stream())
                .map(Name::ofEither)
                .filter(n -> n.contains("."))
                .distinct()
                .toList();
    }

    private Held held(Asked asked, Rule.Scope scope) {
        return ofReturn.computeIfAbsent(asked, a -> {
            List<Item> asks = catalogue.items(a.form(), a.month());
            List<Rule> checks = catalogue.rules(a.month()).stream()
                    .filter(r -> r.scope() == scope && forms(r).contains(a.form()))
                    .filter(r -> a.reporter().isHeldAgainst(r, calculator.operands(r.formula())))
                    .toList();
            return new Held(asks, checks, new Causes(catalogue, calculator, asks, checks));
        });
    }

    private List<String> forms(Rule rule) {
        return Name.forms(calculator.operands(rule.formula()));
    }

    /** What the values of one submission say to explain what is asked about it. */
    public GivenExplanations explanations(List<Observation> observations) {
        return new GivenExplanations(catalogue, explanations, observations);
    }

    private Disposition disposition(List<Finding> findings, List<Finding> reading, GivenExplanations given) {
        if (findings.stream().anyMatch(Finding::sendsBack) || reading.stream().anyMatch(Finding::sendsBack)) {
            return Disposition.REJECTED;
        }
        boolean unexplained = Stream.concat(findings.stream(), reading.stream())
                .filter(Finding::asks)
                .anyMatch(f -> !given.explain(f));
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
