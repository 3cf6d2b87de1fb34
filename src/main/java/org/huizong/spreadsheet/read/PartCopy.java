package org.huizong.spreadsheet.read;

import java.util.Arrays;

/**
 * The bytes of a part that are kept for its parser, but for what nobody reads of a worksheet and what is most of it: the
 * formulas that are never worked out and the cells in which nothing else is written.
 */
final class PartCopy {
    /** Bytes of most parts, to begin with. */
    private static final int LIKELY = 16 << 10;
    /** Bytes of a formula that is never worked out, however its characters are written. */
    private static final int LONG = 10 * TypedFormula.LONGEST;
    /** Bytes around the formula in a section of characters. */
    private static final int AROUND = "<![CDATA[]]>".length();
    /** The place of no cell. */
    private static final int NONE = -1;
    /** By their code, those that may stand in a formula that is worked out, or around it. */
    private static final boolean[] OF_TYPED = ofTyped();

    private final boolean isSheet;
    private byte[] bytes;
    private int size;
    /** Where in the bytes at hand those begin that are not copied yet. */
    private int from;

    /** Where in the copy the element at hand begins, and its text if it is a formula. */
    private int element;

    private int formula;
    /** Where the cell at hand begins in which nothing is written yet; {@link #NONE} if there is none. */
    private int blank = NONE;

    private boolean isWhole = true;
    /** Whether what comes belongs to a formula that is left out. */
    private boolean isSkipping;
    /** Whether a cell was left out, and whether none may be. */
    private boolean hasCutCells;

    private boolean keepsCells;

    private boolean isKept;

    /** An empty copy of a part; it stays empty if the part is not read. */
    PartCopy(Part part) {
        this.isSheet = part == Part.WORKSHEET;
        this.isKept = part.isRead();
        this.bytes = new byte[isKept ? LIKELY : 0];
    }

    boolean isKept() {
        return isKept;
    }

    /** Lets go of what was copied: there is no room for it. */
    void drop() {
        isKept = false;
        bytes = new byte[0];
        size = 0;
    }

    /** Whether cells and formulas are left out of it. */
    boolean cuts() {
        return isKept && isSheet;
    }

    int size() {
        return size;
    }

    /** Whether nothing was left out. */
    boolean isWhole() {
        return isWhole;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Notes where in the copy an element begins; its name of one letter ends at that place of the bytes at hand. */
    void beginElement(int at) {
        element = offset(at) - 2;
    }

    /**
     * Leaves out a cell with nothing in it. One that does not begin with its address counts on from the one before: if
     * that is gone, the copy is of no use.
     *
     * @param at behind the tag that begins the cell
     * @param isEmpty whether the cell ends there too
     */
    void beginCell(byte[] hand, int at, boolean isEmpty) {
        boolean atHand = element >= size;
        int start = from + element - size;
        if (!atHand) {
            take(hand, at);
        }
        if (!isKept) {
            return;
        }
        blank = NONE;
        if (!(atHand ? isAddressed(hand, start + 2) : isAddressed(bytes, element + 2))) {
            keepsCells = true;
            if (hasCutCells) {
                drop();
            }
        } else if (!keepsCells && isEmpty) {
            if (atHand) {
                take(hand, start);
            }
            cut(element);
            from = at;
            hasCutCells = true;
        } else if (!keepsCells) {
            blank = element;
        }
    }

    /** Notes that something is written that is no formula. */
    void write() {
        blank = NONE;
    }

    /** Leaves out the cell that ends at that place of the bytes at hand if nothing is written in it. */
    void endCell(byte[] hand, int at) {
        if (blank != NONE && isKept && !isSkipping) {
            take(hand, at);
            cut(blank);
            hasCutCells = true;
        }
        blank = NONE;
    }

    /** Tells whether an address comes next that is on every sheet; none before the end of the tag is passed over. */
    private static boolean isAddressed(byte[] tag, int at) {
        if (tag[at] != ' '
                || tag[at + 1] != 'r'
                || tag[at + 2] != '='
                || tag[at + 3] != '"'
                || !isLetter(tag[at + 4])) {
            return false;
        }
        byte digit = isLetter(tag[at + 5]) ? tag[at + 6] : tag[at + 5];
        return digit >= '1' && digit <= '9';
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    /** Notes where in the bytes at hand the text of a formula begins. */
    void beginFormula(int at) {
        formula = offset(at);
    }

    /**
     * Leaves out the formula that ends here unless it is one that may be worked out.
     *
     * @param at behind the sign that opens the tag at its end
     * @param length bytes of the formula
     */
    void endFormula(byte[] hand, int at, int length) {
        take(hand, at);
        if (isKept && (length > LONG || isNeverWorkedOut(size - 1))) {
            cut(element);
            isSkipping = true;
        }
    }

    /** Notes that an element ends before that place of the bytes at hand. */
    void endElement(int at) {
        if (isSkipping) {
            isSkipping = false;
            from = at;
        }
    }

    private int offset(int at) {
        return size + at - from;
    }

    private void cut(int at) {
        size = at;
        isWhole = false;
    }

    /** Tells whether a formula has a character that no typed one has, or more of them; one that is a number may be any. */
    private boolean isNeverWorkedOut(int end) {
        for (int i = formula; i < end; i++) {
            byte b = bytes[i];
            if (b == '&' && bytes[i + 1] == '#') {
                return false;
            } else if (b < 0 || !OF_TYPED[b]) {
                return true;
            }
        }
        return end - formula > TypedFormula.LONGEST + AROUND;
    }

    private static boolean[] ofTyped() {
        boolean[] of = new boolean[128];
        for (char c = 0; c < of.length; c++) {
            of[c] = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "$:+*/()., -<![]>".indexOf(c) >= 0;
        }
        return of;
    }

    /** Copies the rest of the bytes at hand; others come next. */
    void end(byte[] hand, int length) {
        take(hand, length);
        from = 0;
    }

    private void take(byte[] hand, int to) {
        int length = to - from;
        if (isKept && !isSkipping) {
            if (size + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
            }
            System.arraycopy(hand, from, bytes, size, length);
            size += length;
        }
        from = to;
    }
}
