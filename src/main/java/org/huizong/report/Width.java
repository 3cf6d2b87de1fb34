package org.huizong.report;

/** Widths by count: a Chinese character takes two places, any other one. */
final class Width {
    private Width() {}

    /** How many places a text takes. */
    static int of(String text) {
        return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    /** How many lines a text takes in a column of so many places; at least 1. */
    static int lines(String text, double places) {
        return text.lines()
                .mapToInt(line -> (int) Math.max(1, Math.ceil(of(line) / Math.max(1, places - 1))))
                .sum();
    }
}
