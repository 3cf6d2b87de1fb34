package org.huizong.workbook;

import java.lang.Character.UnicodeScript;

/** How much room a text takes, by counting: column widths must not depend on the fonts of the machine that writes. */
public final class TextWidth {
    private TextWidth() {}

    /** Width in digits: 2 for a Chinese character or full-width sign, 1 for any other. */
    public static int of(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** How many lines a text takes in so many digits of width, at least 1: Latin letters are narrower than digits, but words do not break. */
    public static int lines(String text, double width) {
        double room = Math.max(1, width - 1);
        boolean words = of(text) < text.length() * 3 / 2;
        return text.lines()
                .mapToInt(l -> (int) Math.max(1, Math.ceil(of(l) * (words ? 0.93 : 1.0) / room)))
                .sum();
    }

    private static boolean isWide(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || (c >= 0x2E80 && c <= 0xFFEF) || (c >= 0x2190 && c <= 0x27BF);
    }
}
