package org.huizong.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huizong.model.Validity;

/**
 * An item 指标: one thing asked on a return; a row of items.csv.
 *
 * @param form code of its return
 * @param code such as {@code safety.inspections}; {@code safety.inspections_mines} is a cell of a grid
 * @param label Chinese name
 * @param labelEn English name; the Chinese one where there is none
 * @param row 代码 of its line on the form, such as {@code 01}; lines stand in the order of this text
 * @param column code of its column, from the list {@code <return>.columns}; empty on a form with one column
 * @param type what its values are
 * @param measure 计量单位; empty if it has none
 * @param required whether a blank is an error
 * @param key whether it identifies a record of a register
 * @param min least value allowed; of a closing stock that is worked out 0, unless another is given
 * @param max greatest value allowed
 * @param choices name of its list in choices.csv; empty unless it is a choice
 * @param time how the months of a unit make a longer period
 * @param across how the units make the township
 * @param formula Excel formula over item codes, of a computed item or a measure; empty if it is filled in
 * @param personal whether it is about a person and is masked outside the archive
 * @param aliases other names people write
 * @param validity the months in which it is asked
 * @param under 代码 of the line of which its own is a part (其中); empty if it is a part of none
 * @param lines of a text: how many lines its cell has ready; on a form such a text has a row to itself, across the table;
 *     empty if the cell is one like any other
 * @param sanction whether it is a fine or another sanction, or counts cases or penalties: what nobody may be assessed by
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
        Validity validity,
        String under,
        Optional<Integer> lines,
        boolean sanction) {
    /** The most lines that a text may have ready. */
    public static final int MAX_LINES = 20;

    /** How the months of one unit make a longer period; each constant says it as a number and as a formula. */
    public enum Time {
        /** Added up; of no months 0. */
        SUM(
                Stands.ALL,
                Optional.of(Across.SUM),
                months -> Optional.of(values(months).reduce(BigDecimal::add).orElse(BigDecimal.ZERO)),
                (before, months, now) -> Optional.of(before + "+" + now)),
        /** The first month's: an opening stock. */
        FIRST(Stands.FIRST, months -> values(months).findFirst()),
        /** The last month's: a stock. */
        LAST(Stands.LAST, months -> values(months).reduce((a, b) -> b)),
        /** The largest month's. */
        MAX(
                Stands.ALL,
                Optional.of(Across.MAX),
                months -> values(months).reduce(BigDecimal::max),
                (before, months, now) -> Optional.of("MAX(" + before + "," + now + ")")),
        /** The mean of the months that were reported, to 34 digits. */
        MEAN(
                Stands.ALL,
                Optional.empty(),
                Portion::mean,
                (before, months, now) ->
                        months.flatMap(Portion::periods).map(n -> "(" + before + "*" + n + "+" + now + ")/" + (n + 1))),
        /** It has no meaning beyond a month. */
        NONE(Stands.ONE, months -> values(months).findFirst().filter(v -> months.size() == 1));

        private final Stands stands;
        private final Optional<Across> alike;

        @SuppressWarnings("ImmutableEnumChecker") // a function that holds nothing
        private final Function<List<Portion>, Optional<BigDecimal>> figure;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Onto onto;

        Time(Stands stands, Optional<Across> alike, Function<List<Portion>, Optional<BigDecimal>> figure, Onto onto) {
            this.stands = stands;
            this.alike = alike;
            this.figure = figure;
            this.onto = onto;
        }

        Time(Stands stands, Function<List<Portion>, Optional<BigDecimal>> figure) {
            this(stands, Optional.empty(), figure, (before, months, now) -> Optional.empty());
        }

        /** The formula of what all months make, given the cell of those before, their figures and the next month's. */
        private interface Onto {
            Optional<String> formula(String before, Optional<List<Portion>> months, String now);
        }

        /** The months of a run that make its figure. */
        public enum Stands {
            ALL,
            FIRST,
            LAST,
            /** The month of a run that has but one. */
            ONE
        }

        /**
         * Says what months that follow each other make.
         *
         * @param months their figures, in order of time
         * @return empty if nothing can be made of them
         */
        public Optional<BigDecimal> of(List<Portion> months) {
            return figure.apply(months);
        }

        /** Which months it is made of. */
        public Stands stands() {
            return stands;
        }

        /** Tells whether it is the figure of one month of a run. */
        public boolean isStock() {
            return stands == Stands.FIRST || stands == Stands.LAST;
        }

        /**
         * Says what January to a period makes.
         *
         * @param before the figures of the months before, none if nothing was owed; empty if they are not known
         * @param now the figure of the period
         */
        public Optional<BigDecimal> yearToDate(Optional<List<Portion>> before, Optional<BigDecimal> now) {
            return switch (stands) {
                case ALL -> before.flatMap(b -> now.flatMap(n -> of(Portion.with(b, n))));
                case FIRST -> before.flatMap(this::of);
                case LAST -> now;
                case ONE -> Optional.empty();
            };
        }

        /**
         * Says what January to a period makes, as an Excel formula.
         *
         * @param before the name of the cell with what the months before make
         * @param portions their figures, none if nothing was owed; empty if they are not known
         * @param now the name of the cell with the figure of the period
         * @return empty if there is none
         */
        public Optional<YearToDate> yearToDate(String before, Optional<List<Portion>> portions, String now) {
            boolean alone =
                    portions.filter(List::isEmpty).isPresent() && of(List.of()).isEmpty();
            return switch (stands) {
                case ALL ->
                    alone
                            ? Optional.of(new YearToDate(now, List.of(now)))
                            : onto.formula(before, portions, now).map(f -> new YearToDate(f, List.of(before, now)));
                case FIRST -> Optional.of(new YearToDate(before, List.of(before)));
                case LAST -> Optional.of(new YearToDate(now, List.of(now)));
                case ONE -> Optional.empty();
            };
        }

        /** How figures of several months each make a longer one; {@link #NONE} if they do not. */
        public Time ofLonger() {
            return isStock() || alike.isPresent() ? this : NONE;
        }

        /** How totals over the units make that of a longer run of months; {@link #NONE} if they do not. */
        public Time ofTotals(Across across) {
            return isStock() || alike.equals(Optional.of(across)) ? this : NONE;
        }

        private static Stream<BigDecimal> values(List<Portion> portions) {
            return portions.stream().map(Portion::value);
        }
    }

    /**
     * A formula of January to a period.
     *
     * @param formula the formula
     * @param needs names of the cells that must hold numbers
     */
    public record YearToDate(String formula, List<String> needs) {
        public YearToDate {
            needs = List.copyOf(needs);
        }
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
        boolean closing = time == Time.LAST && !formula.isEmpty() && type.isNumeric();
        min = min.isEmpty() && closing ? Optional.of(BigDecimal.ZERO) : min;
        aliases = List.copyOf(aliases);
    }

    /** Whether it is worked out from other items rather than filled in. */
    public boolean isComputed() {
        return !formula.isEmpty();
    }

    /** Whether it is a text that has a row of a form to itself. */
    public boolean isAcross() {
        return lines.isPresent();
    }
}
