/**
 * Files and folders as such: locks that say who holds them, temporary files, what must outlast a power cut, and why a disk
 * did not do what was asked of it.
 *
 * <p>Calls no other room.
 */
@NullMarked
package org.huizong.disk;

import org.jspecify.annotations.NullMarked;
