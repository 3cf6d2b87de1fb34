/**
 * Writes the report in words and the public summary of a period from the Word files of the catalogue: which names their
 * texts may use, and what each says.
 *
 * <p>May call docx, publish.narrative, publish.chart, aggregation, catalogue, formula, register, store, wording and model.
 */
@NullMarked
package org.huizong.publish.document;

import org.jspecify.annotations.NullMarked;
