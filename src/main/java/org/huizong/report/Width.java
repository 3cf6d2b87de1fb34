package org.huizong.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Widths by count: a Chinese character takes two places, any other one. */
final class Width {
    private static final int FIRST_WIDE = 0x2E80;
    /** Between words, and around every wide character. */
    private static final Pattern BREAK = Pattern.compile("(?<=[ -])|(?<=[\\u2E80-\\uFFFF])|(?=[\\u2E80-\\uFFFF])");

    private Width() {}

    /** How many places a text takes. */
    static int of(String text) {
        int places = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            places += of(text.codePointAt(i));
        }
        return places;
    }

    /** Places that a number takes in bold, which is broader, with its thousands apart and some room beside it. */
    static double ofNumber(BigDecimal number, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number).length() * 1.15 + 2;
    }

    private static int of(int character) {
        return character < FIRST_WIDE ? 1 : 2;
    }

    /** How many lines a text takes in a column of so many places, at least 1; words are not broken if they fit. */
    static int lines(String text, double places) {
        return Math.max(
                1, text.lines().mapToInt(line -> wrapped(line, places - 1)).sum());
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
}
