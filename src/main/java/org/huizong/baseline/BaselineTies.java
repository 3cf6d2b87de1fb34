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
    private final String file;

    BaselineTies(Catalogue catalogue, String file) {
        this.catalogue = catalogue;
        this.calculator = new Calculator(catalogue);
        this.file = file;
    }

    /** Where figures of the file contradict each other or figures on record beside them. */
    List<Fault> faults(List<BaselineFigure> figures, List<BaselineFigure> others) {
        Map<BaselineFigure.Key, BaselineFigure> all = new HashMap<>();
        others.forEach(f -> all.put(f.key(), f));
        figures.forEach(f -> all.put(f.key(), f));
        List<Fault> faults = new ArrayList<>();
        Stream.concat(figures.stream(), others.stream()).forEach(figure -> {
            parts(figure, all).ifPresent(tie -> check(figure, tie, figures, faults));
            formula(figure, all).ifPresent(tie -> check(figure, tie, figures, faults));
        });
        return faults;
    }

    /** What a figure must come to, by which others. */
    private record Tie(String kind, BigDecimal value, int decimals, List<BaselineFigure> by) {}

    private void check(BaselineFigure figure, Tie tie, List<BaselineFigure> figures, List<Fault> faults) {
        BigDecimal given = figure.value().setScale(tie.decimals(), RoundingMode.HALF_UP);
        BigDecimal made = tie.value().setScale(tie.decimals(), RoundingMode.HALF_UP);
        if (given.compareTo(made) != 0) {
            Optional<BaselineFigure> blamed = Stream.concat(Stream.of(figure), tie.by().stream())
                    .filter(figures::contains)
                    .findFirst();
            blamed.ifPresent(f -> faults.add(Fault.of(
                    file,
                    f.line(),
                    "value",
                    tie.kind(),
                    Map.of(
                            "period", figure.period().code(),
                            "unit", figure.unit(),
                            "code", figure.code(),
                            "value", given.toPlainString(),
                            "expected", made.toPlainString()))));
        }
    }

    /** The longest parts of its period of which all have a figure. */
    private Optional<Tie> parts(BaselineFigure figure, Map<BaselineFigure.Key, BaselineFigure> all) {
        Item.Time time = TemporalAggregation.of(catalogue, figure.unit(), figure.code());
        return Arrays.stream(Frequency.values())
                .filter(f -> f.months() < figure.period().frequency().months())
                .sorted((a, b) -> b.months() - a.months())
                .map(f -> parts(figure, f, all))
                .filter(parts -> !parts.isEmpty())
                .findFirst()
                .flatMap(parts -> time.of(portions(parts))
                        .map(value -> new Tie("baseline.parts", value, decimals(figure.code()), parts)));
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

    /** What its formula comes to, if all that it is made of has a figure. */
    private Optional<Tie> formula(BaselineFigure figure, Map<BaselineFigure.Key, BaselineFigure> all) {
        Optional<String> formula = catalogue
                .item(figure.code())
                .map(Item::formula)
                .or(() -> catalogue.indicator(figure.code()).map(Indicator::formula))
                .filter(f -> !f.isEmpty());
        if (formula.isEmpty()) {
            return Optional.empty();
        }
        List<BaselineFigure> operands = new ArrayList<>();
        for (String code : calculator.operands(formula.get())) {
            Optional.ofNullable(all.get(new BaselineFigure.Key(figure.period(), figure.unit(), code)))
                    .ifPresent(operands::add);
        }
        if (operands.size() < calculator.operands(formula.get()).size()) {
            return Optional.empty();
        }
        Map<String, Value> values = new HashMap<>();
        operands.forEach(o -> values.put(o.code(), Value.of(o.value())));
        return calculator
                .number(formula.get(), code -> values.getOrDefault(code, Value.Gap.BLANK))
                .map(value -> new Tie("baseline.formula", value, decimals(figure.code()), operands));
    }

    private int decimals(String code) {
        return catalogue
                .item(code)
                .map(i -> i.type().decimals())
                .or(() -> catalogue.indicator(code).map(Indicator::decimals))
                .orElse(0);
    }
}
