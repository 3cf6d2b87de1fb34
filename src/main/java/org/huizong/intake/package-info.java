/**
 * Files to submissions: recognise a sheet, find out whose it is, locate its values, normalise them.
 *
 * <p>May call catalogue, disk, layout, model, workbook and text.
 */
@NullMarked
package org.huizong.intake;

import org.jspecify.annotations.NullMarked;
