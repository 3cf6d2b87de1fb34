package org.huizong.store;

import java.util.List;

/**
 * One difference between two editions: a line of 变更.
 *
 * @param kind {@code value} (a unit's), {@code coverage}, {@code indicator} and so on
 * @param code code of the indicator or item; of the return and its period for coverage
 * @param record the record of a register that a value belongs to; empty otherwise
 * @param unit code of the unit; empty for the township
 * @param before what stood there; empty if nothing did
 * @param after what stands there now; empty if nothing does
 * @param causes what is behind it, at least one
 */
public record EditionChange(
        String kind, String code, String record, String unit, String before, String after, List<EditionCause> causes) {
    public EditionChange {
        causes = List.copyOf(causes);
    }
}
