package org.huizong.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Name;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Frequency;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Severity;

/**
 * Asks about figures that look as if they stood in the wrong column, by what the unit reported before: those of the year
 * in that of the month, and amounts in 万元 where 元 are asked. Without a history it asks nothing.
 */
final class HistoryCheck {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    /** Until then a busy month may well be more than all before it. */
    private static final int FIRST_MONTH = 4;

    private static final int FEWEST_ITEMS = 4;
    private static final BigDecimal FEWEST_BEFORE = BigDecimal.valueOf(20);

    private HistoryCheck() {}

    static List<Finding> check(
            List<Item> items, Map<String, Observation> observations, Period period, CellRef sheet, Values values) {
        List<Finding> findings = new ArrayList<>();
        for (Item item : items) {
            if (item.type() == ItemType.MONEY && item.measure().equals("元") && !item.isComputed()) {
                Optional.ofNullable(observations.get(item.code()))
                        .flatMap(o -> thousandth(item, o, values))
                        .ifPresent(findings::add);
            }
        }
        if (period.frequency() == Frequency.MONTH
                && period.last().getMonthValue() >= FIRST_MONTH
                && isCumulative(items, observations, values)) {
            findings.add(Finding.failed("history.cumulative", Severity.QUERY, sheet));
        }
        return findings;
    }

    private static Optional<Finding> thousandth(Item item, Observation observation, Values values) {
        return observation
                .value()
                .asNumber()
                .filter(now -> now.signum() > 0 && now.compareTo(THOUSAND) < 0)
                .flatMap(now -> number(values, Name.Span.PRIOR.prefix() + item.code())
                        .filter(before -> before.compareTo(now.multiply(THOUSAND)) >= 0)
                        .map(before -> Finding.failed("history.myriad", Severity.QUERY, observation.where())
                                .ofItem(item.code())
                                .with(Map.of("value", Argument.of(now), "prior", Argument.of(before)))));
    }

    /** Whether every item of which there was any before is now at least all that there was in the year before. */
    private static boolean isCumulative(List<Item> items, Map<String, Observation> observations, Values values) {
        int count = 0;
        BigDecimal all = BigDecimal.ZERO;
        for (Item item : items) {
            if (item.time() != Item.Time.SUM || !item.type().isNumeric() || item.isComputed()) {
                continue;
            }
            Optional<BigDecimal> now = Optional.ofNullable(observations.get(item.code()))
                    .flatMap(o -> o.value().asNumber());
            Optional<BigDecimal> year = number(values, Name.Span.YTD.prefix() + item.code());
            if (now.isEmpty() || year.isEmpty()) {
                return false;
            }
            BigDecimal before = year.get().subtract(now.get());
            if (before.signum() > 0) {
                if (now.get().compareTo(before) < 0) {
                    return false;
                }
                count++;
                all = all.add(before);
            }
        }
        return count >= FEWEST_ITEMS && all.compareTo(FEWEST_BEFORE) >= 0;
    }

    private static Optional<BigDecimal> number(Values values, String operand) {
        return values.value(operand).asNumber();
    }
}
