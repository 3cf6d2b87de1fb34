package org.huizong.layout;

/**
 * The hidden table with which a consolidated workbook hands its units' figures up: a row for each unit and item, and one
 * without item for each return that is lacking.
 */
public enum RollUpTable {
    /** Code of the unit; of one below a unit that reports for many behind the code of that one. */
    UNIT(0),
    /** Its name. */
    LABEL(1),
    /** Code of the return. */
    RETURN(2),
    /** Code of the item; blank if the return is lacking. */
    ITEM(3),
    /** Code of the period. */
    PERIOD(4),
    /** The figure; blank if it is not known. */
    VALUE(5),
    /** How the return stands, in words. */
    STATE(6);

    /** The sheet-scoped name of its rows, the heads not among them. */
    public static final String NAME = "rollup";

    /** Between the code of a unit that reports for many and that of one below it. */
    public static final char PATH = '/';

    private final int column;

    RollUpTable(int column) {
        this.column = column;
    }

    /** The column it takes, from 0. */
    public int column() {
        return column;
    }
}
