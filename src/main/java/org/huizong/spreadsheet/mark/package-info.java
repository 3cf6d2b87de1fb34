/**
 * Marks a workbook that goes back to its sender: colours and notes on cells, a list in front, all else as it came.
 *
 * <p>Knows POI, for old workbooks alone, and no catalogue. May call disk, model, spreadsheet.opc, spreadsheet.read,
 * spreadsheet.write and text.
 */
@NullMarked
package org.huizong.spreadsheet.mark;

import org.jspecify.annotations.NullMarked;
