/**
 * Excel formulas over item codes: parse, whitelist, operands, evaluate, render with cell addresses for names.
 *
 * <p>Text in, text out; the only grammar is POI's. Calls no other room.
 */
@NullMarked
package org.huizong.formula;

import org.jspecify.annotations.NullMarked;
