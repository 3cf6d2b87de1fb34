/**
 * What goes back to the senders: their own workbooks with the cells to blame marked, and a list of what to do in front.
 *
 * <p>May call disk, store, spreadsheet.mark, spreadsheet.write, wording, catalogue, formula, model and text.
 */
@NullMarked
package org.huizong.publish.returned;

import org.jspecify.annotations.NullMarked;
