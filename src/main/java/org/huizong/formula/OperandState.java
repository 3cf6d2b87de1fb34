package org.huizong.formula;

/** How much is known of what a name in a formula stands for. None of these is the same as 0. */
public enum OperandState {
    /** It has a value. */
    KNOWN,
    /** It has a value without a part that nobody has reported. */
    PARTIAL,
    /** Nobody owes it. */
    NOT_OWED,
    /** Nobody has reported it: it is blank, not sent or sent back. */
    NOT_REPORTED,
    /** It has no value whatever was reported, as what says nothing over the period, or has no aggregate. */
    UNKNOWABLE;

    /** Tells whether there is a value. */
    public boolean hasValue() {
        return this == KNOWN || this == PARTIAL;
    }
}
