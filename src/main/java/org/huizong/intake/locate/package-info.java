/**
 * Where on a sheet an item stands: by defined name, by label and head, else where the layout has it.
 *
 * <p>May call catalogue, layout, model, spreadsheet.read and text.
 */
@NullMarked
package org.huizong.intake.locate;

import org.jspecify.annotations.NullMarked;
