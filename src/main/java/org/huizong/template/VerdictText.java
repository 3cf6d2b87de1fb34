package org.huizong.template;

import java.util.ArrayList;
import java.util.List;

/**
 * What the check cell of a line or a record shows of the verdicts behind it, as formulas: errors, then what is blank, then
 * what must be explained, each on a line of its own; only the first, and how many more there are, if there is no room.
 */
final class VerdictText {
    /** Ends a verdict among those that are joined; COUNTIF of POI finds nothing in a text of several lines. */
    private static final String END = "\"¶\"";

    /** Height of a line of remarks, in points. */
    static final double LINE = 12.5;
    /** How much of a line is lost where the next verdict begins on one of its own. */
    private static final double LOST = 0.5;

    private final List<String> pieces = new ArrayList<>();

    /** Those of these cells that begin with a mark. */
    VerdictText add(String mark, List<String> cells) {
        cells.forEach(c -> piece("LEFT(" + c + ",1)=\"" + mark + "\"", c));
        return this;
    }

    /** A text, if a condition holds. */
    VerdictText piece(String when, String text) {
        pieces.add("IF(" + when + "," + text + "&" + END + ",\"\")");
        return this;
    }

    /** All of it, each verdict with its end. */
    String joined() {
        return pieces.isEmpty() ? "\"\"" : String.join("&", pieces);
    }

    /**
     * What is shown.
     *
     * @param joined the cell with all of it
     * @param fine what is shown if that is empty, as a formula
     * @param room how many lines there are
     * @param line how many characters a line takes
     * @param more what follows the first verdict if there is no room, with the number of the others as {@code {0}}
     */
    static String shown(String joined, String fine, int room, int line, String more) {
        String count = "LEN(" + joined + ")-LEN(SUBSTITUTE(" + joined + "," + END + ",\"\"))";
        String length = "LEN(" + joined + ")+(" + count + "-1)*" + Math.round(line * LOST);
        String first = "LEFT(" + joined + ",FIND(" + END + "," + joined + ")-1)&"
                + Excel.sentence(more, place -> "(" + count + "-1)");
        String all = "SUBSTITUTE(LEFT(" + joined + ",LEN(" + joined + ")-1)," + END + ",CHAR(10))";
        return "IF(" + joined + "=\"\"," + fine + ",IF(OR(" + count + "=1," + length + "<=" + room * line + ")," + all
                + "," + first + "))";
    }

    /** How many lines of remarks a row of that height has room for. */
    static int room(double height) {
        return Math.max(1, (int) Math.floor((height - 2) / LINE));
    }

    /** How many characters a line of remarks takes in a column of that width: Chinese ones are two digits wide. */
    static int line(int width, boolean chinese) {
        double digits = (width - 2) * 11 / 9.0;
        return (int) Math.floor(chinese ? digits / 2 : digits);
    }
}
