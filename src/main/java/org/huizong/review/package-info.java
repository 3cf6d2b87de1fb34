/**
 * Holds what is on record against the rules: every submission, the registers' records, each unit and the township. Decides
 * which revision of a return counts, and tries changed rules.
 *
 * <p>May call aggregation, catalogue, edition, register, store, validation and model.
 */
@NullMarked
package org.huizong.review;

import org.jspecify.annotations.NullMarked;
