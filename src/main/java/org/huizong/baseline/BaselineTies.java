package org.huizong.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.TemporalAggregation;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Portion;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.validation.Calculator;

/** What baseline figures owe each other: a year is its months, and a formula comes to what it is given as. */
final class BaselineTies {
    private final Catalogue catalogue;
    private final Calculator calculator;
    private final BaselineRules rules;
    private final String file;

    BaselineTies(Catalogue catalogue, String file) {
        this.catalogue = catalogue;
        this.calculator = new Calculator(catalogue);
        this.rules = new BaselineRules(catalogue, calculator);
        this.file = file;
    }

    /** Where figures of the file contradict each other or figures on record beside them. */
    List<Fault> faults(List<BaselineFigure> figures, List<BaselineFigure> others) {
        Map<BaselineFigure.Key, BaselineFigure> all = new HashMap<>();
        others.forEach(f -> all.put(f.key(), f));
        figures.forEach(f -> all.put(f.key(), f));
        BaselineUnits units = new BaselineUnits(catalogue, all);
        List<Fault> faults = new ArrayList<>();
        Stream.concat(figures.stream(), others.stream()).forEach(figure -> {
            parts(figure, all).ifPresent(tie -> check(figure, tie, figures, faults));
            formula(figure, all, units).ifPresent(tie -> check(figure, tie, figures, faults));
            ofUnits(figure, units).ifPresent(tie -> check(figure, tie, figures, faults));
            rules.broken(figure, all)
                    .forEach(broken -> blame(figure, broken.by(), figures)
                            .ifPresent(f -> faults.add(fault(
                                    f,
                                    figure,
                                    "baseline.rule",
                                    Map.of(
                                            "value", figure.value().toPlainString(),
                                            "rule", broken.rule().id(),
                                            "formula", broken.rule().formula())))));
        });
        return faults;
    }

    private void check(BaselineFigure figure, BaselineTie tie, List<BaselineFigure> figures, List<Fault> faults) {
        int decimals = decimals(figure.code());
        BigDecimal given = figure.value().setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal made = tie.value().setScale(decimals, RoundingMode.HALF_UP);
        if (!tie.bound().allows(given.compareTo(made))) {
            blame(figure, tie.by(), figures)
                    .ifPresent(f -> faults.add(fault(
                            f,
                            figure,
                            tie.kind(),
                            Map.of("value", given.toPlainString(), "expected", made.toPlainString()))));
        }
    }

    /** The figure of the file that contradicts others, itself or one that it is held against. */
    private static Optional<BaselineFigure> blame(
            BaselineFigure figure, List<BaselineFigure> by, List<BaselineFigure> figures) {
        return Stream.concat(Stream.of(figure), by.stream())
                .filter(figures::contains)
                .findFirst();
    }

    private Fault fault(BaselineFigure blamed, BaselineFigure figure, String kind, Map<String, String> more) {
        Map<String, String> arguments = new HashMap<>(more);
        arguments.put("period", figure.period().code());
        arguments.put("unit", figure.unit());
        arguments.put("code", figure.code());
        return Fault.of(file, blamed.line(), "value", kind, arguments);
    }

    /** What the units make of a figure of the township. */
    private Optional<BaselineTie> ofUnits(BaselineFigure figure, BaselineUnits units) {
        return Optional.of(figure)
                .filter(f -> f.unit().equals(catalogue.top().code()))
                .flatMap(f -> catalogue.item(f.code()))
                .flatMap(item -> units.tie(figure.period(), item));
    }

    /** The longest parts of its period of which all have a figure. */
    private Optional<BaselineTie> parts(BaselineFigure figure, Map<BaselineFigure.Key, BaselineFigure> all) {
        Item.Time time = TemporalAggregation.of(catalogue, figure.unit(), figure.code());
        return Arrays.stream(Frequency.values())
                .filter(f -> f.months() < figure.period().frequency().months())
                .sorted((a, b) -> b.months() - a.months())
                .map(f -> parts(figure, f, all))
                .filter(parts -> !parts.isEmpty())
                .findFirst()
                .flatMap(parts ->
                        time.of(portions(parts)).map(value -> BaselineTie.equal("baseline.parts", value, parts)));
    }

    private static List<BaselineFigure> parts(
            BaselineFigure figure, Frequency frequency, Map<BaselineFigure.Key, BaselineFigure> all) {
        List<Period> periods = figure.period().months().stream()
                .map(m -> Period.holding(m, frequency))
                .distinct()
                .toList();
        List<BaselineFigure> parts = periods.stream()
                .map(p -> new BaselineFigure.Key(p, figure.unit(), figure.code()))
                .flatMap(k -> Optional.ofNullable(all.get(k)).stream())
                .toList();
        return parts.size() == periods.size() ? parts : List.of();
    }

    private static List<Portion> portions(List<BaselineFigure> parts) {
        return parts.stream().map(p -> new Portion(p.value(), 0)).toList();
    }

    /** What its formula comes to, by what all or some of that it is made of has as figures. */
    private Optional<BaselineTie> formula(
            BaselineFigure figure, Map<BaselineFigure.Key, BaselineFigure> all, BaselineUnits units) {
        Optional<String> formula = catalogue
                .item(figure.code())
                .map(Item::formula)
                .or(() -> catalogue.indicator(figure.code()).map(Indicator::formula))
                .filter(f -> !f.isEmpty());
        if (formula.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Value> values = new HashMap<>();
        List<BaselineFigure> by = new ArrayList<>();
        List<Item> lacking = new ArrayList<>();
        for (String code : calculator.operands(formula.get())) {
            BaselineFigure operand = all.get(new BaselineFigure.Key(figure.period(), figure.unit(), code));
            Optional<BaselineTie> ofUnits = operand == null ? ofUnits(figure, code, units) : Optional.empty();
            if (operand != null) {
                values.put(code, Value.of(operand.value()));
                by.add(operand);
            } else if (ofUnits.isPresent()) {
                values.put(code, Value.of(ofUnits.get().value()));
                by.addAll(ofUnits.get().by());
            } else {
                catalogue.item(code).ifPresent(lacking::add);
            }
        }
        if (by.isEmpty()
                || values.size() + lacking.size()
                        < calculator.operands(formula.get()).size()) {
            return Optional.empty();
        }
        return lacking.isEmpty()
                ? number(formula.get(), values).map(value -> BaselineTie.equal("baseline.formula", value, by))
                : number(formula.get(), values)
                        .filter(value -> onlyAdds(formula.get(), values, lacking))
                        .map(value -> BaselineTie.atLeast(value, by));
    }

    /** What the units of the township make of an item of a formula, if all of them have a figure. */
    private Optional<BaselineTie> ofUnits(BaselineFigure figure, String code, BaselineUnits units) {
        return Optional.of(figure)
                .filter(f -> f.unit().equals(catalogue.top().code()))
                .flatMap(f -> catalogue.item(code))
                .flatMap(item -> units.tie(figure.period(), item))
                .filter(tie -> tie.bound() == BaselineTie.Bound.EQUAL);
    }

    /** Tells whether what is lacking can only make the figure larger: it is added, and it is never negative. */
    private boolean onlyAdds(String formula, Map<String, Value> values, List<Item> lacking) {
        Optional<BigDecimal> without = number(formula, values);
        return catalogue.formula(formula).addsUp()
                && lacking.stream().allMatch(item -> {
                    Map<String, Value> more = new HashMap<>(values);
                    more.put(item.code(), Value.of(1));
                    return BaselineUnits.isNeverNegative(item)
                            && number(formula, more)
                                    .flatMap(with -> without.map(with::compareTo))
                                    .filter(c -> c > 0)
                                    .isPresent();
                });
    }

    /** What a formula comes to, of what is not known as of 0. */
    private Optional<BigDecimal> number(String formula, Map<String, Value> values) {
        return calculator.number(formula, code -> values.getOrDefault(code, Value.of(0)));
    }

    private int decimals(String code) {
        return catalogue
                .item(code)
                .map(i -> i.type().decimals())
                .or(() -> catalogue.indicator(code).map(Indicator::decimals))
                .orElse(0);
    }
}
