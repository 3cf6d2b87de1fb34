package org.huizong.aggregation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.formula.Sides;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.validation.Calculator;
import org.huizong.validation.Checker;
import org.huizong.validation.Values;

/** Holds departments against villages: the township's rules that compare two figures, with both. */
final class CrossChecks {
    private final Catalogue catalogue;
    private final Calculator calculator;
    private final PeriodAggregator now;
    private final Values values;

    /**
     * Over the figures of a period.
     *
     * @param now the period itself
     * @param values what the names in its rules stand for
     */
    CrossChecks(Catalogue catalogue, Calculator calculator, PeriodAggregator now, Values values) {
        this.catalogue = catalogue;
        this.calculator = calculator;
        this.now = now;
        this.values = values;
    }

    /** One for each rule of the township that is a comparison, in the order of the rules, as of a day. */
    List<CrossCheck> of(Period period, LocalDate asOf) {
        List<Rule> rules = catalogue.rules(period.last()).stream()
                .filter(r -> r.scope() == Rule.Scope.TOWNSHIP)
                .toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        Map<String, Finding> findings = new Checker(catalogue, asOf)
                .checkAcross(Rule.Scope.TOWNSHIP, period, values, form -> true, item -> CellRef.NOWHERE).stream()
                        .collect(Collectors.toMap(Finding::rule, Function.identity()));
        return rules.stream().flatMap(r -> check(r, findings)).toList();
    }

    private Stream<CrossCheck> check(Rule rule, Map<String, Finding> findings) {
        Optional<Sides> sides = catalogue.formula(rule.formula()).sides();
        return sides.stream()
                .map(s -> new CrossCheck(
                        rule, figure(s.left()), figure(s.right()), Optional.ofNullable(findings.get(rule.id()))));
    }

    /** A side's figure; one that speaks of other periods too is there only if nothing it needs is missing. */
    private Figure figure(Formula side) {
        boolean current = side.operands().stream()
                .allMatch(o ->
                        Name.of(o).span() == Name.Span.NOW && catalogue.item(o).isPresent());
        if (current && !side.operands().isEmpty()) {
            return now.total(side.text());
        }
        return new Figure(calculator.numberIfKnown(side.text(), values::value), Basis.NONE, Optional.empty());
    }
}
