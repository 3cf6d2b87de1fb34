package org.huizong.formula;

import java.math.BigDecimal;

/** What a formula came to. */
public sealed interface Answer {
    /** A number in double precision, as decimal digits. */
    record Numeric(BigDecimal number) implements Answer {}

    /** TRUE or FALSE. */
    record Verdict(boolean holds) implements Answer {}

    /** A text; also what an empty cell comes to. */
    record Words(String text) implements Answer {}

    /**
     * No answer.
     *
     * @param error Excel's word for it, such as {@code #DIV/0!} or {@code #VALUE!}
     */
    record Failure(String error) implements Answer {}
}
