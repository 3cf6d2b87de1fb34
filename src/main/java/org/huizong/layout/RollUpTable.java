package org.huizong.layout;

/**
 * The hidden table with which a consolidated workbook hands its units' figures up: a row for each unit and item, and one
 * without item for each return that is lacking.
 */
public enum RollUpTable {
    /** Code of the unit; of one below a unit that reports for many behind the code of that one. */
    UNIT,
    /** Its name. */
    LABEL,
    /** Code of the return. */
    RETURN,
    /** Code of the item; blank if the return is lacking. */
    ITEM,
    /** Code of the period. */
    PERIOD,
    /** The figure; blank if it is not known. */
    VALUE,
    /** How the return stands, in words. */
    STATE;

    /** The sheet-scoped name of its rows, the heads not among them. */
    public static final String NAME = "rollup";

    /** Between the code of a unit that reports for many and that of one below it. */
    public static final char PATH = '/';

    /** The column it takes, from 0. */
    public int column() {
        return ordinal();
    }
}
