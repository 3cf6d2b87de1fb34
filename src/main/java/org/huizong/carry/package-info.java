/**
 * What is on record of a unit → what its next template begins with: earlier figures, its open records.
 *
 * <p>Personal values are whole in the archived copy alone, and go from there into the sender's own template and nowhere
 * else. May call aggregation, catalogue, intake, layout, model, register, store, template and wording.
 */
@NullMarked
package org.huizong.carry;

import org.jspecify.annotations.NullMarked;
