/**
 * The monthly job on Spring Batch: one configuration class, a bean for each step; and publishing.
 *
 * <p>May call every room above it but template and demo.
 */
@NullMarked
package org.huizong.job;

import org.jspecify.annotations.NullMarked;
