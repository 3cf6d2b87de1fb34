/**
 * What a check found: finding, severity, outcome, and the cell it points at.
 *
 * <p>Calls no other room.
 */
@NullMarked
package org.huizong.finding;

import org.jspecify.annotations.NullMarked;
