package org.huizong.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.huizong.text.Folding;

/** What a cell holds before anybody says what it means; a formula's is its cached value. A blank cell is none. */
public sealed interface RawCell {
    /** A number; a date is one too. At most 15 significant digits, as Excel counts. */
    record Numeric(BigDecimal number) implements RawCell {}

    /** A text, never empty; {@link #text} makes it of what a file says. */
    record Text(String text) implements RawCell {}

    /** TRUE or FALSE. */
    record Logical(boolean value) implements RawCell {}

    /** An error such as {@code #REF!}. */
    record Fault(String code) implements RawCell {}

    /** As it shows: plain digits, the text, TRUE, {@code #REF!}. */
    default String show() {
        if (this instanceof Numeric n) {
            return n.number().toPlainString();
        }
        if (this instanceof Logical l) {
            return l.value() ? "TRUE" : "FALSE";
        }
        return this instanceof Text t ? t.text() : ((Fault) this).code();
    }

    /** What a file writes as a text, cleaned; empty if nothing is left of it. */
    static Optional<RawCell> text(String written) {
        String text = Folding.cleaned(written);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Text(text));
    }

    /** A number as a file writes it, without the noise of binary fractions; a text if no spreadsheet could hold it. */
    static RawCell number(String written) {
        long whole = whole(written);
        if (whole >= 0) {
            return new Numeric(BigDecimal.valueOf(whole));
        }
        try {
            BigDecimal number = new BigDecimal(written.strip());
            if (Math.abs((long) number.precision() - number.scale()) > 310 || Math.abs((long) number.scale()) > 340) {
                return new Text(written);
            }
            BigDecimal rounded = number.round(new MathContext(15)).stripTrailingZeros();
            return new Numeric(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        } catch (NumberFormatException e) {
            return new Text(written);
        }
    }

    /** The value of at most 15 digits, or of these with {@code .0} behind, which is what most cells hold; else -1. */
    private static long whole(String written) {
        int end = written.endsWith(".0") ? written.length() - 2 : written.length();
        if (end == 0 || end > 15) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < end; i++) {
            int digit = written.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
