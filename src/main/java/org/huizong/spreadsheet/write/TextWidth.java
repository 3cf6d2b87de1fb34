package org.huizong.spreadsheet.write;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** How much room a text takes, by counting: column widths must not depend on the fonts of the machine that writes. */
public final class TextWidth {
    private static final int FIRST_WIDE = 0x2E80;
    private static final int FIRST_ARROW = 0x2190;
    private static final int LAST_SIGN = 0x27BF;

    /** Between words, and around every wide character. */
    private static final Pattern BREAK = Pattern.compile("(?<=[ -])|(?<=[\\u2E80-\\uFFFF])|(?=[\\u2E80-\\uFFFF])");

    private TextWidth() {}

    /** Width in digits: 2 for a Chinese character, full-width sign, arrow or mark, 1 for any other. */
    public static int of(String text) {
        int places = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            places += isWide(text.codePointAt(i)) ? 2 : 1;
        }
        return places;
    }

    /** Width of a number in bold, which is broader, with its thousands apart and some room beside it. */
    public static double ofNumber(BigDecimal number, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number).length() * 1.15 + 2;
    }

    /** How many lines a text takes in a column of so many digits, at least 1; words are not broken if they fit. */
    public static int lines(String text, double width) {
        double room = Math.max(1, width - 1);
        return Math.max(1, text.lines().mapToInt(line -> wrapped(line, room)).sum());
    }

    private static int wrapped(String line, double places) {
        if (of(line) <= places) {
            return 1;
        }
        int lines = 1;
        double used = 0;
        for (String word : BREAK.split(line, -1)) {
            double width = of(word);
            if (used > 0 && used + of(word.stripTrailing()) > places) {
                lines++;
                used = 0;
            }
            used += width;
            while (used > places && width > places) {
                lines++;
                used -= places;
                width -= places;
            }
        }
        return lines;
    }

    private static boolean isWide(int c) {
        return c >= FIRST_WIDE || (c >= FIRST_ARROW && c <= LAST_SIGN);
    }
}
