package org.huizong.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One thing for which a rule failed, as a formula that holds: of a service that came too late
 * {@code WORKDAYS(cases.decided_on+1,cases.served_on)>7}.
 *
 * @param fact a comparison, or a test of one name
 * @param left what the left side of a comparison came to if it had to be worked out; a day as Excel's number
 * @param right the same of the right side
 */
public record Ground(String fact, Optional<BigDecimal> left, Optional<BigDecimal> right) {
    public Ground {
        left = left.map(Ground::plain);
        right = right.map(Ground::plain);
    }

    /** One whose sides did not have to be worked out. */
    public static Ground of(String fact) {
        return new Ground(fact, Optional.empty(), Optional.empty());
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0));
    }
}
