package org.huizong.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.formula.Formula;
import org.huizong.formula.Kind;
import org.huizong.model.Severity;

/**
 * What may be wrong with a criterion of the assessment: its formula, and that nobody is assessed by fines or by counts of
 * cases (Law on Administrative Penalties, article 74).
 */
final class AssessmentLint {
    private final Catalogue catalogue;
    private final FormulaLint formulas;

    AssessmentLint(Catalogue catalogue, FormulaLint formulas) {
        this.catalogue = catalogue;
        this.formulas = catalogue.criteria().isEmpty() ? formulas : formulas.knowing(names(catalogue));
    }

    /** Facts about filing and queries, and indicators of any span. */
    private static Set<String> names(Catalogue catalogue) {
        Set<String> names = new LinkedHashSet<>();
        Criterion.FILING_FACTS.forEach(f -> names.add(Criterion.FILING + f));
        Criterion.QUERY_FACTS.forEach(f -> names.add(Criterion.QUERIES + f));
        catalogue.rules().forEach(rule -> {
            names.add(Criterion.QUERIES + rule.id());
            names.add(Criterion.QUERIES + rule.letters());
        });
        Stream.of(Name.Span.values())
                .flatMap(span -> catalogue.indicators().stream().map(i -> span.prefix() + i.code()))
                .forEach(names::add);
        return names;
    }

    void check(Criterion criterion) {
        Optional<Formula> parsed = formulas.parse(Lint.ASSESSMENT, criterion, criterion.formula());
        if (parsed.isEmpty()) {
            return;
        }
        Formula formula = parsed.get();
        List<Item> items = formulas.items(
                Lint.ASSESSMENT, criterion, formula, Set.of("period_start", "period_end"), Set.of(Name.Span.values()));
        if (formula.operands().stream().allMatch(Name.CONTEXT::contains)) {
            fault(criterion, "formula.constant", Map.of());
        }
        items.forEach(item -> item(criterion, item.code(), item));
        formula.operands().forEach(operand -> {
            catalogue.indicator(Name.of(operand).item()).ifPresent(i -> indicator(criterion, operand, i));
            filing(criterion, operand);
            queries(criterion, operand);
        });
        formulas.months(Lint.ASSESSMENT, criterion, criterion.validity(), items);
        formulas.kinds(Lint.ASSESSMENT, criterion, formula, Kind.NUMBER);
    }

    private void indicator(Criterion criterion, String operand, Indicator indicator) {
        catalogue
                .parsed(indicator.formula())
                .formula()
                .ifPresent(formula -> formula.operands().stream()
                        .flatMap(code -> catalogue.item(code).stream())
                        .forEach(item -> item(criterion, operand, item)));
    }

    /**
     * An item that a formula uses.
     *
     * @param operand the name by which it does, which may be that of an indicator
     */
    private void item(Criterion criterion, String operand, Item item) {
        Map<String, String> named =
                Map.of("value", operand, "frequency", criterion.frequency().code());
        if (!item.type().isNumeric()) {
            fault(criterion, "criterion.unnumbered", named);
            return;
        }
        sanction(item).ifPresent(sanction -> {
            boolean itself = sanction.code().equals(operand);
            fault(
                    criterion,
                    itself ? "criterion.sanction" : "criterion.sanction.through",
                    Map.of(
                            "value",
                            operand,
                            "item",
                            sanction.code(),
                            "label",
                            sanction.label().strip(),
                            "label_en",
                            sanction.labelEn().strip()));
        });
        if (catalogue.isRegister(item.form()) && !item.isComputed()) {
            fault(criterion, "criterion.record", named);
            return;
        }
        if (isOfOthers(criterion, item.form())) {
            fault(criterion, "criterion.unowed", named);
        } else if (returns(item.form()).noneMatch(r -> isWithin(r, criterion))) {
            fault(criterion, "criterion.frequency", named);
        } else if (item.time() == Item.Time.NONE
                && returns(item.form()).anyMatch(r -> r.frequency() != criterion.frequency())) {
            fault(criterion, "criterion.time", named);
        }
    }

    /** The fine or count of cases that an item is, or is worked out from in any month. */
    private Optional<Item> sanction(Item item) {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(item.code()));
        while (!left.isEmpty()) {
            String code = left.pop();
            if (seen.add(code)) {
                for (Item definition : catalogue.definitions(code)) {
                    if (definition.sanction()) {
                        return Optional.of(definition);
                    }
                    if (!catalogue.isMeasure(definition)) {
                        catalogue.parsed(definition.formula()).formula().ifPresent(f -> left.addAll(f.operands()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** How a unit has filed is asked of the returns that are owed for exactly such a period. */
    private void filing(Criterion criterion, String operand) {
        boolean isGeneral = operand.startsWith(Criterion.FILING)
                || Criterion.QUERY_FACTS.stream().anyMatch(f -> operand.equals(Criterion.QUERIES + f));
        boolean any = catalogue.returns().stream()
                .filter(r -> r.isOwed() && r.frequency() == criterion.frequency())
                .anyMatch(r -> !isOfOthers(criterion, r.code()));
        if (isGeneral && !any) {
            fault(
                    criterion,
                    "criterion.filing",
                    Map.of("value", operand, "frequency", criterion.frequency().code()));
        }
    }

    private void queries(Criterion criterion, String operand) {
        List<Rule> rules = rules(operand);
        if (rules.isEmpty()) {
            return;
        }
        Map<String, String> named =
                Map.of("value", operand, "frequency", criterion.frequency().code());
        if (rules.stream().allMatch(r -> r.scope() == Rule.Scope.TOWNSHIP)) {
            fault(criterion, "criterion.township", named);
        } else if (rules.stream().allMatch(r -> r.severity() == Severity.NOTICE)) {
            fault(criterion, "criterion.notice", named);
        } else {
            List<String> forms = rules.stream()
                    .filter(r -> r.scope() != Rule.Scope.TOWNSHIP && r.severity() != Severity.NOTICE)
                    .flatMap(r -> catalogue.parsed(r.formula()).formula().stream())
                    .flatMap(f -> Name.forms(f.operands()).stream())
                    .distinct()
                    .toList();
            if (forms.stream().allMatch(form -> isOfOthers(criterion, form))) {
                fault(criterion, "criterion.unowed", named);
            } else if (forms.stream().flatMap(this::returns).noneMatch(r -> r.frequency() == criterion.frequency())) {
                fault(criterion, "criterion.frequency", named);
            }
        }
    }

    /** The rules that a name below {@link Criterion#QUERIES} stands for: one, or all whose ids begin with those letters. */
    private List<Rule> rules(String operand) {
        String name = operand.startsWith(Criterion.QUERIES) ? operand.substring(Criterion.QUERIES.length()) : "";
        return catalogue.rules().stream()
                .filter(r -> r.id().equals(name) || r.letters().equals(name))
                .toList();
    }

    /** Whether there are units that are assessed by a criterion, and none of them owes a return. */
    private boolean isOfOthers(Criterion criterion, String form) {
        List<Unit> assessed = catalogue.units().stream()
                .filter(u -> criterion.kinds().contains(u.kind()))
                .toList();
        return !assessed.isEmpty()
                && assessed.stream().noneMatch(u -> u.returns().contains(form));
    }

    private Stream<Return> returns(String form) {
        return catalogue.returns().stream().filter(r -> r.code().equals(form));
    }

    private static boolean isWithin(Return form, Criterion criterion) {
        return form.frequency().months() <= criterion.frequency().months();
    }

    private void fault(Criterion criterion, String kind, Map<String, String> arguments) {
        formulas.fault(Lint.ASSESSMENT, criterion, kind, arguments);
    }
}
