package org.huizong.layout;

/** Sheet-scoped names of a consolidated form's hidden list of units and of their figures beside it. */
public final class UnitNames {
    /** The codes of the units, one below the other. */
    public static final String UNITS = "below_units";

    private UnitNames() {}

    /** The figures of an item, each in the row of its unit. */
    public static String figures(String item) {
        return "below." + item;
    }
}
