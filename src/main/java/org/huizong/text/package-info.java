/**
 * Texts as texts: those that mean the same as the same text, however they were typed, and what may be shown of each.
 *
 * <p>Calls no other room.
 */
@NullMarked
package org.huizong.text;

import org.jspecify.annotations.NullMarked;
