/**
 * Time within a unit, then units; coverage and comparisons: what a period comes to.
 *
 * <p>Supplies the figures that rules and templates ask of earlier periods. May call assessment, catalogue, formula, model, register, store, validation and text.
 */
@NullMarked
package org.huizong.aggregation;

import org.jspecify.annotations.NullMarked;
