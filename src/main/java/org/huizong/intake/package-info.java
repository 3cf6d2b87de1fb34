/**
 * Files to submissions: says what was delivered in a folder, finds the returns in it, reads each sheet as what it is.
 *
 * <p>May call catalogue, disk, intake.identify, intake.locate, intake.parse, layout, model, spreadsheet.read and text.
 */
@NullMarked
package org.huizong.intake;

import org.jspecify.annotations.NullMarked;
