package org.huizong.written.mark;

/**
 * What is put beside some words of a text.
 *
 * @param paragraph which paragraph of the document, from 0
 * @param start where the words begin in it
 * @param end where they end in it
 * @param tint the colour behind them
 * @param text the comment
 */
public record Remark(int paragraph, int start, int end, Tint tint, String text) {
    /** The colours, as fills. */
    public enum Tint {
        GOOD("C6EFCE"),
        BAD("FFC7CE"),
        OPEN("FFEB9C");

        private final String fill;

        Tint(String fill) {
            this.fill = fill;
        }

        String fill() {
            return fill;
        }
    }
}
