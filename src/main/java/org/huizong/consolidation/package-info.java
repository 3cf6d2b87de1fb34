/**
 * Time within a unit, then units; coverage and comparisons: what a period comes to.
 *
 * <p>Supplies the figures that rules and templates ask of earlier periods. May call catalogue, formula, submission,
 * store, validation, finding, period and text.
 */
@NullMarked
package org.huizong.consolidation;

import org.jspecify.annotations.NullMarked;
