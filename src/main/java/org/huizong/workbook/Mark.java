package org.huizong.workbook;

/**
 * A mark on a cell of a workbook that goes back to its sender.
 *
 * @param sheet name of the sheet
 * @param cell address such as {@code D7}
 * @param tint what colour the cell takes
 * @param note what its note says
 */
public record Mark(String sheet, String cell, Tint tint, String note) {
    /** The colour of a mark, the gravest first. */
    public enum Tint {
        /** It must be corrected. */
        RED("F8CBC6"),
        /** It must be explained. */
        YELLOW("FFEB9C"),
        /** It must be looked at. */
        BLUE("DDEBF7");

        private final String rgb;

        Tint(String rgb) {
            this.rgb = rgb;
        }

        String rgb() {
            return rgb;
        }
    }
}
