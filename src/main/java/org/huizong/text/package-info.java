/**
 * Texts that mean the same as the same text: names, labels and keys, however they were typed.
 *
 * <p>Calls no other room.
 */
@NullMarked
package org.huizong.text;

import org.jspecify.annotations.NullMarked;
