/**
 * Workbooks as such, old ones and tables of text too: safe reading, styles, widths, filling named cells, the same bytes twice.
 *
 * <p>Knows POI and no catalogue. May call disk, model and text.
 */
@NullMarked
package org.huizong.workbook;

import org.jspecify.annotations.NullMarked;
