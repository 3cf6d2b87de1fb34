/**
 * The tables that say who reports what: units, returns, items, choices, holidays, rules, indicators.
 *
 * <p>Loads them from CSV and checks their shape; formulas are checked by the validation room. May call model and text.
 */
@NullMarked
package org.huizong.catalogue;

import org.jspecify.annotations.NullMarked;
