package org.huizong.catalogue;

import org.huizong.formula.Kind;

/** What kind of value an item takes, and to how many decimals its totals are rounded. */
public enum ItemType {
    /** A count. */
    INTEGER(0),
    /** Any other quantity. */
    DECIMAL(2),
    /** An amount in yuan. */
    MONEY(2),
    TEXT(0),
    /** The number of a citizen's identity card (GB 11643) or an organisation's credit code (GB 32100). */
    IDENTITY(0),
    DATE(0),
    /** One of the codes or labels of a list. */
    CHOICE(0);

    private final int decimals;

    ItemType(int decimals) {
        this.decimals = decimals;
    }

    /** Decimals of its values and totals; 0 where it has none. */
    public int decimals() {
        return decimals;
    }

    /** What such a value is in a formula. */
    public Kind kind() {
        return this == DATE ? Kind.DATE : isNumeric() ? Kind.NUMBER : Kind.TEXT;
    }

    /** Whether its values can be added up. */
    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL || this == MONEY;
    }
}
