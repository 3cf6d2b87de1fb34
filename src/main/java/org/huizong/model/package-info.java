/**
 * What everything is about: period, value, cell, submission, observation, finding.
 *
 * <p>May call text.
 */
@NullMarked
package org.huizong.model;

import org.jspecify.annotations.NullMarked;
