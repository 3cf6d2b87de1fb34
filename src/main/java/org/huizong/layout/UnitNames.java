package org.huizong.layout;

/**
 * Sheet-scoped names of the hidden list of units, and of their figures beside it, that workbooks before
 * {@link RollUpTable} carry on each form.
 */
public final class UnitNames {
    /** The codes of the units, one below the other. */
    public static final String UNITS = "below_units";

    private UnitNames() {}

    /** The figures of an item, each in the row of its unit. */
    public static String figures(String item) {
        return "below." + item;
    }
}
