package org.huizong.catalogue;

import java.util.OptionalInt;

/**
 * Characters that nobody sees and some program obeys: controls such as ESC and BEL, marks of direction, joiners, and
 * what XML cannot hold.
 */
final class Control {
    private Control() {}

    /** Tells whether a character is one, breaks of lines and tabs included. */
    static boolean is(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> (c & 0xfffe) == 0xfffe;
        };
    }

    /** Tells whether a character ends a line or moves to the next stop: what people type with Alt+Enter. */
    static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    /** The first in a text that is no break. */
    static OptionalInt first(String text) {
        return text.codePoints().filter(c -> is(c) && !isBreak(c)).findFirst();
    }

    /** The text with a space for each break, and without all others. */
    static String without(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(c -> !is(c) || isBreak(c))
                .map(c -> isBreak(c) ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** How people look a character up: {@code U+001B}. */
    static String name(int c) {
        return "U+%04X".formatted(c);
    }
}
