package org.huizong.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.huizong.formula.Operand;
import org.huizong.model.Value;

/** Values as the formula engine takes them. */
final class Operands {
    private Operands() {}

    static Operand of(Value value) {
        if (value instanceof Value.Quantity q) {
            return new Operand.Numeric(q.number());
        }
        if (value instanceof Value.Text t) {
            return new Operand.Words(t.text());
        }
        if (value instanceof Value.Masked m) {
            return new Operand.Words(m.digest());
        }
        if (value instanceof Value.Date d) {
            return new Operand.Day(d.date());
        }
        return Operand.Empty.EMPTY;
    }

    /** A result of the engine without the noise of double precision: ten decimals, no trailing zeros. */
    static BigDecimal clean(BigDecimal number) {
        BigDecimal rounded = number.setScale(10, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
