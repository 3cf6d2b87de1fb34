package org.huizong.workbook;

import java.util.Optional;

/**
 * The cells a defined name stands for.
 *
 * @param firstRow from 0
 * @param firstColumn from 0
 * @param lastRow from 0, inclusive; the same as the first for one cell
 * @param lastColumn from 0, inclusive
 */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final int LETTERS = 3;
    private static final int DIGITS = 7;

    /** Reads {@code $D$7} or {@code $D$7:$D$20}; empty for anything else, such as {@code #REF!}. */
    static Optional<CellRange> parse(String address) {
        String text = address.strip();
        int colon = text.indexOf(':');
        long first = corner(colon < 0 ? text : text.substring(0, colon));
        long last = colon < 0 ? first : corner(text.substring(colon + 1));
        return first < 0 || last < 0
                ? Optional.empty()
                : Optional.of(new CellRange(row(first), column(first), row(last), column(last)));
    }

    /** Row and column of one cell in one number, which a regular expression would take far longer to find; -1 if none. */
    private static long corner(String text) {
        int at = text.startsWith("$") ? 1 : 0;
        int column = 0;
        int letters = at;
        for (; at < text.length() && isLetter(text.charAt(at)); at++) {
            column = column * 26 + (text.charAt(at) | 0x20) - 'a' + 1;
        }
        letters = at - letters;
        at += at < text.length() && text.charAt(at) == '$' ? 1 : 0;
        int digits = text.length() - at;
        if (letters < 1 || letters > LETTERS || digits < 1 || digits > DIGITS || text.charAt(at) == '0') {
            return -1;
        }
        int row = 0;
        for (; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            row = row * 10 + digit;
        }
        return (long) (row - 1) << Integer.SIZE | (column - 1);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static int row(long corner) {
        return (int) (corner >> Integer.SIZE);
    }

    private static int column(long corner) {
        return (int) corner;
    }
}
