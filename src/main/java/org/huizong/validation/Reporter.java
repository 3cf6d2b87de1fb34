package org.huizong.validation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.model.Severity;

/**
 * Who stands behind a form, and so what of the catalogue is held against it.
 *
 * <p>Limits, queries and notices are made for one reporter. What a township reports to its county is the sum of many, each
 * of whom was asked below. Only what must hold of a sum too is asked again: whole numbers, nothing negative, sums that
 * agree, and the errors within the period. A stock at the beginning need not be last month's at the end where somebody is
 * missing below.
 */
enum Reporter {
    ONE,
    MANY;

    /** What a unit is; one reporter if the catalogue does not know it. */
    static Reporter of(Catalogue catalogue, String unit) {
        return catalogue.unit(unit).filter(Unit::reportsForMany).isPresent() ? MANY : ONE;
    }

    /** Whether a blank is an error: what has no total is blank in a sum. */
    boolean requires(Item item) {
        return item.required() && (this == ONE || item.across() != Item.Across.NONE);
    }

    /** The least value allowed. */
    Optional<BigDecimal> least(Item item) {
        return item.min().filter(min -> this == ONE || min.signum() == 0);
    }

    /** The greatest value allowed. */
    Optional<BigDecimal> most(Item item) {
        return this == ONE ? item.max() : Optional.empty();
    }

    /**
     * Whether a rule over a return is held.
     *
     * @param names the names in its formula
     */
    boolean isHeldAgainst(Rule rule, Collection<String> names) {
        return this == ONE
                || (rule.severity() == Severity.ERROR
                        && names.stream().allMatch(n -> Name.of(n).span() == Name.Span.NOW));
    }
}
