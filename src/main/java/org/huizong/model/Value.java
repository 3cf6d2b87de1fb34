package org.huizong.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A value, from the cell that was sent to the cell that is written: what a workbook holds, what is on record, what a
 * formula takes and what it comes to. Blank, zero and not owed are three different things.
 *
 * <p>A number becomes a {@code double} only where POI takes it.
 */
public sealed interface Value {
    /** A count, an amount in yuan, or any other number, with the digits that were written. */
    record Quantity(BigDecimal number) implements Value {}

    /** A text, never empty. */
    record Text(String text) implements Value {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty text is blank");
            }
        }
    }

    /** A day; in a cell it is a number until somebody says that a day is asked there. */
    record Date(LocalDate date) implements Value {
        private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

        /** The day that spreadsheets write as this number, from 61 on: before, they count a day that never was. */
        public static Date ofSerial(long serial) {
            return new Date(DAY_ZERO.plusDays(serial));
        }
    }

    /** TRUE or FALSE: what a cell may hold or a formula come to, never an observation. */
    record Logical(boolean isTrue) implements Value {}

    /**
     * No value but an error: what a cell may hold or a formula come to, never an observation.
     *
     * @param code Excel's word for it, such as {@code #REF!} or {@code #DIV/0!}
     */
    record CellError(String code) implements Value {}

    /**
     * A personal value as it is kept outside the archive; two are equal if their digests are.
     *
     * @param text what of it is shown, never empty
     * @param digest equal for those that were equal, and for no others; it cannot be turned back into the value
     */
    record Masked(String text, String digest) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Masked m && m.digest.equals(digest);
        }

        @Override
        public int hashCode() {
            return digest.hashCode();
        }
    }

    /** Nothing that could be calculated with, and why. */
    enum Gap implements Value {
        /** An empty cell. */
        BLANK,
        /** A cell that this unit is not asked. */
        NOT_OWED
    }

    /** A number. */
    static Value of(BigDecimal number) {
        return new Quantity(number);
    }

    /** A whole number. */
    static Value of(long number) {
        return new Quantity(BigDecimal.valueOf(number));
    }

    /** A text; blank if it is empty. */
    static Value of(String text) {
        return text.isEmpty() ? Gap.BLANK : new Text(text);
    }

    /** A day. */
    static Value of(LocalDate date) {
        return new Date(date);
    }

    /** Its number, if it is one. */
    default Optional<BigDecimal> asNumber() {
        return this instanceof Quantity n ? Optional.of(n.number()) : Optional.empty();
    }

    /**
     * As people write it: plain digits, the text, the masked text, the ISO date, TRUE, {@code #REF!}; empty for blank and
     * not owed.
     */
    default String show() {
        if (this instanceof Quantity n) {
            return n.number().stripTrailingZeros().toPlainString();
        }
        if (this instanceof Text t) {
            return t.text();
        }
        if (this instanceof Masked m) {
            return m.text();
        }
        if (this instanceof Logical l) {
            return l.isTrue() ? "TRUE" : "FALSE";
        }
        if (this instanceof CellError e) {
            return e.code();
        }
        return this instanceof Date d ? d.date().toString() : "";
    }

    /** Whether nothing is there to calculate with: blank or not owed. */
    default boolean isMissing() {
        return this instanceof Gap;
    }
}
