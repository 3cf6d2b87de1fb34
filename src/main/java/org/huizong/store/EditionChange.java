package org.huizong.store;

/**
 * One difference between two editions: a line of 变更.
 *
 * @param kind {@code indicator}, {@code value} (a unit's), or {@code coverage}
 * @param code code of the indicator or item; of the return for coverage
 * @param unit code of the unit; empty for the township
 * @param before what stood there; empty if nothing did
 * @param after what stands there now; empty if nothing does
 * @param cause file of the submission that caused it; empty if it was no single one
 */
public record EditionChange(String kind, String code, String unit, String before, String after, String cause) {}
