/**
 * How units score by the criteria of the catalogue (考核), and what each deduction comes from.
 *
 * <p>Knows nothing of where facts come from. May call catalogue, formula, model, store and validation.
 */
@NullMarked
package org.huizong.assessment;

import org.jspecify.annotations.NullMarked;
