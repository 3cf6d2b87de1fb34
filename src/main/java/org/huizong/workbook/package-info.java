/**
 * Workbooks as such: styles, widths, filling named cells, writing the same bytes twice.
 *
 * <p>Knows POI and no catalogue. May call finding.
 */
@NullMarked
package org.huizong.workbook;

import org.jspecify.annotations.NullMarked;
