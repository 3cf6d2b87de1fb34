/**
 * Catalogue and layout → the workbooks that clerks fill, blank ones and prefilled ones.
 *
 * <p>May call catalogue, formula, layout, spreadsheet.read, spreadsheet.write, wording and model.
 */
@NullMarked
package org.huizong.template;

import org.jspecify.annotations.NullMarked;
