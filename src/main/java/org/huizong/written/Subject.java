package org.huizong.written;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a number of a report may speak of: an indicator, or an item of a return.
 *
 * @param code of the indicator or the item
 * @param isIndicator whether it is an indicator
 * @param measure 计量单位
 * @param decimals decimals to which its value is rounded
 * @param target the year's target
 * @param domains codes of the returns that it is made of
 * @param operands codes of the items that its formula adds up; empty if it does more than add
 */
record Subject(
        String code,
        boolean isIndicator,
        String measure,
        int decimals,
        Optional<BigDecimal> target,
        Set<String> domains,
        Set<String> operands) {
    Subject {
        domains = Set.copyOf(domains);
        operands = Set.copyOf(operands);
    }
}
