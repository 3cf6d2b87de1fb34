/**
 * Catalogue and layout → the workbooks that clerks fill, blank ones and prefilled ones.
 *
 * <p>May call catalogue, formula, layout, workbook, wording and model.
 */
@NullMarked
package org.huizong.template;

import org.jspecify.annotations.NullMarked;
