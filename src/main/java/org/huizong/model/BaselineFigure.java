package org.huizong.model;

import java.math.BigDecimal;

/**
 * A figure of an earlier period that was never collected with this program 基期数: a row of a baseline file.
 *
 * @param period what it is about
 * @param unit code of the unit; that of the top for the whole township
 * @param code code of the item or, for the township, of the indicator
 * @param value exact, as it was given
 * @param source where it comes from, such as 2024年度总结
 * @param line line of the file it stands on, the heading being 1
 */
public record BaselineFigure(Period period, String unit, String code, BigDecimal value, String source, long line) {
    /** What a figure is about: there is at most one for each. */
    public record Key(Period period, String unit, String code) {}

    /** What it is about. */
    public Key key() {
        return new Key(period, unit, code);
    }

    /** Whether the other says the same and gives the same source. */
    public boolean agreesWith(BaselineFigure other) {
        return key().equals(other.key()) && value.compareTo(other.value) == 0 && source.equals(other.source);
    }
}
