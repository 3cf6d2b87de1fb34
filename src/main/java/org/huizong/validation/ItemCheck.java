package org.huizong.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Argument;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Severity;
import org.huizong.model.Value;

/** What the table of items itself asks of a value: required, whole, least, greatest, and that a sum agrees. */
final class ItemCheck {
    private final Calculator calculator;

    ItemCheck(Calculator calculator) {
        this.calculator = calculator;
    }

    List<Finding> check(Item item, Observation observation, Values values) {
        return check(item, observation, values, Reporter.ONE);
    }

    List<Finding> check(Item item, Observation observation, Values values, Reporter reporter) {
        List<Finding> findings = new ArrayList<>();
        Value value = observation.value();
        // of a record without a key is said already that it has none
        if (value == Value.Gap.BLANK && reporter.requires(item) && !item.key()) {
            findings.add(error(item.type().isNumeric() ? "required" : "required.text", item, observation));
        }
        Optional<BigDecimal> worked = item.isComputed()
                ? calculator.numberIfKnown(item.formula(), values::value).map(n -> rounded(item, n))
                : Optional.empty();
        value.asNumber().ifPresent(number -> {
            if (item.type() == ItemType.INTEGER && number.stripTrailingZeros().scale() > 0) {
                findings.add(error("integer", item, observation));
            }
            reporter.least(item)
                    .filter(min -> worked.isEmpty() && number.compareTo(min) < 0)
                    .ifPresent(
                            min -> findings.add(error("min", item, observation).with("min", Argument.of(min))));
            reporter.most(item)
                    .filter(max -> number.compareTo(max) > 0)
                    .ifPresent(
                            max -> findings.add(error("max", item, observation).with("max", Argument.of(max))));
        });
        worked.flatMap(is -> computed(item, is, observation, values, reporter)).ifPresent(findings::add);
        return findings;
    }

    /** Of a computed item: that it is less than it can be, else that it is something else than its parts make. */
    private Optional<Finding> computed(
            Item item, BigDecimal worked, Observation observation, Values values, Reporter reporter) {
        Optional<BigDecimal> least = reporter.least(item).filter(min -> worked.compareTo(min) < 0);
        if (least.isPresent()) {
            return Optional.of(error("min.computed", item, observation)
                    .with(parts(item, values))
                    .with("value", Argument.of(worked))
                    .with("min", Argument.of(least.get())));
        }
        return observation
                .value()
                .asNumber()
                .filter(given -> rounded(item, given).compareTo(worked) != 0)
                .map(given -> error("computed", item, observation).with("expected", Argument.of(worked)));
    }

    private Map<String, Argument> parts(Item item, Values values) {
        return calculator.operands(item.formula()).stream()
                .filter(code -> !values.value(code).isMissing())
                .collect(Collectors.toMap(code -> code, code -> Argument.of(values.value(code))));
    }

    private static BigDecimal rounded(Item item, BigDecimal number) {
        return number.setScale(item.type().decimals(), RoundingMode.HALF_UP);
    }

    private static Finding error(String rule, Item item, Observation observation) {
        return Finding.failed(rule, Severity.ERROR, observation.where())
                .ofItem(item.code())
                .with("value", Argument.of(observation.value()));
    }
}
