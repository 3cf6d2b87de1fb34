package org.huizong.template;

/** The signs with which the live checks of forms and registers begin, by which they are counted and coloured. */
final class VerdictMark {
    static final String ERROR = "✘";
    static final String BLANK = "○";
    static final String QUERY = "△";
    static final String NOTICE = "※";
    static final String FINE = "✓";
    static final String UNDECIDED = "？";

    private VerdictMark() {}
}
