package org.huizong.spreadsheet.mark;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.text.Visible;

/** The notes on marked cells, known again by their author and their first line; what a clerk had noted there stays. */
final class Note {
    /** Who the notes are by, in either language. */
    private static final List<String> AUTHORS = List.of("汇总", "Huizong");

    private static final double WIDTH = 44;
    /** Points of a line, also of a row of which nobody says how high it is. */
    static final double LINE = 13.5;
    /** Rows that a note may cover. */
    private static final int MAX_ROWS = 50;

    private static final int MAX_COLUMNS = 20;

    private Note() {}

    /** What a note of ours says. */
    static String text(String author, String words) {
        return Visible.text(author + ":\n" + words);
    }

    /** At which character of a note ours begins: 0 if it is all ours; empty if ours is not in it. */
    static OptionalInt begin(String author, String text) {
        for (String ours : AUTHORS) {
            int added = text.indexOf("\n" + ours + ":\n");
            if (text.startsWith(ours + ":\n") || (added < 0 && ours.equals(author))) {
                return OptionalInt.of(0);
            }
            if (added >= 0) {
                return OptionalInt.of(added);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * How far the box of a note reaches.
     *
     * @param lastColumn the first one behind it
     * @param lastRow the first one below it
     */
    record Box(int lastColumn, int lastRow) {
        /**
         * The box of a note on that cell, beside which it begins.
         *
         * @param widths of columns in digits, 0 for a hidden one
         * @param heights of rows in points, 0 for a hidden one
         */
        static Box of(CellAddress at, String text, IntToDoubleFunction widths, IntToDoubleFunction heights) {
            int column = at.column() + 1;
            for (double width = 0; width < WIDTH && column < at.column() + 1 + MAX_COLUMNS; column++) {
                width += widths.applyAsDouble(column);
            }
            double height = LINE
                    * (text.lines()
                                    .mapToInt(l -> TextWidth.lines(l, WIDTH * 1.1))
                                    .sum()
                            + 0.5);
            int row = at.row();
            for (double room = 0; room < height && row < at.row() + MAX_ROWS; row++) {
                room += heights.applyAsDouble(row);
            }
            return new Box(column, row);
        }
    }
}
