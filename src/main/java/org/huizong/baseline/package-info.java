/**
 * Figures of earlier periods that were never collected: held against each other and against what is on record, and kept.
 *
 * <p>May call aggregation, catalogue, disk, edition, formula, intake, store, validation, wording and model.
 */
@NullMarked
package org.huizong.baseline;

import org.jspecify.annotations.NullMarked;
