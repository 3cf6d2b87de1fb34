package org.huizong.model;

import java.util.Locale;

/** How often a return is owed, and so how long a period is. */
public enum Frequency {
    MONTH(1),
    QUARTER(3),
    HALF(6),
    YEAR(12);

    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    /** Length in months: 1, 3, 6 or 12. */
    public int months() {
        return months;
    }

    /** The word in the catalogue's tables, such as {@code month}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
