/**
 * What people write in cells as numbers, days, periods and values, with what was repaired or is doubtful.
 *
 * <p>May call catalogue, layout, model and text.
 */
@NullMarked
package org.huizong.intake.parse;

import org.jspecify.annotations.NullMarked;
