/**
 * What a unit sent: submission, observation, value, disposition, and the file it came in.
 *
 * <p>May call period, finding, catalogue and text.
 */
@NullMarked
package org.huizong.submission;

import org.jspecify.annotations.NullMarked;
