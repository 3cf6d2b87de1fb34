/**
 * Months, quarters, half-years and years.
 *
 * <p>Calls no other room.
 */
@NullMarked
package org.huizong.period;

import org.jspecify.annotations.NullMarked;
