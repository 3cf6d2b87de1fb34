package org.huizong.spreadsheet.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** Turns what a file writes in a cell into a value, and a value into what a cell holds. */
public final class CellValues {
    private CellValues() {}

    /** Puts a value into a cell; what is missing leaves it blank, and the style is as it was. */
    public static void put(Cell cell, Value value) {
        if (value instanceof Value.Quantity quantity) {
            cell.setCellValue(quantity.number().doubleValue());
        } else if (value instanceof Value.Date day) {
            cell.setCellValue(day.date());
        } else if (value instanceof Value.Logical logical) {
            cell.setCellValue(logical.isTrue());
        } else if (value.isMissing()) {
            cell.setBlank();
        } else {
            cell.setCellValue(value.show());
        }
    }

    /** Returns what a file writes as a text, cleaned; empty if nothing is left of it. */
    public static Optional<Value> text(String written) {
        String text = Folding.cleaned(written);
        return text.isEmpty() ? Optional.empty() : Optional.of(Value.of(text));
    }

    /**
     * Returns a number as a file writes it, to the 15 digits that Excel counts and without the noise of binary
     * fractions; a text if no spreadsheet could hold it.
     */
    public static Value number(String written) {
        long whole = whole(written);
        if (whole >= 0) {
            return Value.of(BigDecimal.valueOf(whole));
        }
        try {
            BigDecimal number = new BigDecimal(written.strip());
            if (Math.abs((long) number.precision() - number.scale()) > 310 || Math.abs((long) number.scale()) > 340) {
                return new Value.Text(written);
            }
            BigDecimal rounded = number.round(new MathContext(15)).stripTrailingZeros();
            return Value.of(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        } catch (NumberFormatException e) {
            return new Value.Text(written);
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
