/**
 * Which return a sheet is, whose it is and for which period.
 *
 * <p>May call catalogue, intake.locate, intake.parse, layout, model, spreadsheet.read and text.
 */
@NullMarked
package org.huizong.intake.identify;

import org.jspecify.annotations.NullMarked;
