/**
 * Files to submissions: finds the returns of a folder, reads each sheet as what it is.
 *
 * <p>May call catalogue, disk, intake.identify, intake.locate, intake.parse, layout, model, spreadsheet.read and text.
 */
@NullMarked
package org.huizong.intake;

import org.jspecify.annotations.NullMarked;
