package org.huizong.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Numbers that were worked out, with as few decimals as leave the sentence true that they stand in. */
final class Rounding {
    /** More are not shown, even where two numbers look the same with them. */
    private static final int MOST_DECIMALS = 9;

    private Rounding() {}

    /** A number with so many decimals at most. */
    static String text(BigDecimal number, int decimals) {
        return rounded(number, decimals).stripTrailingZeros().toPlainString();
    }

    /** A number with one decimal, or more where it would else look as if it had reached a limit, or passed it. */
    static String about(BigDecimal number, BigDecimal limit) {
        return text(number, decimals(1, places -> rounded(number, places).compareTo(limit), number.compareTo(limit)));
    }

    /**
     * The fewest decimals with which two numbers still compare as they do.
     *
     * @param compared how they compare with so many decimals
     * @param wanted how they do
     */
    static int decimals(int fewest, IntUnaryOperator compared, int wanted) {
        return IntStream.range(fewest, MOST_DECIMALS)
                .filter(places -> compared.applyAsInt(places) == wanted)
                .findFirst()
                .orElse(MOST_DECIMALS);
    }

    static BigDecimal rounded(BigDecimal number, int decimals) {
        return number.setScale(Math.min(decimals, number.scale()), RoundingMode.HALF_UP);
    }
}
