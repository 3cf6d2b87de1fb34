package org.huizong.model;

/**
 * One item's value in one submission.
 *
 * @param item code of the item, or {@code explain.} and a rule's id for an explanation
 * @param record key of the record in a register; empty in a form
 * @param value what stands there: a number, a text, a day or nothing
 * @param where the cell it was read from
 */
public record Observation(String item, String record, Value value, CellRef where) {
    public Observation {
        if (value instanceof Value.Logical || value instanceof Value.CellError) {
            throw new IllegalArgumentException("an observation holds a number, a text, a day or nothing, not " + value);
        }
    }
}
