package org.huizong.workbook;

/**
 * Looks for a DOCTYPE before the root element of an XML part, in UTF-8 and in UTF-16 (zero bytes are passed over).
 *
 * <p>No spreadsheet program writes one; it is how entities that blow up or reach out get in.
 */
final class Prolog {
    private enum State {
        TEXT,
        OPENED,
        INSTRUCTION,
        DECLARATION,
        COMMENT,
        DONE
    }

    private State state = State.TEXT;
    private boolean doctype;
    private int last;
    private int beforeLast;

    /** Whether there is nothing more to look at. */
    boolean isDone() {
        return state == State.DONE;
    }

    /** Whether a DOCTYPE was found. */
    boolean hasDoctype() {
        return doctype;
    }

    void read(byte[] bytes, int length) {
        for (int i = 0; i < length && state != State.DONE; i++) {
            if (bytes[i] != 0) {
                read(bytes[i]);
            }
        }
    }

    private void read(int next) {
        switch (state) {
            case TEXT -> state = next == '<' ? State.OPENED : State.TEXT;
            case OPENED -> state = next == '?' ? State.INSTRUCTION : next == '!' ? State.DECLARATION : State.DONE;
            case INSTRUCTION -> state = next == '>' && last == '?' ? State.TEXT : State.INSTRUCTION;
            case DECLARATION -> declaration(next);
            case COMMENT -> state = next == '>' && last == '-' && beforeLast == '-' ? State.TEXT : State.COMMENT;
            case DONE -> {}
        }
        beforeLast = last;
        last = next;
    }

    private void declaration(int next) {
        if (next == '-') {
            state = State.COMMENT;
        } else {
            doctype = true;
            state = State.DONE;
        }
    }
}
