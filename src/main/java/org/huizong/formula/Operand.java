package org.huizong.formula;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a name stands for while a formula is evaluated: what a cell of a scratch sheet can hold. */
public sealed interface Operand {
    /** A number, calculated with as Excel does, in double precision. */
    record Numeric(BigDecimal number) implements Operand {}

    /** A text. */
    record Words(String text) implements Operand {}

    /** A day. */
    record Day(LocalDate date) implements Operand {}

    /** An empty cell: 0 in arithmetic, ignored by MIN, MAX and COUNT. */
    enum Empty implements Operand {
        EMPTY
    }
}
