package org.huizong.spreadsheet.read;

/**
 * Counts what is built of one file, whatever its format, and ends the reading of one that would build more than there is
 * room for beside others.
 */
final class Limits {
    /** Cells that are not blank; also the shared texts of a workbook, of which each is in some cell. */
    static final int MAX_CELLS = 500_000;
    /** Characters of one cell, as Excel counts. */
    static final int MAX_TEXT = 32_767;
    /** Characters of all texts. */
    static final long MAX_TEXTS = 20_000_000;
    /** Tabs of a workbook. */
    static final int MAX_TABS = 1_000;
    /** Defined names that stand for cells. */
    static final int MAX_NAMES = 100_000;
    /** Elements that are passed over on all sheets, of a part that several tabs name once for each. */
    static final long MAX_ELEMENTS = 30_000_000;

    private int cells;
    private long texts;
    private long elements;

    /** One more cell that is not blank. */
    void cell() {
        if (++cells > MAX_CELLS) {
            throw Beyond.limit("file.cells", MAX_CELLS);
        }
    }

    /** One more text of that many characters. */
    void text(int length) {
        if (length > MAX_TEXT) {
            throw new Beyond(Unfit.of("file.cell"));
        }
        texts += length;
        if (texts > MAX_TEXTS) {
            throw Beyond.limit("file.texts", MAX_TEXTS);
        }
    }

    /** One more element of a sheet. */
    void element() {
        if (++elements > MAX_ELEMENTS) {
            throw Beyond.limit("file.cells", MAX_CELLS);
        }
    }

    /** So many shared texts. */
    static void shared(long count) {
        if (count > MAX_CELLS) {
            throw Beyond.limit("file.cells", MAX_CELLS);
        }
    }

    /** So many tabs. */
    static void tabs(int count) {
        if (count > MAX_TABS) {
            throw Beyond.limit("file.tabs", MAX_TABS);
        }
    }
}
