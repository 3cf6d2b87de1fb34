package org.huizong.text;

import java.util.Optional;

/**
 * Shows what people wrote without what a terminal or a spreadsheet would obey: a name of a file may hold a command to the
 * screen, or turn the letters after it around. Each such character is shown as a sign of its own, {@code ␛} for ESC, or
 * as {@code �} where there is none.
 */
public final class Visible {
    private static final char NO_SIGN = '\uFFFD';
    private static final int SIGNS = 0x2400;
    private static final char DELETE = 0x7f;
    private static final char SIGN_OF_DELETE = '\u2421';

    private Visible() {}

    /** The text in its lines: line breaks and tabs stay as they are. */
    public static String text(String text) {
        return shown(text, true);
    }

    /** The text in one line: line breaks and tabs are shown as signs. */
    public static String line(String text) {
        return shown(text, false);
    }

    private static String shown(String text, boolean lines) {
        int at = 0;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length()).append(text, 0, at);
        String breaks = lines ? text.replace("\r\n", "\n") : text;
        breaks.substring(at).codePoints().forEach(c -> {
            if (lines && (c == '\n' || c == '\t')) {
                shown.append((char) c);
            } else {
                sign(c).ifPresentOrElse(shown::append, () -> shown.appendCodePoint(c));
            }
        });
        return shown.toString();
    }

    /** Whether nothing is to be looked at; the halves of a character beyond the first 65,536 are. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < DELETE) || (c > '\u009f' && c < '\u2028') || (c > '\u2069' && c < '\ud800');
    }

    private static Optional<Character> sign(int c) {
        if (c < ' ') {
            return Optional.of((char) (SIGNS + c));
        }
        if (c == DELETE) {
            return Optional.of(SIGN_OF_DELETE);
        }
        boolean obeyed = (c > DELETE && c <= 0x9f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xd800 && c <= 0xdfff)
                || (c & 0xfffe) == 0xfffe;
        return obeyed ? Optional.of(NO_SIGN) : Optional.empty();
    }
}
