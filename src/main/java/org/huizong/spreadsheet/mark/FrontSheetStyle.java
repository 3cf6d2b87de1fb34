package org.huizong.spreadsheet.mark;

import java.util.Optional;

/** How a cell of the list in front looks. */
public enum FrontSheetStyle {
    TITLE(18, true, false, Alignment.CENTER, false, false, Optional.empty()),
    WORDS(11, false, false, Alignment.GENERAL, true, false, Optional.empty()),
    HEAD(11, true, false, Alignment.CENTER, true, true, Optional.empty()),
    TEXT(11, false, false, Alignment.LEFT, true, true, Optional.empty()),
    CENTRED(11, false, false, Alignment.CENTER, true, true, Optional.empty()),
    LINK(11, false, true, Alignment.LEFT, true, true, Optional.empty()),
    RED(11, false, false, Alignment.CENTER, true, true, Optional.of(Mark.Tint.RED)),
    YELLOW(11, false, false, Alignment.CENTER, true, true, Optional.of(Mark.Tint.YELLOW)),
    BLUE(11, false, false, Alignment.CENTER, true, true, Optional.of(Mark.Tint.BLUE));

    /** Where in a cell its text stands; its height is always in the middle. */
    enum Alignment {
        GENERAL,
        LEFT,
        CENTER
    }

    private final int points;
    private final boolean isStrong;
    final boolean isLink;
    final Alignment alignment;
    final boolean wraps;
    final boolean isLined;
    final Optional<Mark.Tint> tint;

    FrontSheetStyle(
            int points,
            boolean isStrong,
            boolean isLink,
            Alignment alignment,
            boolean wraps,
            boolean isLined,
            Optional<Mark.Tint> tint) {
        this.points = points;
        this.isStrong = isStrong;
        this.isLink = isLink;
        this.alignment = alignment;
        this.wraps = wraps;
        this.isLined = isLined;
        this.tint = tint;
    }

    /** The look of what a mark of that colour asks for. */
    public static FrontSheetStyle of(Mark.Tint tint) {
        return switch (tint) {
            case RED -> RED;
            case YELLOW -> YELLOW;
            case BLUE -> BLUE;
        };
    }

    /** The letters of a look: a Chinese face is strong by itself. */
    record Typeface(String name, int points, boolean isBold, boolean isLink) {}

    Typeface typeface(boolean chinese) {
        return new Typeface(
                chinese ? (isStrong ? "黑体" : "宋体") : "Arial",
                chinese ? points : points - 1,
                isStrong && !chinese,
                isLink);
    }
}
