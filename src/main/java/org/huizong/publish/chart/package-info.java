/**
 * Draws native charts in greys, so that they print and every spreadsheet and text document shows them.
 *
 * <p>May call spreadsheet.read, spreadsheet.write and model.
 */
@NullMarked
package org.huizong.publish.chart;

import org.jspecify.annotations.NullMarked;
