package org.huizong.catalogue;

/** What a reporting unit is. */
public enum UnitKind {
    COUNTY,
    TOWNSHIP,
    DEPARTMENT,
    VILLAGE,
    COMMUNITY;

    /** Whether it belongs on the page of villages and communities. */
    public boolean isVillage() {
        return this == VILLAGE || this == COMMUNITY;
    }
}
