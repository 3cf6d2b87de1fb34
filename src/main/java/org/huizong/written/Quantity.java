package org.huizong.written;

import java.math.BigDecimal;

/**
 * A number as it stands in a text.
 *
 * @param start where it begins in the folded text
 * @param end where it ends there, its measure word included
 * @param value what it comes to: 15000 of 1.5万, money in 元
 * @param step the place it is rounded to: 1000 of 1.5万, 1 of 258
 * @param bound how near to it the true number is said to be
 * @param measure its measure word; {@code %} of percentages; empty if it has none
 * @param isSpelt whether it is written in Chinese numerals
 */
record Quantity(int start, int end, BigDecimal value, BigDecimal step, Bound bound, String measure, boolean isSpelt) {
    /** How a number is meant. */
    enum Bound {
        /** As it is written, rounded where it is written short. */
        AS_WRITTEN,
        /** 约, 左右: about. */
        ABOUT,
        /** 余, 多, 超过, 以上: at least, and by less than one more of its last digit. */
        ABOVE,
        /** 近, 不到: at most, and by less than one less of its last digit. */
        BELOW,
        /** 零, 未发生: none. */
        NONE
    }

    /** Whether it says nothing with its measure word of what is counted. */
    boolean isShare() {
        return measure.equals("%") || measure.equals("个百分点");
    }

    /** The least number that it can stand for. */
    BigDecimal least() {
        BigDecimal half = step.divide(BigDecimal.valueOf(2));
        return switch (bound) {
            case AS_WRITTEN -> step.compareTo(BigDecimal.ONE) == 0 && value.scale() <= 0 ? value : value.subtract(half);
            case ABOUT -> value.subtract(half.max(value.abs().movePointLeft(2)));
            case ABOVE, NONE -> value;
            case BELOW -> value.subtract(step);
        };
    }

    /** The greatest number that it can stand for. */
    BigDecimal greatest() {
        BigDecimal half = step.divide(BigDecimal.valueOf(2));
        return switch (bound) {
            case AS_WRITTEN -> step.compareTo(BigDecimal.ONE) == 0 && value.scale() <= 0 ? value : value.add(half);
            case ABOUT -> value.add(half.max(value.abs().movePointLeft(2)));
            case ABOVE -> value.add(step);
            case BELOW, NONE -> value;
        };
    }
}
