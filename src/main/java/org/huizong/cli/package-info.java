/**
 * What people type and see in a terminal: commands, exit codes, progress.
 *
 * <p>May call every other room.
 */
@NullMarked
package org.huizong.cli;

import org.jspecify.annotations.NullMarked;
