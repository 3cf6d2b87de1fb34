package org.huizong.spreadsheet.read;

/**
 * Runs over a table of text as its parser will, and ends the reading of one in which a line or a cell grows beyond what
 * any spreadsheet holds: the parser builds a whole line before it gives a cell of it.
 */
final class TextLines {
    static final int MAX_COLUMNS = 16_384;
    private static final int MAX_ROWS = 1_048_576;
    /** A quote within a cell is written twice. */
    private static final int MAX_WRITTEN = 2 * Limits.MAX_TEXT + 2;

    private static final char QUOTE = '"';

    private final Limits limits = new Limits();
    private int row;
    private int column;
    private int written;

    private TextLines() {}

    /**
     * Counts lines, cells and their characters.
     *
     * @throws Beyond if there are more than a sheet may have
     */
    static void count(String text, char delimiter) {
        TextLines lines = new TextLines();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == QUOTE && i + 1 < text.length() && text.charAt(i + 1) == QUOTE) {
                    i++;
                } else if (c == QUOTE) {
                    quoted = false;
                }
                lines.sign();
            } else if (c == QUOTE && lines.written == 0) {
                quoted = true;
                lines.sign();
            } else if (c == delimiter) {
                lines.endCell();
            } else if (c == '\n' || c == '\r') {
                lines.endLine(c == '\n' || i + 1 == text.length() || text.charAt(i + 1) != '\n');
            } else {
                lines.sign();
            }
        }
    }

    private void sign() {
        if (written++ == 0) {
            limits.cell();
        }
        if (written > MAX_WRITTEN) {
            throw new Beyond(Unfit.of("file.cell"));
        }
    }

    private void endCell() {
        written = 0;
        if (++column >= MAX_COLUMNS) {
            throw Beyond.limit("file.columns", MAX_COLUMNS);
        }
    }

    private void endLine(boolean isWhole) {
        written = 0;
        column = 0;
        if (isWhole && ++row > MAX_ROWS) {
            throw Beyond.limit("file.lines", MAX_ROWS);
        }
    }
}
