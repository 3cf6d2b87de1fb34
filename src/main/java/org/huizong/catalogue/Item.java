package org.huizong.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huizong.model.Validity;

/**
 * An item 指标: one thing asked on a return; a row of items.csv.
 *
 * @param form code of its return
 * @param code such as {@code safety.inspections}; {@code safety.inspections_mines} is a cell of a grid
 * @param label Chinese name
 * @param labelEn English name
 * @param row 代码 of its line on the form, such as {@code 01}; lines stand in the order of this text
 * @param column code of its column, from the list {@code <return>.columns}; empty on a form with one column
 * @param type what its values are
 * @param measure 计量单位; empty if it has none
 * @param required whether a blank is an error
 * @param key whether it identifies a record of a register
 * @param min least value allowed
 * @param max greatest value allowed
 * @param choices name of its list in choices.csv; empty unless it is a choice
 * @param time how the months of a unit make a longer period
 * @param across how the units make the township
 * @param formula Excel formula over item codes, of a computed item or a measure; empty if it is filled in
 * @param personal whether it is about a person and is masked outside the archive
 * @param aliases other names people write
 * @param validity the months in which it is asked
 */
public record Item(
        String form,
        String code,
        String label,
        String labelEn,
        String row,
        String column,
        ItemType type,
        String measure,
        boolean required,
        boolean key,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        String choices,
        Time time,
        Across across,
        String formula,
        boolean personal,
        List<String> aliases,
        Validity validity) {
    /** How the months of one unit make a longer period. */
    public enum Time {
        /** Added up. */
        SUM,
        /** The first month's: an opening stock. */
        FIRST,
        /** The last month's: a stock. */
        LAST,
        /** The largest month's. */
        MAX,
        /** The mean of the months that were reported. */
        MEAN,
        /** It has no meaning beyond a month. */
        NONE
    }

    /** How the units make the township. */
    public enum Across {
        SUM,
        MIN,
        MAX,
        MEAN,
        /** It has no meaning beyond a unit. */
        NONE;

        private static final MathContext SETTLED = new MathContext(30);

        /** Tells whether units that lived for a part of the period are left out: their months would set the figure. */
        public boolean isExtreme() {
            return this == MIN || this == MAX;
        }

        /** Thirds that add up to a whole make one: a mean has 34 digits, of which a sum needs the last ones. */
        private static BigDecimal settled(BigDecimal sum) {
            return sum.scale() > SETTLED.getPrecision() ? sum.round(SETTLED) : sum;
        }

        /**
         * Says what the units' values make; a mean to 34 digits.
         *
         * @return empty if there are none, or if they make nothing
         */
        public Optional<BigDecimal> of(Collection<BigDecimal> values) {
            return switch (this) {
                case SUM -> values.stream().reduce(BigDecimal::add).map(Across::settled);
                case MIN -> values.stream().reduce(BigDecimal::min);
                case MAX -> values.stream().reduce(BigDecimal::max);
                case MEAN ->
                    values.stream()
                            .reduce(BigDecimal::add)
                            .map(sum -> sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128));
                case NONE -> Optional.empty();
            };
        }
    }

    public Item {
        aliases = List.copyOf(aliases);
    }

    /** Whether it is worked out from other items rather than filled in. */
    public boolean isComputed() {
        return !formula.isEmpty();
    }
}
