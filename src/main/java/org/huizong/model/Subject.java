package org.huizong.model;

/**
 * What a finding is about, by codes of the catalogue, as far as the finding itself says so.
 *
 * @param unit code of the unit; empty if none is named
 * @param form code of the return; empty if none is named
 * @param item code of the item to blame; empty if it is no single item
 * @param record key of the record of a register; empty if it is about none
 */
public record Subject(String unit, String form, String item, String record) {
    /** Nothing in particular. */
    public static final Subject NONE = new Subject("", "", "", "");
}
