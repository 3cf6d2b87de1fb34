/**
 * All SQL: files, submissions, observations, facts, findings, editions, events; the archive of files, and backups of it all.
 *
 * <p>May call catalogue, disk, model and text.
 */
@NullMarked
package org.huizong.store;

import org.jspecify.annotations.NullMarked;
