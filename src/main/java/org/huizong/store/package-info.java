/**
 * All SQL: files, submissions, observations, facts, findings, editions, events; and the archive of files.
 *
 * <p>May call catalogue, submission, finding, period and text.
 */
@NullMarked
package org.huizong.store;

import org.jspecify.annotations.NullMarked;
