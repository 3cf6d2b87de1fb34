package org.huizong.catalogue;

/** What a reporting unit is. */
public enum UnitKind {
    COUNTY,
    TOWNSHIP,
    DEPARTMENT,
    VILLAGE,
    COMMUNITY;

    /** Whether such a unit gathers the returns of others: what it reports to the level above is theirs. */
    public boolean gathers() {
        return this == COUNTY || this == TOWNSHIP;
    }

    /** Whether it belongs on the page of villages and communities. */
    public boolean isVillage() {
        return this == VILLAGE || this == COMMUNITY;
    }
}
