package org.huizong.workbook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells a defined name stands for.
 *
 * @param firstRow from 0
 * @param firstColumn from 0
 * @param lastRow from 0, inclusive; the same as the first for one cell
 * @param lastColumn from 0, inclusive
 */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final Pattern CELLS =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([1-9]\\d{0,6})(?::\\$?([A-Z]{1,3})\\$?([1-9]\\d{0,6}))?");

    /** Reads {@code $D$7} or {@code $D$7:$D$20}; empty for anything else, such as {@code #REF!}. */
    static Optional<CellRange> parse(String address) {
        Matcher matcher = CELLS.matcher(address.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int column = column(matcher.group(1));
        int row = Integer.parseInt(matcher.group(2)) - 1;
        return Optional.of(
                matcher.group(3) == null
                        ? new CellRange(row, column, row, column)
                        : new CellRange(row, column, Integer.parseInt(matcher.group(4)) - 1, column(matcher.group(3))));
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1) - 1;
    }
}
