/**
 * The editions of a period: what a new one changed and by which file, and which published ones no longer fit.
 *
 * <p>May call aggregation, catalogue, formula, model, store, validation and text.
 */
@NullMarked
package org.huizong.edition;

import org.jspecify.annotations.NullMarked;
