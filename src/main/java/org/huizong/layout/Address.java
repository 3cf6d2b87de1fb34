package org.huizong.layout;

/**
 * A cell of a sheet.
 *
 * @param row from 0
 * @param column from 0
 */
public record Address(int row, int column) {
    /** As people write it: {@code D7}. */
    public String text() {
        return columnText(column) + (row + 1);
    }

    /** As formulas pin it: {@code $D$7}. */
    public String pinned() {
        return "$" + columnText(column) + "$" + (row + 1);
    }

    private static String columnText(int column) {
        return (column >= 26 ? columnText(column / 26 - 1) : "") + (char) ('A' + column % 26);
    }
}
