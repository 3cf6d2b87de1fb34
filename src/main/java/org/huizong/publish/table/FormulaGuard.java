package org.huizong.publish.table;

import java.util.regex.Pattern;

/** Keeps a spreadsheet from running a text of a CSV file as a formula: an apostrophe goes in front of it. */
final class FormulaGuard {
    /** Signs that begin a formula, in full width too. */
    private static final String BEGINS = "=@＝＠";
    /** Signs that begin one too, unless a Chinese word follows. */
    private static final String MAY_BEGIN = "+＋－-";
    /** What a spreadsheet that parts cells by another sign than the comma makes a border of. */
    private static final String BORDERS = ";\t\n";

    private static final String SPACES = " \t\n\u000b\f\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private FormulaGuard() {}

    /** The text with an apostrophe at its start, or after any border in it, where what follows might be run. */
    static String apply(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String guarded = hasBorder(text) ? behindBorders(text) : text;
        return isRunAtOnce(text) && !NUMBER.matcher(text).matches() ? '\'' + guarded : guarded;
    }

    private static boolean hasBorder(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (BORDERS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String behindBorders(String text) {
        StringBuilder guarded = new StringBuilder(text);
        boolean runs = false;
        boolean wordFollows = true;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (runs && BORDERS.indexOf(c) >= 0) {
                guarded.insert(i + 1, '\'');
            }
            if (SPACES.indexOf(c) < 0) {
                boolean begins = BEGINS.indexOf(c) >= 0 || (MAY_BEGIN.indexOf(c) >= 0 && !wordFollows);
                runs = begins || (c == '"' && runs);
                wordFollows = Character.UnicodeScript.of(text.codePointAt(i)) == Character.UnicodeScript.HAN;
            }
        }
        return guarded.toString();
    }

    private static boolean isRunAtOnce(String text) {
        int first = 0;
        while (first < text.length() - 1 && text.charAt(first) == '"') {
            first++;
        }
        char c = text.charAt(first);
        return SPACES.indexOf(text.charAt(0)) >= 0 || BEGINS.indexOf(c) >= 0 || MAY_BEGIN.indexOf(c) >= 0;
    }
}
