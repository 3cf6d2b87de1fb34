package org.huizong.workbook;

/**
 * Watches the bytes of a worksheet for a cell beyond the last column: the streaming parser makes room for every column
 * before it, and a cell ZZZZZZ1 would take all the memory there is.
 *
 * <p>Looks at attributes named {@code r}, in UTF-8 and in UTF-16 (zero bytes are passed over).
 */
final class CellColumns {
    private static final int LETTERS = 3;

    private enum State {
        TEXT,
        SPACE,
        NAME,
        EQUALS,
        VALUE
    }

    private State state = State.TEXT;
    private int letters;
    private boolean beyond;

    /** Whether there was such a cell, or one whose address is written in a way that hides it. */
    boolean isBeyond() {
        return beyond;
    }

    void read(byte[] bytes, int length) {
        for (int i = 0; i < length && !beyond; i++) {
            if (bytes[i] != 0) {
                read(bytes[i]);
            }
        }
    }

    private void read(int next) {
        boolean space = next == ' ' || next == '\t' || next == '\r' || next == '\n';
        switch (state) {
            case TEXT -> state = space ? State.SPACE : State.TEXT;
            case SPACE -> state = next == 'r' ? State.NAME : space ? State.SPACE : State.TEXT;
            case NAME -> state = next == '=' ? State.EQUALS : space ? State.NAME : State.TEXT;
            case EQUALS -> {
                letters = 0;
                state = next == '"' || next == '\'' ? State.VALUE : space ? State.EQUALS : State.TEXT;
            }
            case VALUE -> value(next);
        }
    }

    private void value(int next) {
        boolean letter = (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
        beyond = next == '&' || (letter && ++letters > LETTERS);
        state = letter ? State.VALUE : State.TEXT;
    }
}
