package org.huizong.publish.workbook;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.huizong.publish.narrative.Tone;

/** How a cell looks: few kinds, little colour, so that it prints in black and white. */
enum Look {
    TITLE(true, 18, HorizontalAlignment.CENTER, false, ""),
    SUBTITLE(false, 12, HorizontalAlignment.CENTER, false, ""),
    VERDICT(true, 12, HorizontalAlignment.LEFT, false, ""),
    SECTION(true, 12, HorizontalAlignment.LEFT, false, ""),
    SPOKEN(false, 11, HorizontalAlignment.LEFT, false, ""),
    PLAIN(false, 10.5, HorizontalAlignment.LEFT, false, ""),
    RIGHT(false, 10.5, HorizontalAlignment.RIGHT, false, ""),
    /** The way back to 首页. */
    BACK(false, 9, HorizontalAlignment.RIGHT, false, ""),
    NOTE(false, 10.5, HorizontalAlignment.LEFT, false, ""),
    LINK(false, 10.5, HorizontalAlignment.LEFT, false, ""),
    HEAD(true, 10.5, HorizontalAlignment.CENTER, true, "F2F2F2"),
    CELL(false, 10.5, HorizontalAlignment.LEFT, true, ""),
    CELL_LINK(false, 10.5, HorizontalAlignment.LEFT, true, ""),
    CENTRE(false, 10.5, HorizontalAlignment.CENTER, true, ""),
    NUMBER(false, 10.5, HorizontalAlignment.RIGHT, true, ""),
    TOTAL(true, 10.5, HorizontalAlignment.RIGHT, true, ""),
    TOTAL_LABEL(true, 10.5, HorizontalAlignment.LEFT, true, ""),
    GOOD(false, 10.5, HorizontalAlignment.CENTER, true, "E2EFDA"),
    NEAR(false, 10.5, HorizontalAlignment.CENTER, true, "FFF2CC"),
    CHOSEN(true, 12, HorizontalAlignment.CENTER, true, "DDEBF7"),
    POOR(false, 10.5, HorizontalAlignment.CENTER, true, "F8CBAD");

    /** The one colour of the report; dark, so that it prints as black. */
    private static final String ACCENT = "1F4E79";

    private static final String BLACK = "000000";

    private final boolean heavy;
    private final double points;
    private final HorizontalAlignment align;
    private final boolean framed;
    private final String fill;

    Look(boolean heavy, double points, HorizontalAlignment align, boolean framed, String fill) {
        this.heavy = heavy;
        this.points = points;
        this.align = align;
        this.framed = framed;
        this.fill = fill;
    }

    /** That of a word of this tone, in the middle of a cell. */
    static Look of(Tone tone) {
        return tone == Tone.PLAIN ? CENTRE : valueOf(tone.name());
    }

    /** Whether it is set in 黑体. */
    boolean heavy() {
        return heavy;
    }

    /** Size of its type. */
    double points() {
        return points;
    }

    /** Where the text stands in the cell. */
    HorizontalAlignment align() {
        return align;
    }

    /** Whether thin lines surround it: a cell of a table. */
    boolean framed() {
        return framed;
    }

    /** Colour of its type as RRGGBB: one colour for what leads the eye, else black. */
    String ink() {
        return switch (this) {
            case TITLE, SECTION, LINK, CELL_LINK, BACK -> ACCENT;
            default -> BLACK;
        };
    }

    /** Colour behind it as RRGGBB; empty for none. */
    String fill() {
        return fill;
    }

    /** Whether long text runs over several lines. */
    boolean wraps() {
        return framed
                || this == TITLE
                || this == SUBTITLE
                || this == NOTE
                || this == SPOKEN
                || this == LINK
                || this == VERDICT;
    }
}
