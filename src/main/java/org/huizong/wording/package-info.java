/**
 * Findings, faults, formulas and labels as sentences, in Chinese and English.
 *
 * <p>The only room that joins codes with words. May call catalogue, formula and, for their names, model.
 */
@NullMarked
package org.huizong.wording;

import org.jspecify.annotations.NullMarked;
