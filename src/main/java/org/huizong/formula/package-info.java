/**
 * Excel formulas over item codes: parse, whitelist, operands, evaluate, render with cell addresses for names;
 * and what becomes of one of whose operands something is not known.
 *
 * <p>The only grammar is POI's. May call model.
 */
@NullMarked
package org.huizong.formula;

import org.jspecify.annotations.NullMarked;
