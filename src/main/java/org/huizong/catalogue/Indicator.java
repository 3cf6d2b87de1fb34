package org.huizong.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huizong.model.Validity;

/**
 * An indicator 主要指标: one line of the report's totals; a row of indicators.csv.
 *
 * @param code such as {@code materials}
 * @param section code from the list of sections in choices.csv
 * @param order place in the report, smallest first
 * @param label Chinese name
 * @param labelEn English name; the Chinese one where there is none
 * @param measure 计量单位
 * @param formula Excel formula over item codes, evaluated from aggregated operands
 * @param decimals decimals its value is rounded to, half up
 * @param direction whether more is better
 * @param target the year's target; never one where neither more nor less is better, as with fines
 * @param headline its place on 首页 from 1; empty if it is not there
 * @param note what it counts
 * @param noteEn the same in English; in Chinese where there is none
 * @param aliases other names people write; words with … between them may stand apart in a sentence
 * @param isPublic whether it stands on the public page; if the table says so of none, the headlines do
 * @param validity the months in which it is reported
 */
public record Indicator(
        String code,
        String section,
        int order,
        String label,
        String labelEn,
        String measure,
        String formula,
        int decimals,
        Direction direction,
        Optional<BigDecimal> target,
        Optional<Integer> headline,
        String note,
        String noteEn,
        List<String> aliases,
        boolean isPublic,
        Validity validity) {
    /** How many places 首页 has for indicators. */
    public static final int MAX_HEADLINES = 12;

    public Indicator {
        aliases = List.copyOf(aliases);
    }

    /** Whether it is a percentage, of which two differ in points and not in percent. */
    public boolean isShare() {
        return measure.equals("%");
    }

    /** Whether more of it is better. */
    public enum Direction {
        UP,
        DOWN,
        NONE
    }
}
