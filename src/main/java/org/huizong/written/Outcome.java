package org.huizong.written;

/** How a number of a report stands against the figures; the gravest first. */
public enum Outcome {
    /** The figures say another number. */
    DIFFERS,
    /** The numbers beside it in the report come to another one. */
    SUM,
    /** The figures are not whole, or nobody has reported: nobody can tell yet. */
    OPEN,
    /** Nothing on record says what it speaks of. */
    ABSENT,
    /** The figures say the same. */
    AGREES;

    /** Whether somebody has to correct something. */
    public boolean isWrong() {
        return this == DIFFERS || this == SUM;
    }
}
