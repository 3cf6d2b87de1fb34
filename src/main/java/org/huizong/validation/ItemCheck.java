package org.huizong.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        if (value == Value.Gap.BLANK && reporter.requires(item)) {
            findings.add(error(item.type().isNumeric() ? "required" : "required.text", item, observation));
        }
        value.asNumber().ifPresent(number -> {
            if (item.type() == ItemType.INTEGER && number.stripTrailingZeros().scale() > 0) {
                findings.add(error("integer", item, observation));
            }
            reporter.least(item)
                    .filter(min -> number.compareTo(min) < 0)
                    .ifPresent(
                            min -> findings.add(error("min", item, observation).with("min", Argument.of(min))));
            reporter.most(item)
                    .filter(max -> number.compareTo(max) > 0)
                    .ifPresent(
                            max -> findings.add(error("max", item, observation).with("max", Argument.of(max))));
        });
        if (item.isComputed()) {
            disagreement(item, value, values)
                    .ifPresent(is ->
                            findings.add(error("computed", item, observation).with("expected", Argument.of(is))));
        }
        return findings;
    }

    /** What a computed item should be, if it is something else; not asked while an operand is missing. */
    private Optional<BigDecimal> disagreement(Item item, Value value, Values values) {
        if (value.asNumber().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal given = rounded(item, value.asNumber().get());
        return calculator
                .numberIfKnown(item.formula(), values::value)
                .map(n -> rounded(item, n))
                .filter(n -> n.compareTo(given) != 0);
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
