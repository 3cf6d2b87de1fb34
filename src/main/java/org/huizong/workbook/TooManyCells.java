package org.huizong.workbook;

/** Ends the reading of a workbook with more cells than are read; never leaves the room. */
final class TooManyCells extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyCells() {
        super("more than " + WorkbookReader.MAX_CELLS + " cells");
    }
}
