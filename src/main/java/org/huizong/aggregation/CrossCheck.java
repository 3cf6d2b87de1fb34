package org.huizong.aggregation;

import java.math.BigDecimal;
import java.util.Optional;
import org.huizong.catalogue.Rule;
import org.huizong.model.Finding;

/**
 * A rule over the township's figures that holds what some units report against what others do: a line of 部门与村核对.
 *
 * @param rule the rule, which is a comparison
 * @param left the figure left of the comparison, of what is counted so far
 * @param right the figure right of it
 * @param finding what is wrong or why nothing can be said; empty if the rule holds
 */
public record CrossCheck(Rule rule, Figure left, Figure right, Optional<Finding> finding) {
    /** Left minus right; empty if either is unknown, or if different returns are lacking in them. */
    public Optional<BigDecimal> difference() {
        return left.basis().lacksTheSameReturnsAs(right.basis())
                ? left.value().flatMap(l -> right.value().map(l::subtract))
                : Optional.empty();
    }

    /** Whether the two sides do not fit. */
    public boolean hasFailed() {
        return finding.filter(Finding::hasFailed).isPresent();
    }
}
