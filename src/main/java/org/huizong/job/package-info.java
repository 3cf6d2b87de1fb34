/**
 * The monthly job on Spring Batch: a bean for each step, what steps work with made from the job's parameters, and how a run
 * that ended early goes on.
 *
 * <p>May call every room above it but template and demo.
 */
@NullMarked
package org.huizong.job;

import org.jspecify.annotations.NullMarked;
