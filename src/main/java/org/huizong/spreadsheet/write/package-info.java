/**
 * Styles and widths of workbooks, filling named cells, the same bytes twice.
 *
 * <p>Knows POI and no catalogue. May call disk, model, spreadsheet.read and text.
 */
@NullMarked
package org.huizong.spreadsheet.write;

import org.jspecify.annotations.NullMarked;
