/**
 * The tables that say who reports what: units, returns, items, choices, holidays, rules, indicators.
 *
 * <p>Loads them from CSV, checks their shape and parses their formulas once; these are checked by the validation room.
 * May call formula, model and text.
 */
@NullMarked
package org.huizong.catalogue;

import org.jspecify.annotations.NullMarked;
