package org.huizong.spreadsheet.read;

import java.util.Arrays;

/**
 * The bytes of a part that are kept for its parser, but for the formulas of a worksheet that are never worked out: nobody
 * reads them, and they are most of its bytes.
 */
final class PartCopy {
    /** Bytes of a worksheet of a form, to begin with. */
    private static final int LIKELY = 64 << 10;
    /** Bytes of a formula that is never worked out, however its characters are written. */
    private static final int LONG = 10 * TypedFormula.LONGEST;
    /** Bytes around the formula in a section of characters. */
    private static final int AROUND = "<![CDATA[]]>".length();
    /** By their code, those that may stand in a formula that is worked out, or around it. */
    private static final boolean[] OF_TYPED = ofTyped();

    private final boolean isSheet;
    private byte[] bytes;
    private int size;
    /** Where in the bytes at hand those begin that are not copied yet. */
    private int from;

    private int formula;
    private boolean isWhole = true;

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

    /** Whether formulas are left out of it. */
    boolean cutsFormulas() {
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

    /** Notes where in the bytes at hand the text of a formula begins. */
    void beginFormula(byte[] hand, int at) {
        take(hand, at);
        formula = size;
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
            isWhole = false;
            size = formula;
            bytes[size++] = '<';
        }
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
        if (isKept) {
            if (size + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
            }
            System.arraycopy(hand, from, bytes, size, length);
            size += length;
        }
        from = to;
    }
}
