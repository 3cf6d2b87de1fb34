/**
 * Draws native charts in greys, so that they print and every spreadsheet shows them.
 *
 * <p>Calls no other room.
 */
@NullMarked
package org.huizong.publish.chart;

import org.jspecify.annotations.NullMarked;
