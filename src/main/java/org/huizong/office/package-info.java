/**
 * What the office is told and asked beside a run, whether on a terminal or on a page: checks before filing, reminders, what
 * is still open, what to do next, and why something could not be done.
 *
 * <p>May call every room but {@code demo}; {@code cli} and {@code web} call it.
 */
@NullMarked
package org.huizong.office;

import org.jspecify.annotations.NullMarked;
