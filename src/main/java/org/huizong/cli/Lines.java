package org.huizong.cli;

import java.util.ArrayList;
import java.util.List;
import org.huizong.spreadsheet.write.TextWidth;

/** Breaks a text into lines that fit a terminal: at spaces, and beside Chinese characters, which have none. */
final class Lines {
    /** What never begins a line. */
    private static final String CLOSING = "，。；：、）》”！？,.;:)]!?%";

    /** What never ends one. */
    private static final String OPENING = "（《“([";

    private Lines() {}

    /**
     * The lines of a text.
     *
     * @param first what the first line begins with
     * @param next what every other line begins with
     * @param width in digits; a Chinese character takes two
     */
    static List<String> of(String first, String next, String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String piece : pieces(text)) {
            if (!empty && TextWidth.of(line + piece.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(next);
            }
            line.append(piece);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The shortest pieces that may not be broken, each with the spaces that follow it. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = 0;
        for (int c : text.codePoints().toArray()) {
            if (!piece.isEmpty() && breaks(before, c)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            before = c;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean breaks(int before, int c) {
        if (c == ' ' || CLOSING.indexOf(c) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || isWide(before) || isWide(c);
    }

    private static boolean isWide(int c) {
        return TextWidth.of(Character.toString(c)) > 1;
    }
}
