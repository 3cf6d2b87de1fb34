/**
 * A written report held against the figures: which numbers its text states, what each speaks of, and whether the figures on
 * record say the same.
 *
 * <p>In the order of its work: {@link org.huizong.written.Quantities} finds numbers, {@link org.huizong.written.Vocabulary}
 * knows by which words the catalogue's indicators and items are called, {@link org.huizong.written.ClaimFinder} joins the
 * two, {@link org.huizong.written.FigureBook} gives what is on record, {@link org.huizong.written.Judge} compares. May call
 * aggregation, catalogue, formula, intake.parse, publish.narrative, publish.table, store, wording, written.read, model
 * and text.
 */
@NullMarked
package org.huizong.written;

import org.jspecify.annotations.NullMarked;
