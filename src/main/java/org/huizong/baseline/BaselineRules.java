package org.huizong.baseline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.validation.Calculator;

/**
 * The rules that send a return back, held against baseline figures: a part 其中 cannot be more than its whole in any
 * source.
 *
 * <p>Of many units or a longer period only what is as true of sums is held: a comparison of sums of flows.
 */
final class BaselineRules {
    private final Catalogue catalogue;
    private final Calculator calculator;
    private final Map<String, List<Rule>> byOperand = new HashMap<>();

    BaselineRules(Catalogue catalogue, Calculator calculator) {
        this.catalogue = catalogue;
        this.calculator = calculator;
        catalogue.rules().stream()
                .filter(r -> r.scope() == Rule.Scope.RETURN && r.severity() == Severity.ERROR)
                .filter(r -> catalogue.formula(r.formula()).operands().stream()
                        .allMatch(code -> catalogue.item(code).isPresent()))
                .forEach(r -> catalogue.formula(r.formula()).operands().stream()
                        .findFirst()
                        .ifPresent(code -> byOperand
                                .computeIfAbsent(code, c -> new ArrayList<>())
                                .add(r)));
    }

    /** A rule that figures break together. */
    record Broken(Rule rule, List<BaselineFigure> by) {}

    /** The rules whose first item a figure is of, and that it breaks together with others of the same unit and period. */
    List<Broken> broken(BaselineFigure figure, Map<BaselineFigure.Key, BaselineFigure> all) {
        return byOperand.getOrDefault(figure.code(), List.of()).stream()
                .filter(rule -> rule.validity().covers(figure.period().last()))
                .filter(rule -> holds(catalogue.formula(rule.formula()), figure))
                .flatMap(rule -> broken(rule, figure, all).stream())
                .toList();
    }

    private Optional<Broken> broken(Rule rule, BaselineFigure figure, Map<BaselineFigure.Key, BaselineFigure> all) {
        Map<String, BaselineFigure> known = new HashMap<>();
        for (String code : catalogue.formula(rule.formula()).operands()) {
            BaselineFigure operand = all.get(new BaselineFigure.Key(figure.period(), figure.unit(), code));
            if (operand == null) {
                return Optional.empty();
            }
            known.put(code, operand);
        }
        boolean isBroken = calculator
                .number(
                        rule.formula(),
                        code -> Optional.ofNullable(known.get(code))
                                .<Value>map(f -> Value.of(f.value()))
                                .orElse(Value.Gap.BLANK))
                .filter(truth -> truth.compareTo(BigDecimal.ZERO) == 0)
                .isPresent();
        return isBroken ? Optional.of(new Broken(rule, List.copyOf(known.values()))) : Optional.empty();
    }

    /** Tells whether a rule says as much of such a figure as of one return. */
    private boolean holds(Formula rule, BaselineFigure figure) {
        List<Item> items = rule.operands().stream()
                .flatMap(code -> catalogue.item(code).stream())
                .toList();
        boolean own = items.stream().allMatch(i -> isOwn(i, figure));
        boolean whole = figure.unit().equals(catalogue.top().code());
        boolean adds = rule.sides()
                .filter(s -> s.left().addsUp() && s.right().addsUp())
                .isPresent();
        return (own || (adds && items.stream().allMatch(i -> i.time() == Item.Time.SUM)))
                && (!whole || (adds && items.stream().allMatch(i -> i.across() == Item.Across.SUM)));
    }

    private boolean isOwn(Item item, BaselineFigure figure) {
        return catalogue
                .form(item.form(), figure.period().last())
                .filter(form -> form.frequency() == figure.period().frequency())
                .isPresent();
    }
}
