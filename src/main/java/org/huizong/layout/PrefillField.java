package org.huizong.layout;

import java.util.Locale;

/** A hidden figure of an earlier period that an issued template carries for each item. */
public enum PrefillField {
    /** The period before. */
    PRIOR(0),
    /** January to the period before. */
    YTD_BEFORE(1),
    /** The same period a year ago. */
    YEAR_AGO(2),
    /** January to this period: worked out in the sheet from {@link #YTD_BEFORE} and this period's cell. */
    YTD(3);

    private final int offset;

    PrefillField(int offset) {
        this.offset = offset;
    }

    /** Which of the hidden columns of its value column it stands in, from 0. */
    int offset() {
        return offset;
    }

    /** The sheet-scoped defined name of its cell for an item. */
    public String definedName(String item) {
        return name().toLowerCase(Locale.ROOT) + "." + item;
    }
}
