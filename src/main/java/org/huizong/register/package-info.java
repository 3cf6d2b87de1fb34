/**
 * The records of registers over units and months: whose each record is, how it stands, in which month it counts,
 * and what is to be asked where two say different things.
 *
 * <p>Keeps the facts of registers that figures are made of, and tells what other registers say. May call catalogue, layout, model, store, validation and text.
 */
@NullMarked
package org.huizong.register;

import org.jspecify.annotations.NullMarked;
