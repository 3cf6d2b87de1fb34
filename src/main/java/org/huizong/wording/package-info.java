/**
 * Findings, faults and labels as sentences, in Chinese and English.
 *
 * <p>The only room that joins codes with words. May call catalogue, finding and, for their names, period.
 */
@NullMarked
package org.huizong.wording;

import org.jspecify.annotations.NullMarked;
