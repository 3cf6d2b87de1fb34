package org.huizong.spreadsheet.mark;

/** A sheet has more of something that is held than any that people make: {@link Unmarked#SIZE}. */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Elements of one kind that one sheet may have. */
    private static final int MAX = 100_000;

    private TooLarge(String what) {
        super(what);
    }

    /** Refuses more elements of one name than a sheet may have. */
    static void check(int count, String name) {
        if (count > MAX) {
            throw new TooLarge("more than " + MAX + " of " + name);
        }
    }
}
