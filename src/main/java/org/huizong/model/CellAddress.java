package org.huizong.model;

import java.util.Comparator;
import java.util.Optional;

/**
 * A cell of a sheet; in order by rows, then columns.
 *
 * @param row from 0
 * @param column from 0
 */
public record CellAddress(int row, int column) implements Comparable<CellAddress> {
    private static final int MAX_LETTERS = 3;
    private static final int MAX_DIGITS = 7;
    private static final Comparator<CellAddress> ORDER =
            Comparator.comparingInt(CellAddress::row).thenComparingInt(CellAddress::column);

    /** Reads {@code D7} or {@code $D$7}, in any case; empty for anything else, such as {@code #REF!}. */
    public static Optional<CellAddress> parse(String text) {
        // by hand, because a large workbook has a hundred thousand names
        int at = text.startsWith("$") ? 1 : 0;
        int from = at;
        int column = 0;
        for (; at < text.length() && isLetter(text.charAt(at)); at++) {
            column = column * 26 + (text.charAt(at) | 0x20) - 'a' + 1;
        }
        int letters = at - from;
        at += at < text.length() && text.charAt(at) == '$' ? 1 : 0;
        int digits = text.length() - at;
        if (letters < 1 || letters > MAX_LETTERS || digits < 1 || digits > MAX_DIGITS || text.charAt(at) == '0') {
            return Optional.empty();
        }
        int row = 0;
        for (; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            row = row * 10 + digit;
        }
        return Optional.of(new CellAddress(row - 1, column - 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** As people write it: {@code D7}. */
    public String text() {
        return letters(column) + (row + 1);
    }

    /** As formulas pin it: {@code $D$7}. */
    public String pinned() {
        return "$" + letters(column) + "$" + (row + 1);
    }

    /** The letters of a column, from 0. */
    public static String letters(int column) {
        return (column >= 26 ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
    }

    @Override
    public int compareTo(CellAddress other) {
        return ORDER.compare(this, other);
    }
}
