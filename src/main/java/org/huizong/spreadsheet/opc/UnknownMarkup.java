package org.huizong.spreadsheet.opc;

/** A part is written otherwise than the standard says, so that nobody knows where something can be put into it. */
public final class UnknownMarkup extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownMarkup(String what) {
        super(what);
    }
}
